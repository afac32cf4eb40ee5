//! Lets a committed request go and writes down what came back.

use super::{FIRST_LOOK_MS, GUARD, adopt::adopt, next_try};
use crate::error::gateway_code;
use crate::{Till, TillError};
use domain::{Move, PaymentId};
use gateway::repeat::{Next, after_failure};
use gateway::{Failure, Priority};
use store::{Step, StoreError};

/// Sends the stored bytes. Only one of several callers can take the step that lets them go; the others do nothing.
///
/// # Errors
/// Storage errors, no keys. The gateway's troubles end in the journal, not here.
pub(crate) async fn send(till: &Till, id: PaymentId, priority: Priority) -> Result<(), TillError> {
    let client = till.line().client()?;
    let Some(body) = till.store.body(id).await? else {
        return Ok(());
    };
    match till.store.advance(id, Move::Send, Step::at(till.now())).await {
        Ok(_) => {}
        Err(StoreError::Move(_)) => return Ok(()),
        Err(error) => return Err(error.into()),
    }
    let sent_at = till.now();
    match client.send_create_payment(&body, priority).await {
        Ok(answer) => adopt(till, id, sent_at, answer).await,
        Err(failure) => failed(till, id, &failure).await,
    }
}

async fn failed(till: &Till, id: PaymentId, failure: &Failure) -> Result<(), TillError> {
    let now = till.now();
    let attempts = till.store.intent(id).await?.attempts;
    let (step, next) = match after_failure(GUARD, failure) {
        Next::SendAgain => (Move::NotSent, Some(next_try(now, attempts))),
        Next::Wait => (Move::NotSent, Some(after_wait(now, failure))),
        Next::Look => (Move::LoseAnswer, Some(now.saturating_add(FIRST_LOOK_MS))),
        Next::ResignOnce | Next::Reject => (Move::Refuse, None),
    };
    let note = Step {
        at: now,
        failure: Some(gateway_code(failure.code).as_str().to_owned()),
        request_id: failure.request_id.clone(),
        next_look_at: next,
    };
    tracing::info!(
        code = failure.code(),
        ?step,
        "a request for money was not confirmed"
    );
    till.store.advance(id, step, note).await?;
    let payment = till.store.payment(id).await?;
    till.wake.ring();
    crate::watch::tell(till, &payment, true).await
}

/// A wait that the gateway asked for; the budget holds everything back that long, so it need not be exact.
fn after_wait(now: i64, failure: &Failure) -> i64 {
    let asked = failure.retry_after.unwrap_or(gateway::rate::DEFAULT_RETRY_WAIT);
    now.saturating_add(i64::try_from(asked.as_millis()).unwrap_or(i64::MAX))
}
