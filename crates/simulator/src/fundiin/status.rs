//! POST `/v2/payments/status` (contract §5).

use serde_json::{Map, Value};

use super::fields::Fields;
use super::refusal::Refusal;
use super::setting::Setting;
use super::{parties, plans, words};
use crate::assumptions::fundiin::{InStoreFlow, UNKNOWN_REFERENCE_RESULT};
use crate::books::{Instalment, Instalments, State};
use crate::clock::fundiin_time;

/// The answer's own fields; `odd_word` takes the place of both status words.
pub(crate) fn status(
    books: &Instalments,
    fields: &Fields<'_>,
    setting: &Setting<'_>,
    odd_word: Option<&str>,
) -> Result<Map<String, Value>, Refusal> {
    let merchant_id = fields.required_text("merchantId")?;
    let reference_id = fields.present_text("referenceId")?;
    parties::check_language(fields)?;
    parties::check_merchant(merchant_id, setting)?;
    parties::check_reference(reference_id)?;
    let row = books.with_reference(reference_id);
    let row = row.ok_or_else(|| Refusal::new(UNKNOWN_REFERENCE_RESULT))?;
    let mut said = tell(row, setting);
    let refunded = setting.switches.refunded_word.as_deref();
    if let Some(word) = refunded.filter(|_| books.refund_of(&row.payment_trans_id).is_some()) {
        said.insert("resultStatus".to_owned(), word.into());
    }
    if let Some(word) = odd_word {
        said.insert("paymentStatus".to_owned(), word.into());
        said.insert("resultStatus".to_owned(), word.into());
    }
    Ok(said)
}

fn tell(row: &Instalment, setting: &Setting<'_>) -> Map<String, Value> {
    let mut said = Map::new();
    let mut say = |name: &str, value: Value| said.insert(name.to_owned(), value);
    say("storeId", row.new.store_id.as_str().into());
    say("amount", amount(row, setting));
    say("paymentStatus", words::payment_status(row.state).into());
    say("resultStatus", words::result(row.state).into());
    if has_transaction_id(row, setting) {
        say("paymentTransId", row.payment_trans_id.as_str().into());
    }
    let is_logged_in = !matches!(row.state, State::Waiting | State::Expired | State::Cancelled);
    if is_logged_in {
        say("customerId", row.customer_id.as_str().into());
    }
    if row.state == State::Paid {
        say("paymentChannel", words::channel_in_status(row).into());
        say("paymentTime", fundiin_time(row.changed_at_ms).into());
    }
    let shows_first_part = row.is_paid_here && setting.switches.status_shows_first_part;
    if row.state == State::Paid || (shows_first_part && row.state == State::AwaitsFirstPartHere) {
        say("paymentMethod", words::method(row).into());
    }
    if shows_first_part {
        say("downPaymentAmount", plans::money(row.new.first_part));
    }
    said
}

fn amount(row: &Instalment, setting: &Setting<'_>) -> Value {
    if setting.switches.answers_like_samples {
        return row.new.amount.get().into();
    }
    plans::money(row.new.amount)
}

/// `[I]` Fundiin's own id is told once the customer has decided; the in-store page says "after confirmation".
fn has_transaction_id(row: &Instalment, setting: &Setting<'_>) -> bool {
    match row.state {
        State::Paid | State::InProgress => true,
        State::AwaitsFirstPartHere => setting.switches.in_store_flow == InStoreFlow::NoticeSaysSuccess,
        _ => false,
    }
}
