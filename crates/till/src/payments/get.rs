//! One payment with its history.

use super::{of, view};
use crate::{Till, TillError};
use contract::Time;
use contract::payment::{PaymentDetailView, PaymentRequest, TimelineEntry};
use domain::text;
use store::Event;

/// Words and ids of the gateway are cut to this many characters.
const MOST_WORD_CHARS: usize = 80;
/// Its texts to this many.
const MOST_MESSAGE_CHARS: usize = 300;

/// The payment with everything that happened to it.
///
/// # Errors
/// `payment_gone`; storage errors.
pub async fn get(till: &Till, request: PaymentRequest) -> Result<PaymentDetailView, TillError> {
    let payment = of(till, &request.payment_id).await?;
    let events = till.store.events(payment.id).await?;
    Ok(PaymentDetailView {
        gateway_id: payment.gateway_id.as_deref().map(word),
        description: payment.description.clone(),
        timeline: events.into_iter().map(entry).collect(),
        payment: view(till, &payment).await?,
    })
}

/// A gateway's word. It is kept as it came, since cleaning could make one that decides of one that does not.
fn word(kept: &str) -> String {
    text::clean(kept, MOST_WORD_CHARS)
}

pub(crate) fn entry(event: Event) -> TimelineEntry {
    TimelineEntry {
        at: Time::from_ms(event.at),
        event: event.kind.as_str().to_owned(),
        about: event.about.map(|kind| kind.as_str().to_owned()),
        code: event.code,
        status: event.status.as_deref().map(word),
        reason: event.reason.as_deref().map(word),
        message: event.message.map(|said| text::clean(&said, MOST_MESSAGE_CHARS)),
        received: event.received,
        request_id: event.request_id,
    }
}
