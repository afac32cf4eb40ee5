//! Taking over what the gateway has: its rows are ours, save where a person changed something here that it does not know yet.

use super::entry::{Entry, Row};
use super::row::{self, HAS_CODE, HOLDS_CODE};
use super::settle::of_gateway_id;
use crate::StoreError;
use domain::{Environment, Mirror, MirrorState, UnixMs};
use rusqlite::Transaction;
use uuid::Builder;

/// A row as the gateway has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fetched<F> {
    /// The gateway's id.
    pub gateway_id: String,
    /// What it says.
    pub facts: F,
}

/// The problem of a row whose code another one has at the gateway.
const CODE_TAKEN: &str = "code_taken";

/// Marks a row for a person to look at.
pub(super) fn refuse(mirror: &mut Mirror) {
    mirror.state = MirrorState::Refused;
    mirror.problem = Some(CODE_TAKEN.to_owned());
    mirror.message = None;
}

/// Takes over one row.
pub(super) fn take_over<E: Entry>(
    tx: &Transaction<'_>,
    environment: Environment,
    fetched: Fetched<E::Facts>,
    at: UnixMs,
) -> Result<(), StoreError> {
    if let Some(known) = of_gateway_id::<E>(tx, environment, &fetched.gateway_id)? {
        return refresh(tx, known, fetched.facts, at);
    }
    let waiting = format!(
        "environment = ?1 AND {HAS_CODE} AND gateway_id IS NULL AND state IN ('to_create', 'refused')
         ORDER BY state = 'refused'"
    );
    let code = E::code(&fetched.facts);
    let ours = row::first::<E>(tx, &waiting, (environment.as_str(), code))?;
    // The code alone proves nothing: with other facts it is somebody else's row, and ours is for a person to look at.
    if let Some(ours) = ours.filter(|ours| ours.facts == fetched.facts) {
        return adopt(tx, ours, fetched.gateway_id, at);
    }
    let new = Row::<E> {
        id: E::id(new_uuid(tx, at)?),
        environment,
        facts: fetched.facts,
        mirror: Mirror {
            gateway_id: Some(fetched.gateway_id),
            state: MirrorState::Clean,
            fetched_at: Some(at),
            ..Mirror::new(at)
        },
    };
    free_code(tx, &new)?;
    row::write(tx, &new)
}

/// A row that we know to be the gateway's.
fn refresh<E: Entry>(
    tx: &Transaction<'_>,
    mut known: Row<E>,
    facts: E::Facts,
    at: UnixMs,
) -> Result<(), StoreError> {
    known.mirror.fetched_at = Some(at);
    let is_same = known.facts == facts;
    match known.mirror.state {
        MirrorState::Clean if is_same => return row::write_mirror(tx, &known),
        MirrorState::Clean | MirrorState::Gone => {}
        MirrorState::Refused if is_same => {}
        _ => return row::write_mirror(tx, &known),
    }
    known.facts = facts;
    settle_clean(tx, known)
}

/// A row of ours that the gateway turns out to have: made by a request whose answer was lost, or by hand on its portal.
fn adopt<E: Entry>(
    tx: &Transaction<'_>,
    mut ours: Row<E>,
    gateway_id: String,
    at: UnixMs,
) -> Result<(), StoreError> {
    ours.mirror.gateway_id = Some(gateway_id);
    ours.mirror.fetched_at = Some(at);
    settle_clean(tx, ours)
}

fn settle_clean<E: Entry>(tx: &Transaction<'_>, mut found: Row<E>) -> Result<(), StoreError> {
    found.mirror.state = MirrorState::Clean;
    found.mirror.problem = None;
    found.mirror.message = None;
    free_code(tx, &found)?;
    row::write(tx, &found)
}

/// The gateway says whose a code is. Another row that stands with it was deleted or renamed there, unless a person gave it that code
/// here: then the person must look.
fn free_code<E: Entry>(tx: &Transaction<'_>, owner: &Row<E>) -> Result<(), StoreError> {
    let condition = format!("environment = ?1 AND code = ?2 AND id <> ?3 AND {HOLDS_CODE}");
    let values = (
        owner.environment.as_str(),
        E::code(&owner.facts),
        owner.id.to_string(),
    );
    let Some(mut other) = row::first::<E>(tx, &condition, values)? else {
        return Ok(());
    };
    if other.mirror.state == MirrorState::Clean {
        other.mirror.state = MirrorState::Gone;
    } else {
        refuse(&mut other.mirror);
    }
    row::write_mirror(tx, &other)
}

/// After all of the gateway's rows were fetched: clean ones that were not among them are gone. Returns how many.
pub(super) fn finish<E: Entry>(
    tx: &Transaction<'_>,
    environment: Environment,
    started_at: UnixMs,
) -> Result<usize, StoreError> {
    Ok(tx
        .prepare_cached(&format!(
            "UPDATE {} SET state = 'gone'
             WHERE environment = ?1 AND state = 'clean' AND gateway_id IS NOT NULL AND COALESCE(fetched_at, 0) < ?2",
            E::TABLE
        ))?
        .execute((environment.as_str(), started_at))?)
}

/// An id for a row that the gateway told of; nobody has named it yet.
fn new_uuid(tx: &Transaction<'_>, at: UnixMs) -> Result<uuid::Uuid, StoreError> {
    let random: [u8; 10] = tx
        .prepare_cached("SELECT randomblob(10)")?
        .query_row([], |row| row.get(0))?;
    let millis = u64::try_from(at).map_err(StoreError::failed)?;
    Ok(Builder::from_unix_timestamp_millis(millis, &random).into_uuid())
}
