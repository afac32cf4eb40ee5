//! From a decision to its first answer.

use super::{FIRST_LOOK_MS, adopt, advance, tamper};
use crate::journal::outcome::after_wait;
use crate::journal::{guard, next_try};
use crate::owner::{Limits, day_start};
use crate::payouts::{self, Prepared, Seen};
use crate::{Till, TillError};
use contract::ErrorCode;
use domain::{IntentKind, IntentState, Move, Payout, PayoutId};
use gateway::repeat::{Next, after_failure};
use gateway::{Failure, Priority};
use store::{CommitOutcome, NewPayout, Note, StoreError};
use tokio::sync::MutexGuard;

/// Writes a payout down that was read back, lets `deciding` go, sends it and gives what became of it. Only the call that wrote it down
/// sends it.
///
/// # Errors
/// Before anything is written: `payout_over_day`, a damaged disk. Later troubles are in the payout.
pub(crate) async fn decide(
    till: &Till,
    deciding: MutexGuard<'_, ()>,
    prepared: Prepared,
    limits: Limits,
) -> Result<Payout, TillError> {
    crate::app::require_durable(till)?;
    let id = prepared.id;
    let new = NewPayout {
        environment: prepared.environment,
        content: prepared.seen.content.clone(),
        body: prepared.seen.body.clone(),
        at: till.now(),
        day_limit: limits.day,
        day_start: day_start(till),
    };
    till.payouts.decide(&prepared, till.clock.monotonic_ms());
    let outcome = match till.store.commit_payout(id, new).await {
        Ok(outcome) => outcome,
        Err(error) => {
            till.payouts.take_back(prepared, till.clock.monotonic_ms());
            return Err(match error {
                StoreError::OverDay { used } => TillError::Refused(limits.over_day(used)),
                error => error.into(),
            });
        }
    };
    drop(deciding);
    if outcome == CommitOutcome::Committed {
        payouts::tell(till, id);
        match leave(till, id, Priority::Click).await {
            Ok(()) => {}
            Err(TillError::Refused(body)) => return Err(TillError::Refused(body)),
            Err(error) => {
                tracing::warn!(%error, "a payout did not leave at once");
                till.wake.ring();
            }
        }
    }
    Ok(till.store.payout(id).await?)
}

/// Lets a payout leave that a person decided in this process a moment ago; any other stays where it is.
///
/// # Errors
/// `payout_tampered`; storage errors, no keys. The gateway's troubles end in the journal.
pub(in crate::journal) async fn leave(
    till: &Till,
    id: PayoutId,
    priority: Priority,
) -> Result<(), TillError> {
    if !till.payouts.may_leave(id, till.clock.monotonic_ms()) {
        return Ok(());
    }
    match till.payouts.decided(id) {
        Some(seen) => {
            let left = send(till, id, &seen, priority).await;
            if matches!(left, Err(TillError::Refused(_))) {
                till.payouts.keep_back(id);
            }
            left
        }
        None => Ok(()),
    }
}

/// Lets a payout go that certainly had no effect, as a person was last shown it.
///
/// # Errors
/// `read_back_gone`, `payout_tampered`; storage errors, no keys. The gateway's troubles end in the journal.
pub(crate) async fn let_go(till: &Till, id: PayoutId) -> Result<(), TillError> {
    crate::app::require_durable(till)?;
    let seen = till.payouts.shown(id).ok_or(ErrorCode::ReadBackGone)?;
    if till.payouts.decided(id).is_some_and(|decided| decided != seen) {
        return Err(tamper::tampered(&till.store.payout(id).await?));
    }
    send(till, id, &seen, Priority::Click).await
}

/// Sends what was seen, if the disk still tells the same. Only one of several callers can take the step that lets it go.
async fn send(till: &Till, id: PayoutId, seen: &Seen, priority: Priority) -> Result<(), TillError> {
    let line = till.line();
    let client = line.client()?;
    let Some(_flight) = till.flights.begin(id.into()) else {
        return Ok(());
    };
    let payout = till.store.payout(id).await?;
    let body = till.store.body(id).await?.unwrap_or_default();
    if payout.environment != line.environment || !has_no_effect(payout.intent) {
        return Ok(());
    }
    tamper::require_same(&payout, &body, seen)?;
    let sent_at = till.now();
    if !advance(till, id, id, Move::Send, Note::at(sent_at)).await? {
        return Ok(());
    }
    let question = till.hearing.ask();
    match client.send_create_payout(&body, priority).await {
        Ok(answer) => adopt::adopt(till, &payout, answer, question).await,
        Err(failure) => note(till, id, &failure).await,
    }
}

const fn has_no_effect(state: IntentState) -> bool {
    matches!(state, IntentState::Committed | IntentState::Absent)
}

/// Moves the intent on after a call that did not succeed.
async fn note(till: &Till, id: PayoutId, failure: &Failure) -> Result<(), TillError> {
    let now = till.now();
    let attempts = till.store.intent(id).await?.attempts;
    let (step, next) = match after_failure(guard(IntentKind::PayoutCreate), failure) {
        Next::SendAgain => (Move::NotSent, Some(next_try(now, attempts))),
        Next::Wait => (Move::NotSent, Some(after_wait(now, failure))),
        Next::Look => (Move::LoseAnswer, Some(now.saturating_add(FIRST_LOOK_MS))),
        Next::ResignOnce | Next::Reject => (Move::Refuse, None),
    };
    tracing::info!(code = failure.code(), ?step, "a payout was not confirmed");
    let entry = Note {
        failure: Some(payouts::reason_of(failure).as_str().to_owned()),
        request_id: failure.request_id.clone(),
        next_look_at: next,
        said: payouts::said_of(failure),
        ..Note::at(now)
    };
    advance(till, id, id, step, entry).await.map(drop)
}
