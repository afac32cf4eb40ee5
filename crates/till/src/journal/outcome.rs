//! What is written down after a call that did not succeed.

use super::send::Shipment;
use super::{FIRST_LOOK_MS, guard, instalment, next_try};
use crate::error::gateway_code;
use crate::{Till, TillError, watch};
use contract::ErrorCode;
use domain::{IntentKind, IntentState, Move, Said, UnixMs};
use gateway::repeat::{Guard, Next, after_failure};
use gateway::{Certainty, Code, Failure};
use store::Note;

/// Why a call did not succeed.
#[derive(Debug)]
pub(super) struct Trouble {
    /// The failure, with what is certain about the effect of this one attempt.
    pub(super) failure: Failure,
    /// The gateway's words, when it said any.
    pub(super) said: Option<Said>,
}

impl From<Failure> for Trouble {
    fn from(failure: Failure) -> Self {
        Self { failure, said: None }
    }
}

/// Moves the intent on. An attempt that had no effect says nothing about the attempts before it.
pub(super) async fn note(till: &Till, shipment: &Shipment<'_>, trouble: Trouble) -> Result<(), TillError> {
    let Trouble { failure, said } = trouble;
    let now = till.now();
    let attempts = till.store.intent(shipment.intent.id).await?.attempts;
    let was_unclear = shipment.intent.state == IntentState::Unknown;
    let (step, next) = match after_failure(guard(shipment.intent.kind), &failure) {
        Next::SendAgain => (unless_sent(&failure, was_unclear), Some(next_try(now, attempts))),
        Next::Wait => (
            unless_sent(&failure, was_unclear),
            Some(after_wait(now, &failure)),
        ),
        Next::Look => (
            Move::LoseAnswer,
            Some(first_look(shipment.intent.kind, now, attempts)),
        ),
        Next::ResignOnce | Next::Reject if was_unclear && !ends_an_unclear_one(&failure, said.as_ref()) => {
            (Move::LoseAnswer, Some(next_try(now, attempts)))
        }
        Next::ResignOnce | Next::Reject => (Move::Refuse, None),
    };
    let code = match &said {
        Some(_) if step == Move::Refuse => ErrorCode::InstalmentRefused,
        _ => gateway_code(failure.code),
    };
    tracing::info!(code = failure.code(), ?step, kind = ?shipment.intent.kind, "a request was not confirmed");
    let entry = Note {
        failure: Some(code.as_str().to_owned()),
        request_id: failure.request_id.clone(),
        next_look_at: next,
        said,
        ..Note::at(now)
    };
    till.store.advance(shipment.intent.id, step, entry).await?;
    if let Some(method) = shipment.intent.kind.method()
        && (failure.certainty != Certainty::Refused || next.is_some())
    {
        watch::failed(till, method, &failure);
    }
    till.wake.ring();
    watch::tell_since(till, shipment.before).await
}

/// A gateway that holds the key is asked again rather than searched.
fn first_look(kind: IntentKind, now: UnixMs, attempts: u32) -> UnixMs {
    match guard(kind) {
        Guard::Key => next_try(now, attempts),
        Guard::Reference | Guard::Person => now.saturating_add(FIRST_LOOK_MS),
    }
}

/// An attempt that had no effect leaves the decision as it was before it.
const fn unless_sent(failure: &Failure, was_unclear: bool) -> Move {
    match failure.certainty {
        Certainty::NotSent | Certainty::Refused if !was_unclear => Move::NotSent,
        _ => Move::LoseAnswer,
    }
}

/// Whether a refused repeat means that the tries before it had no effect: only the gateway's own word about what was asked does.
/// Refusals of the caller may come before a look at the key, or from other keys and settings than the first try had.
fn ends_an_unclear_one(failure: &Failure, said: Option<&Said>) -> bool {
    let is_about_content = matches!(failure.code, Code::Validation | Code::BadRequest);
    is_about_content && said.is_some_and(instalment::is_about_content)
}

/// A wait that the gateway asked for; the budget holds everything back that long, so it need not be exact.
pub(super) fn after_wait(now: UnixMs, failure: &Failure) -> UnixMs {
    let asked = failure.retry_after.unwrap_or(gateway::rate::DEFAULT_RETRY_WAIT);
    now.saturating_add(i64::try_from(asked.as_millis()).unwrap_or(i64::MAX))
}
