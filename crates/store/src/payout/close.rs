//! A person closes a payout: it is not sent any more, or no code shall be entered for it.

use super::row;
use crate::event::{self, Event, EventKind};
use crate::intent::{self, Note};
use crate::{Store, StoreError};
use domain::{IntentState, Move, Payout, PayoutId, PayoutStanding, UnixMs};
use rusqlite::Transaction;

impl Store {
    /// Closes a payout that was never made, or that waits for a code, with the reason. One that is closed already stays as it is.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such payout, [`StoreError::Standing`] when it may have moved money or still may:
    /// nothing changes then.
    pub async fn close_payout(&self, id: PayoutId, reason: String, at: UnixMs) -> Result<Payout, StoreError> {
        self.write(move |tx| close(tx, id, reason, at)).await
    }
}

fn close(tx: &Transaction<'_>, id: PayoutId, reason: String, at: UnixMs) -> Result<Payout, StoreError> {
    let payout = row::one(tx, id)?;
    match (payout.intent, PayoutStanding::of(&payout)) {
        (_, PayoutStanding::Closed) => return Ok(payout),
        (IntentState::Committed | IntentState::Absent, _) => {
            intent::take(tx, id.into(), Move::Drop, &Note::at(at))?;
        }
        (_, PayoutStanding::AwaitingCode | PayoutStanding::Differs) => {
            event::append(tx, id, &Event::new(EventKind::Dropped, at))?;
        }
        (_, other) => return Err(StoreError::Standing(other)),
    }
    let closed = Payout {
        closed_reason: Some(reason),
        ..payout
    };
    row::save(tx, &closed, at)?;
    row::renew(tx, id)
}
