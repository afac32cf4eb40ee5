//! Moving an intent along the state machine of `domain::IntentState`, never past it.

use super::query;
use crate::event::{self, Event, EventKind};
use crate::{Store, StoreError, payment};
use domain::{IntentState, Move, PaymentId, UnixMs};
use rusqlite::Transaction;

/// What is known of a move besides the move itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// When.
    pub at: UnixMs,
    /// The stable code of what went wrong; `None` leaves the last one, [`Move::Confirm`] clears it.
    pub failure: Option<String>,
    /// The gateway's request id; `None` leaves the last one.
    pub request_id: Option<String>,
    /// When the journal acts next; `None` when it need not.
    pub next_look_at: Option<UnixMs>,
}

impl Step {
    /// A move without anything else to tell.
    #[must_use]
    pub const fn at(at: UnixMs) -> Self {
        Self {
            at,
            failure: None,
            request_id: None,
            next_look_at: None,
        }
    }
}

impl Store {
    /// Takes one move: state, counters, failure, next look, timeline and verdict change in one transaction.
    ///
    /// Not for [`Move::Commit`] (see [`Store::commit`]) nor [`Move::Confirm`] (see [`Store::confirm`]), which need more.
    ///
    /// # Errors
    /// [`StoreError::Move`] when the state does not allow it; nothing changes then.
    pub async fn advance(&self, id: PaymentId, step: Move, note: Step) -> Result<IntentState, StoreError> {
        self.write(move |tx| {
            let state = take(tx, id, step, &note)?;
            payment::refresh_verdict(tx, id)?;
            Ok(state)
        })
        .await
    }
}

/// The move itself, inside a larger transaction.
pub(crate) fn take(
    tx: &Transaction<'_>,
    id: PaymentId,
    step: Move,
    note: &Step,
) -> Result<IntentState, StoreError> {
    let state = query::one(tx, id)?.state.after(step)?;
    let (is_send, is_miss, is_confirm) = (step == Move::Send, step == Move::Miss, step == Move::Confirm);
    tx.prepare_cached(
        "UPDATE intent SET
           state = ?2,
           attempts = attempts + ?3,
           absent_looks = CASE WHEN ?3 THEN 0 ELSE absent_looks + ?4 END,
           last_failure = CASE WHEN ?5 THEN NULL ELSE COALESCE(?6, last_failure) END,
           request_id = COALESCE(?7, request_id),
           next_look_at = ?8,
           updated_at = ?9
         WHERE id = ?1",
    )?
    .execute((
        id.to_string(),
        state.as_str(),
        is_send,
        is_miss,
        is_confirm,
        &note.failure,
        &note.request_id,
        note.next_look_at,
        note.at,
    ))?;
    let entry = Event {
        code: note.failure.clone(),
        request_id: note.request_id.clone(),
        ..Event::new(EventKind::of_move(step), note.at)
    };
    event::append(tx, id, &entry)?;
    Ok(state)
}
