//! POST `/v2/payments/confirm-store` (contract §10.3): the shop has taken the customer's first part.

use serde_json::{Map, Value};

use super::events::{self, Event};
use super::fields::Fields;
use super::refusal::Refusal;
use super::setting::Setting;
use super::{parties, words};
use crate::assumptions::fundiin::{
    CONFIRMED_AGAIN_RESULT, NOTHING_TO_CONFIRM_RESULT, UNKNOWN_REFERENCE_RESULT,
};
use crate::books::{Instalments, State};
use crate::clock::iso;

const TENDERS: [&str; 4] = ["CASH", "CARD", "BANK_TRANSFER", "WALLET"];

pub(crate) fn confirm(
    books: &mut Instalments,
    fields: &Fields<'_>,
    setting: &Setting<'_>,
) -> Result<Map<String, Value>, Refusal> {
    let merchant_id = fields.required_text("merchantId")?;
    let store_id = parties::own_or_left_out(fields, "storeId", setting)?;
    let reference_id = fields.present_text("referenceId")?;
    let amount = fields.money("downPaymentAmount")?;
    fields
        .one_of("tenderType", &TENDERS)?
        .ok_or_else(|| fields.wrong("tenderType"))?;
    fields.texts(&["storePaymentRef", "cashierId", "description", "extraData"])?;
    parties::check_language(fields)?;
    parties::check_merchant(merchant_id, setting)?;
    parties::check_store(store_id, setting)?;
    parties::check_reference(reference_id)?;
    let row = books.with_reference(reference_id);
    let row = row.ok_or_else(|| Refusal::new(UNKNOWN_REFERENCE_RESULT))?;
    if row.state == State::Paid && row.is_paid_here {
        return Err(Refusal::new(CONFIRMED_AGAIN_RESULT));
    }
    let nothing = || Refusal::new(NOTHING_TO_CONFIRM_RESULT);
    if row.state != State::AwaitsFirstPartHere {
        return Err(nothing());
    }
    if parties::valid_amount(amount)? != row.new.first_part {
        return Err(Refusal::new("INVALID_AMOUNT"));
    }
    let paid = events::happen(books, reference_id, Event::FirstPartIsConfirmed, setting);
    let paid = paid.map_err(|_| nothing())?;
    Ok(Map::from_iter([
        ("paymentTransId".to_owned(), paid.payment_trans_id.into()),
        (
            "paymentStatus".to_owned(),
            words::payment_status(paid.state).into(),
        ),
        ("paymentTime".to_owned(), iso(paid.changed_at_ms).into()),
    ]))
}
