//! Deletes a sent invoice that nobody paid.

use super::of;
use super::view::{may_change, view};
use crate::{Till, TillError, ids, journal};
use contract::ErrorCode;
use contract::invoice::{InvoiceRequest, InvoiceView};
use domain::{IntentId, StepDetail};
use store::NewStep;

/// Takes it away at the gateway. Its link may be in somebody's hands: it is watched on.
///
/// # Errors
/// `payment_not_ready` once money is in; no keys.
pub async fn delete(till: &Till, request: InvoiceRequest) -> Result<InvoiceView, TillError> {
    let deciding = till.deciding.lock().await;
    let (payment, invoice) = of(till, &request.invoice_id).await?;
    if !may_change(&payment, &invoice) {
        return Err(ErrorCode::PaymentNotReady.into());
    }
    till.line().client()?;
    let step = NewStep {
        id: IntentId::new(ids::new(till.now())),
        detail: StepDetail::InvoiceDelete,
        // A deletion has no body; the journal keeps that it has none.
        body: Vec::new(),
        at: till.now(),
    };
    let payment = journal::decide_step(till, deciding, payment.id, step).await?;
    let invoice = payment.invoice.clone().ok_or(ErrorCode::Internal)?;
    view(till, &payment, &invoice).await
}
