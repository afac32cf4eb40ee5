//! POST `/v2/payments/refund` (contract §6): a paid transaction, whole, once, under a reference of its own.

use serde_json::{Map, Value};

use super::fields::Fields;
use super::refusal::Refusal;
use super::setting::Setting;
use super::{parties, plans};
use crate::assumptions::fundiin::{SECOND_REFUND_RESULT, UNKNOWN_TRANSACTION_RESULT, UNPAID_REFUND_RESULT};
use crate::books::{Instalments, State};

pub(crate) fn refund(
    books: &mut Instalments,
    fields: &Fields<'_>,
    setting: &Setting<'_>,
) -> Result<Map<String, Value>, Refusal> {
    let merchant_id = fields.required_text("merchantId")?;
    let reference_id = fields.present_text("referenceId")?;
    let payment_trans_id = fields.required_text("paymentTransId")?;
    parties::check_language(fields)?;
    fields.texts(&["description"])?;
    let amount = fields.money("amount")?;
    parties::check_merchant(merchant_id, setting)?;
    parties::check_reference(reference_id)?;
    if books.knows_reference(reference_id) {
        return Err(Refusal::new("DUPLICATE_REFERENCE_ID"));
    }
    let payment = books.with_transaction_id(payment_trans_id).cloned();
    let payment = payment.ok_or_else(|| Refusal::new(UNKNOWN_TRANSACTION_RESULT))?;
    if payment.state != State::Paid {
        return Err(Refusal::new(UNPAID_REFUND_RESULT));
    }
    if books.refund_of(payment_trans_id).is_some() {
        return Err(Refusal::new(SECOND_REFUND_RESULT));
    }
    let amount = parties::valid_amount(amount)?;
    if amount != payment.new.amount {
        return Err(Refusal::new("INVALID_AMOUNT"));
    }
    let refund = books.give_back(reference_id.to_owned(), &payment, setting.now_ms);
    let is_like_sample = setting.switches.answers_like_samples;
    let shown = if is_like_sample {
        amount.get().into()
    } else {
        plans::money(amount)
    };
    Ok(Map::from_iter([
        ("amount".to_owned(), shown),
        ("refundTransId".to_owned(), refund.refund_trans_id.into()),
    ]))
}
