//! After a payout, or a step on it, moved: its standing is renewed, and a code that its end has answered is closed.

use super::row;
use crate::StoreError;
use crate::intent::{self, Note};
use domain::{IntentState, Move, Payout, PayoutId, PayoutStatus, UnixMs};
use rusqlite::Transaction;

/// After its intent or a step on it moved.
pub(crate) fn follow(tx: &Transaction<'_>, id: PayoutId, at: UnixMs) -> Result<(), StoreError> {
    if let Some(payout) = row::maybe_one(tx, id)? {
        close_code(tx, &payout, at)?;
        row::renew(tx, id)?;
    }
    Ok(())
}

/// The end of a payout answers what became of its code; that the gateway still waits for one answers nothing.
///
/// One whose request is just under way is left to its own answer; without one it comes here again.
pub(super) fn close_code(tx: &Transaction<'_>, payout: &Payout, at: UnixMs) -> Result<(), StoreError> {
    let Some(code) = payout.newest_code() else {
        return Ok(());
    };
    let answer = match payout.heard.as_ref().map(|heard| &heard.status) {
        Some(PayoutStatus::Success) => Move::Confirm,
        Some(PayoutStatus::Failed) => Move::Refuse,
        _ => return Ok(()),
    };
    let moves: &[Move] = match code.state {
        IntentState::Committed => &[Move::Drop],
        IntentState::Unknown | IntentState::Absent => &[Move::Look, answer],
        IntentState::Looking => &[answer],
        _ => &[],
    };
    for step in moves {
        intent::take(tx, code.id, *step, &Note::at(at))?;
    }
    Ok(())
}
