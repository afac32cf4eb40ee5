//! Moves the customer's hand.

use super::hand;
use crate::payments::of;
use crate::{Till, TillError, watch};
use contract::ErrorCode;
use contract::practice::{PracticeMove, PracticePayRequest};
use gateway::Priority;

/// The customer pays, pays something else, or lets the QR run out. The screens hear of it by the watch, as in real life.
///
/// # Errors
/// `not_practice`; `payment_not_ready` before the gateway has it or when nothing can be paid.
pub async fn pay(till: &Till, request: PracticePayRequest) -> Result<(), TillError> {
    let hand = hand(till)?;
    let payment = of(till, &request.payment_id).await?;
    let id = payment.gateway_id.as_deref().ok_or(ErrorCode::PaymentNotReady)?;
    match request.what {
        PracticeMove::PayFull => hand.pay_full(id).map(drop),
        PracticeMove::Pay { amount } => hand.pay(id, amount).map(drop),
        PracticeMove::LetExpire => hand.age_past_expiry(id),
    }
    .map_err(|_| ErrorCode::PaymentNotReady)?;
    if request.what == PracticeMove::LetExpire {
        let expired = till.store.set_expires_at(payment.id, till.now()).await?;
        watch::tell_since(till, &payment).await?;
        // Money is late for certain only after an answer without it from beyond the end; a fast hand would come before the watch.
        if let Err(error) = watch::look_now(till, &expired, Priority::QrOnScreen).await {
            tracing::info!(%error, "nobody saw the QR run out");
        }
    }
    till.wake.ring();
    Ok(())
}
