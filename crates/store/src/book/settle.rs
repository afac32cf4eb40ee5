//! What came of telling the gateway of a row.

use super::entry::{Entry, Row};
use super::row;
use crate::StoreError;
use domain::{Environment, MirrorState, UnixMs};
use rusqlite::Transaction;

/// What the gateway made of what it was told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It keeps the row as it was sent.
    Kept {
        /// The gateway's id.
        gateway_id: String,
        /// When it answered.
        at: UnixMs,
    },
    /// It refused; a person must look.
    Refused {
        /// The stable code.
        problem: String,
        /// The gateway's text; a stranger's.
        message: Option<String>,
    },
    /// It deleted the row.
    Deleted,
    /// It has no such row any more.
    Missing,
}

/// Keeps an outcome for the change that was seen when it was sent; returns the row's state, none when it was removed.
///
/// A row that was changed since stays pending: only the gateway's id is learnt.
pub(super) fn settle<E: Entry>(
    tx: &Transaction<'_>,
    id: E::Id,
    changed_at_seen: UnixMs,
    outcome: Outcome,
) -> Result<Option<MirrorState>, StoreError> {
    let Some(mut found) = row::of_id::<E>(tx, id)? else {
        return Ok(None);
    };
    let is_current = found.mirror.changed_at == changed_at_seen;
    if let Outcome::Kept { gateway_id, .. } = &outcome {
        release::<E>(tx, &found, gateway_id)?;
    }
    if !apply(&mut found, outcome, is_current) {
        row::remove::<E>(tx, id)?;
        return Ok(None);
    }
    row::write_mirror(tx, &found)?;
    Ok(Some(found.mirror.state))
}

/// Tells whether the row stays.
fn apply<E: Entry>(found: &mut Row<E>, outcome: Outcome, is_current: bool) -> bool {
    let mirror = &mut found.mirror;
    let is_sent = is_current && mirror.state.is_pending();
    match outcome {
        Outcome::Kept { gateway_id, at } => {
            mirror.gateway_id = Some(gateway_id);
            mirror.fetched_at = mirror.fetched_at.max(Some(at));
            // It may have been refused here meanwhile, for the code that turns out to be its own.
            let is_wanted = is_sent && mirror.state != MirrorState::ToDelete;
            if is_wanted || (is_current && mirror.state == MirrorState::Refused) {
                mirror.state = MirrorState::Clean;
                mirror.problem = None;
                mirror.message = None;
            } else if mirror.state == MirrorState::ToCreate {
                mirror.state = MirrorState::ToUpdate;
            }
        }
        Outcome::Refused { problem, message } if is_sent => {
            mirror.state = MirrorState::Refused;
            mirror.problem = Some(problem);
            mirror.message = message;
        }
        Outcome::Refused { .. } => {}
        Outcome::Deleted if mirror.state == MirrorState::ToDelete => return false,
        // It was wanted again while the gateway deleted it.
        Outcome::Deleted => {
            mirror.gateway_id = None;
            mirror.state = MirrorState::ToCreate;
        }
        Outcome::Missing => match mirror.state {
            MirrorState::ToDelete => return false,
            MirrorState::ToUpdate | MirrorState::Clean if is_current => mirror.state = MirrorState::Gone,
            _ => {}
        },
    }
    true
}

/// One gateway's row is one of ours. A copy that was fetched before we learnt that it is this row's makes way.
fn release<E: Entry>(tx: &Transaction<'_>, keeper: &Row<E>, gateway_id: &str) -> Result<(), StoreError> {
    let Some(mut other) = of_gateway_id::<E>(tx, keeper.environment, gateway_id)? else {
        return Ok(());
    };
    if other.id.to_string() == keeper.id.to_string() {
        return Ok(());
    }
    match other.mirror.state {
        MirrorState::Clean | MirrorState::Gone | MirrorState::ToDelete => row::remove::<E>(tx, other.id),
        _ => {
            // A person changed the copy; the change is kept for a person to look at.
            other.mirror.gateway_id = None;
            super::mirror::refuse(&mut other.mirror);
            row::write_mirror(tx, &other)
        }
    }
}

pub(super) fn of_gateway_id<E: Entry>(
    tx: &Transaction<'_>,
    environment: Environment,
    gateway_id: &str,
) -> Result<Option<Row<E>>, StoreError> {
    let condition = "environment = ?1 AND gateway_id = ?2";
    row::first(tx, condition, (environment.as_str(), gateway_id))
}
