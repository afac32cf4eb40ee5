//! Moves the customer's hand.

use super::hand;
use crate::payments::of;
use crate::{Till, TillError, watch};
use contract::ErrorCode;
use contract::practice::{PracticeMove, PracticePayRequest};
use domain::{Method, Payment};
use gateway::Priority;
use simulator::{Hand, HandError};

/// The customer pays, pays something else, accepts, refuses, or lets the QR run out. The screens hear of it by the watch, as in real
/// life.
///
/// # Errors
/// `not_practice`; `payment_not_ready` before the gateway has it or when that cannot be done.
pub async fn pay(till: &Till, request: PracticePayRequest) -> Result<(), TillError> {
    let hand = hand(till)?;
    let payment = of(till, &request.payment_id).await?;
    match payment.method {
        Method::Transfer => transfer(till, &hand, &payment, request.what).await?,
        Method::Invoice => invoice(till, &hand, &payment, request.what).await?,
        Method::Instalment => instalment(till, &hand, &payment, request.what).await?,
    }
    till.wake.ring();
    Ok(())
}

async fn transfer(till: &Till, hand: &Hand, payment: &Payment, what: PracticeMove) -> Result<(), TillError> {
    let id = payment.gateway_id.as_deref().ok_or(ErrorCode::PaymentNotReady)?;
    let is_expiry = what == PracticeMove::LetExpire;
    let moved = match what {
        PracticeMove::PayFull => hand.pay_full(id).map(drop),
        PracticeMove::Pay { amount } => hand.pay(id, amount).map(drop),
        PracticeMove::LetExpire => hand.age_past_expiry(id),
        PracticeMove::Begin | PracticeMove::Accept | PracticeMove::Refuse | PracticeMove::FirstPartHere => {
            return Err(ErrorCode::PaymentNotReady.into());
        }
    };
    moved.map_err(|_| ErrorCode::PaymentNotReady)?;
    if is_expiry {
        let expired = till.store.set_expires_at(payment.id, till.now()).await?;
        watch::tell_since(till, payment).await?;
        // Money is late for certain only after an answer without it from beyond the end; a fast hand would come before the watch.
        if let Err(error) = watch::look_now(till, &expired, Priority::QrOnScreen).await {
            tracing::info!(%error, "nobody saw the QR run out");
        }
    }
    Ok(())
}

async fn invoice(till: &Till, hand: &Hand, payment: &Payment, what: PracticeMove) -> Result<(), TillError> {
    let id = payment.gateway_id.as_deref().ok_or(ErrorCode::PaymentNotReady)?;
    let moved = match what {
        PracticeMove::PayFull => hand.pay_invoice_full(id).map(drop),
        PracticeMove::Pay { amount } => hand.pay_invoice(id, amount).map(drop),
        PracticeMove::LetExpire
        | PracticeMove::Begin
        | PracticeMove::Accept
        | PracticeMove::Refuse
        | PracticeMove::FirstPartHere => return Err(ErrorCode::PaymentNotReady.into()),
    };
    moved.map_err(|_| ErrorCode::PaymentNotReady)?;
    // In practice nobody waits for the next round of the watch.
    if let Err(error) = watch::look_at_invoice(till, payment, Priority::QrOnScreen).await {
        tracing::info!(%error, "nobody heard of the practice move");
    }
    Ok(())
}

async fn instalment(
    till: &Till,
    hand: &Hand,
    payment: &Payment,
    what: PracticeMove,
) -> Result<(), TillError> {
    let reference = &payment.reference;
    let moved: Result<_, HandError> = match what {
        PracticeMove::Begin => hand.instalment_begins(reference),
        PracticeMove::Accept | PracticeMove::PayFull => hand.instalment_accepts(reference),
        PracticeMove::Refuse => hand.instalment_refuses(reference),
        PracticeMove::FirstPartHere => hand.instalment_pays_first_part_here(reference),
        PracticeMove::LetExpire => hand.instalment_expires(reference),
        PracticeMove::Pay { .. } => return Err(ErrorCode::PaymentNotReady.into()),
    };
    moved.map_err(|_| ErrorCode::PaymentNotReady)?;
    if what == PracticeMove::LetExpire {
        till.store.set_expires_at(payment.id, till.now()).await?;
    }
    // In practice nobody waits for the next round of the watch.
    if let Err(error) = watch::ask_now(till, payment, Priority::QrOnScreen).await {
        tracing::info!(%error, "nobody heard of the practice move");
    }
    Ok(())
}
