//! POST `/v2/payments/cancel` (contract §7): only while nobody has paid.

use serde_json::{Map, Value};

use super::events::{self, Event};
use super::fields::Fields;
use super::parties;
use super::refusal::Refusal;
use super::setting::Setting;
use crate::assumptions::fundiin::{ENDED_CANCEL_RESULT, UNKNOWN_REFERENCE_RESULT};
use crate::books::{Instalments, State};

pub(crate) fn cancel(
    books: &mut Instalments,
    fields: &Fields<'_>,
    setting: &Setting<'_>,
) -> Result<Map<String, Value>, Refusal> {
    let merchant_id = fields.required_text("merchantId")?;
    let reference_id = fields.present_text("referenceId")?;
    parties::check_language(fields)?;
    fields.texts(&["description"])?;
    parties::check_merchant(merchant_id, setting)?;
    parties::check_reference(reference_id)?;
    let state = books.with_reference(reference_id).map(|row| row.state);
    let refused = match state {
        None => UNKNOWN_REFERENCE_RESULT,
        Some(State::Waiting) => {
            // Cannot be impossible: it is waiting.
            let _ = events::happen(books, reference_id, Event::IsCancelled, setting);
            return Ok(Map::new());
        }
        Some(State::InProgress | State::AwaitsFirstPartHere) => "PAYMENT_INPROGRESS",
        Some(State::Paid) => "PAYMENT_ALREADY_COMPLETED",
        Some(State::Refused | State::Declined | State::Expired | State::Cancelled) => ENDED_CANCEL_RESULT,
    };
    Err(Refusal::new(refused))
}
