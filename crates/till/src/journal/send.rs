//! Lets a committed request go and writes down what came back.

use super::adopt::{Adopted, adopt};
use super::{FIRST_LOOK_MS, GUARD, next_try};
use crate::error::gateway_code;
use crate::{Till, TillError, watch};
use domain::{Move, Payment, PaymentId, UnixMs};
use gateway::repeat::{Next, after_failure};
use gateway::{Certainty, Failure, Priority};
use store::{Step, StoreError};

/// Sends the stored bytes. Only one of several callers can take the step that lets them go; the others do nothing. Nothing leaves
/// for another world than the one it was decided in.
///
/// # Errors
/// Storage errors, no keys. The gateway's troubles end in the journal, not here.
pub(crate) async fn send(till: &Till, id: PaymentId, priority: Priority) -> Result<(), TillError> {
    let line = till.line();
    let client = line.client()?;
    let before = till.store.payment(id).await?;
    let Some(body) = till.store.body(id).await? else {
        return Ok(());
    };
    let Some(_flight) = till.flights.begin(id) else {
        return Ok(());
    };
    if before.environment != line.environment {
        return Ok(());
    }
    let sent_at = till.now();
    match till.store.advance(id, Move::Send, Step::at(sent_at)).await {
        Ok(_) => {}
        Err(StoreError::Move(_)) => return Ok(()),
        Err(error) => return Err(error.into()),
    }
    match client.send_create_payment(&body, priority).await {
        Ok(answer) => {
            let skew_ms = client.clock_reading().skew_ms;
            adopt(
                till,
                &before,
                Adopted {
                    sent_at,
                    skew_ms,
                    answer,
                },
            )
            .await
        }
        Err(failure) => failed(till, &before, &failure).await,
    }
}

async fn failed(till: &Till, before: &Payment, failure: &Failure) -> Result<(), TillError> {
    let now = till.now();
    let attempts = till.store.intent(before.id).await?.attempts;
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
    till.store.advance(before.id, step, note).await?;
    if failure.certainty != Certainty::Refused || next.is_some() {
        watch::failed(till, failure);
    }
    till.wake.ring();
    watch::tell_since(till, before).await
}

/// A wait that the gateway asked for; the budget holds everything back that long, so it need not be exact.
fn after_wait(now: UnixMs, failure: &Failure) -> UnixMs {
    let asked = failure.retry_after.unwrap_or(gateway::rate::DEFAULT_RETRY_WAIT);
    now.saturating_add(i64::try_from(asked.as_millis()).unwrap_or(i64::MAX))
}
