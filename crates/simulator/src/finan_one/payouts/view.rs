//! A payout in an answer: `id` is documented, the rest is named as in the request `[I]` or as in the older
//! transfer `[L]`.

use serde_json::{Map, Value};

use crate::assumptions::payouts::{CURRENCY, PayoutSwitches};
use crate::books::Payout;
use crate::clock::iso;
use crate::faults::Plan;

/// The payout, of list, get and create.
pub(super) fn of(payout: &Payout, now_ms: i64, switches: &PayoutSwitches, plan: &Plan) -> Value {
    let mut view = progress(payout, now_ms, switches);
    let mut put = |name: &str, value: Value| view.insert(name.to_owned(), value);
    let new = &payout.new;
    for (name, text) in [
        ("id", &payout.id),
        ("account_id", &new.account_id),
        ("beneficiary_account_name", &new.beneficiary_account_name),
        ("beneficiary_account_number", &new.beneficiary_account_number),
        ("beneficiary_bank_id", &new.beneficiary_bank_id),
        ("description", &new.description),
    ] {
        put(name, text.as_str().into());
    }
    if let Some(reference_id) = &new.reference_id {
        put("reference_id", reference_id.as_str().into());
    }
    put("amount", new.amount.get().into());
    put("currency", CURRENCY.into());
    put("created_at", iso(payout.created_at_ms).into());
    put("updated_at", iso(payout.updated_at_ms).into());
    if let Some(word) = &plan.status_word {
        put("status", word.as_str().into());
    }
    Value::Object(view)
}

/// `[L]` The answer to a code. Its `id` is not the payout's.
pub(super) fn of_code(payout: &Payout, now_ms: i64, switches: &PayoutSwitches) -> Value {
    let mut view = progress(payout, now_ms, switches);
    if let Some(numbers) = &payout.numbers {
        view.insert("id".to_owned(), numbers.answer_id.as_str().into());
    }
    Value::Object(view)
}

/// How far it is, and under which numbers.
fn progress(payout: &Payout, now_ms: i64, switches: &PayoutSwitches) -> Map<String, Value> {
    let mut view = Map::new();
    let mut put = |name: &str, value: Value| view.insert(name.to_owned(), value);
    put("status", payout.status().into());
    if let Some(word) = payout.otp_status(now_ms) {
        put("otp_status", word.into());
    }
    if switches.tells_remaining_try {
        put("remaining_try", payout.tries_left.into());
    }
    if let Some(numbers) = &payout.numbers {
        put("transaction_number", numbers.transaction.as_str().into());
        put(
            "provider_transaction_number",
            numbers.provider_transaction.as_str().into(),
        );
        put(
            "provider_payment_number",
            numbers.provider_payment.as_str().into(),
        );
    }
    view
}
