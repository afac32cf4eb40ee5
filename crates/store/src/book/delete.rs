//! Deleting a row: at once where the gateway never knew it, otherwise once it was told.

use super::entry::{Entry, Row};
use super::row;
use crate::StoreError;
use domain::{MirrorState, UnixMs};
use rusqlite::Transaction;

pub(super) fn delete<E: Entry>(tx: &Transaction<'_>, id: E::Id, at: UnixMs) -> Result<(), StoreError> {
    let found = row::of_id::<E>(tx, id)?.ok_or(StoreError::NotFound(E::TABLE))?;
    take_out(tx, found, at)
}

/// As [`delete`], of a row that was read.
pub(super) fn take_out<E: Entry>(
    tx: &Transaction<'_>,
    mut found: Row<E>,
    at: UnixMs,
) -> Result<(), StoreError> {
    let mirror = &mut found.mirror;
    match mirror.state {
        MirrorState::ToDelete => return Ok(()),
        MirrorState::Gone => return row::remove::<E>(tx, found.id),
        _ if mirror.gateway_id.is_none() => return row::remove::<E>(tx, found.id),
        _ => {}
    }
    mirror.state = MirrorState::ToDelete;
    mirror.problem = None;
    mirror.message = None;
    mirror.changed_at = at.max(mirror.changed_at.saturating_add(1));
    row::write_mirror(tx, &found)
}
