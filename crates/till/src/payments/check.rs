//! Asks the gateway how a payment stands, now.

use super::{of, view};
use crate::{Till, TillError, journal, watch};
use contract::ErrorCode;
use contract::payment::{PaymentRequest, PaymentView};
use domain::{IntentState, Method};
use gateway::Priority;

/// Looks at once: a payment without a clear answer is looked up, one the gateway has is read by its id.
/// Steps on it without a clear answer are taken up too.
///
/// # Errors
/// The way to the gateway; `payment_not_ready` for one that was refused or never left.
pub async fn check(till: &Till, request: PaymentRequest) -> Result<PaymentView, TillError> {
    let payment = of(till, &request.payment_id).await?;
    match (payment.intent, payment.method) {
        (IntentState::Done, Method::Transfer) => watch::look_now(till, &payment, Priority::Click).await?,
        (IntentState::Done, Method::Invoice) => {
            journal::push(till, payment.id).await?;
            watch::look_at_invoice(till, &payment, Priority::Click).await?;
        }
        (IntentState::Done, Method::Instalment) => {
            journal::push(till, payment.id).await?;
            watch::ask_now(till, &payment, Priority::Click).await?;
        }
        (state, _) if state.is_open() => journal::push(till, payment.id).await?,
        _ => return Err(ErrorCode::PaymentNotReady.into()),
    }
    view(till, &till.store.payment(payment.id).await?).await
}
