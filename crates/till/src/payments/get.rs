//! One payment with its history.

use super::{of, view};
use crate::{Till, TillError};
use contract::Time;
use contract::payment::{PaymentDetailView, PaymentRequest, TimelineEntry};
use store::Event;

/// The payment with everything that happened to it.
///
/// # Errors
/// `payment_gone`; storage errors.
pub async fn get(till: &Till, request: PaymentRequest) -> Result<PaymentDetailView, TillError> {
    let payment = of(till, &request.payment_id).await?;
    let events = till.store.events(payment.id).await?;
    Ok(PaymentDetailView {
        gateway_id: payment.gateway_id.clone(),
        description: payment.description.clone(),
        timeline: events.into_iter().map(entry).collect(),
        payment: view(till, &payment).await?,
    })
}

fn entry(event: Event) -> TimelineEntry {
    TimelineEntry {
        at: Time::from_ms(event.at),
        event: event.kind.as_str().to_owned(),
        about: event.about.map(|kind| kind.as_str().to_owned()),
        code: event.code,
        status: event.status,
        reason: event.reason,
        message: event.message,
        received: event.received,
        request_id: event.request_id,
    }
}
