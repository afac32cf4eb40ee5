//! From a decision to its first answer.

use super::send::send;
use crate::{Till, TillError, watch};
use domain::{IntentId, Payment, PaymentId};
use gateway::Priority;
use store::{CommitOutcome, NewInvoice, NewPayment, NewStep, StepOutcome};
use tokio::sync::MutexGuard;

/// Writes a payment down, lets `deciding` go, sends it and gives what became of it. Only the call that wrote it down sends it.
///
/// # Errors
/// Before anything is written: a damaged disk. Later troubles are in the payment.
pub(crate) async fn decide(
    till: &Till,
    deciding: MutexGuard<'_, ()>,
    id: PaymentId,
    new: NewPayment,
    in_place_of: Option<PaymentId>,
) -> Result<Payment, TillError> {
    crate::app::require_durable(till)?;
    let outcome = till.store.commit(id, new).await?;
    if outcome == CommitOutcome::Committed
        && let Some(old) = in_place_of
    {
        till.store.set_replaced_by(old, id, till.now()).await?;
    }
    drop(deciding);
    if outcome == CommitOutcome::Committed {
        try_at_once(till, id, id.into()).await;
    }
    Ok(till.store.payment(id).await?)
}

/// The same for an invoice.
///
/// # Errors
/// Before anything is written: a damaged disk, a code that was used before. Later troubles are in the payment.
pub(crate) async fn decide_invoice(
    till: &Till,
    id: PaymentId,
    new: NewInvoice,
) -> Result<Payment, TillError> {
    crate::app::require_durable(till)?;
    if till.store.commit_invoice(id, new).await? == CommitOutcome::Committed {
        try_at_once(till, id, id.into()).await;
    }
    Ok(till.store.payment(id).await?)
}

/// The same for a step on a payment. While such a step is under way, or done, nothing is written and nothing leaves.
///
/// # Errors
/// Before anything is written: a damaged disk. Later troubles are in the step.
pub(crate) async fn decide_step(
    till: &Till,
    deciding: MutexGuard<'_, ()>,
    payment: PaymentId,
    step: NewStep,
) -> Result<Payment, TillError> {
    crate::app::require_durable(till)?;
    let id = step.id;
    let outcome = till.store.commit_step(payment, step).await?;
    drop(deciding);
    if outcome == StepOutcome::Committed {
        try_at_once(till, payment, id).await;
    }
    Ok(till.store.payment(payment).await?)
}

async fn try_at_once(till: &Till, payment: PaymentId, id: IntentId) {
    if let Err(error) = first_try(till, payment, id).await {
        tracing::warn!(%error, "a decision is left to the journal's timer");
        till.wake.ring();
    }
}

async fn first_try(till: &Till, payment: PaymentId, id: IntentId) -> Result<(), TillError> {
    let committed = till.store.payment(payment).await?;
    watch::tell(till, &committed).await?;
    send(till, id, Priority::Click).await
}
