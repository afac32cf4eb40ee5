//! Reading and writing rows of a book.

use super::entry::{Entry, Row};
use crate::StoreError;
use crate::column::{json, parsed, unreadable, word};
use crate::fold::fold;
use domain::{Environment, Mirror, MirrorState};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Transaction, params_from_iter};

/// Rows that stand at the gateway or are on their way there.
pub(super) const LIVE: &str = "state NOT IN ('to_delete', 'gone')";

/// Rows that hold their code: the words of the index `…_live_code`, which serves only where they stand as they are.
pub(super) const HOLDS_CODE: &str = "state NOT IN ('to_delete', 'gone', 'refused')";

/// A row's code is the second value: the index `…_by_code` leads there, whatever the case, and the case is compared then.
pub(super) const HAS_CODE: &str = "code = ?2 COLLATE NOCASE AND code = ?2";

pub(super) fn read<E: Entry>(columns: &rusqlite::Row<'_>) -> rusqlite::Result<E> {
    E::from_row(read_row(columns)?, columns)
}

pub(super) fn read_row<E: Entry>(columns: &rusqlite::Row<'_>) -> rusqlite::Result<Row<E>> {
    Ok(Row {
        id: parsed(columns, "id")?,
        environment: word(columns, "environment", Environment::from_stored)?,
        facts: json(columns, "facts")?.ok_or_else(|| unreadable("facts"))?,
        mirror: Mirror {
            gateway_id: columns.get("gateway_id")?,
            state: word(columns, "state", MirrorState::from_stored)?,
            problem: columns.get("problem")?,
            message: columns.get("message")?,
            fetched_at: columns.get("fetched_at")?,
            changed_at: columns.get("changed_at")?,
        },
    })
}

pub(super) fn one<E: Entry>(db: &Connection, id: E::Id) -> Result<E, StoreError> {
    db.prepare_cached(&format!("SELECT * FROM {} WHERE id = ?1", E::TABLE))?
        .query_row([id.to_string()], read)
        .optional()?
        .ok_or(StoreError::NotFound(E::TABLE))
}

/// The row of an id, if there is one.
pub(super) fn of_id<E: Entry>(db: &Connection, id: E::Id) -> Result<Option<Row<E>>, StoreError> {
    first(db, "id = ?1", [id.to_string()])
}

/// The first row that a condition lets through.
pub(super) fn first<E: Entry>(
    db: &Connection,
    condition: &str,
    values: impl rusqlite::Params,
) -> Result<Option<Row<E>>, StoreError> {
    let mut select = db.prepare_cached(&format!("SELECT * FROM {} WHERE {condition} LIMIT 1", E::TABLE))?;
    Ok(select.query_row(values, read_row).optional()?)
}

/// Keeps what a person made or changed. What became known of the gateway's half since the page read the row is not lost, and every
/// change has a moment of its own, which tells it from the one that is just being sent.
pub(super) fn save<E: Entry>(tx: &Transaction<'_>, mut row: Row<E>) -> Result<Row<E>, StoreError> {
    if let Some(old) = of_id::<E>(tx, row.id)? {
        let (known, mirror) = (old.mirror, &mut row.mirror);
        mirror.changed_at = mirror.changed_at.max(known.changed_at.saturating_add(1));
        mirror.fetched_at = mirror.fetched_at.max(known.fetched_at);
        if mirror.gateway_id.is_none() && known.state != MirrorState::Gone {
            mirror.gateway_id = known.gateway_id;
        }
    }
    if row.mirror.gateway_id.is_some() && row.mirror.state == MirrorState::ToCreate {
        row.mirror.state = MirrorState::ToUpdate;
    }
    let code = E::code(&row.facts);
    if !matches!(
        row.mirror.state,
        MirrorState::ToDelete | MirrorState::Gone | MirrorState::Refused
    ) && is_taken::<E>(tx, &row, code)?
    {
        return Err(StoreError::CodeTaken(code.to_owned()));
    }
    write(tx, &row)?;
    Ok(row)
}

fn is_taken<E: Entry>(tx: &Transaction<'_>, row: &Row<E>, code: &str) -> Result<bool, StoreError> {
    let condition = format!("environment = ?1 AND code = ?2 AND id <> ?3 AND {HOLDS_CODE}");
    let values = (row.environment.as_str(), code, row.id.to_string());
    Ok(first::<E>(tx, &condition, values)?.is_some())
}

/// Writes a row, a new one or in place of the old.
pub(super) fn write<E: Entry>(tx: &Transaction<'_>, row: &Row<E>) -> Result<(), StoreError> {
    let Mirror {
        gateway_id,
        state,
        problem,
        message,
        fetched_at,
        changed_at,
    } = &row.mirror;
    let mut columns: Vec<(&str, Value)> = vec![
        ("id", row.id.to_string().into()),
        ("environment", row.environment.as_str().to_owned().into()),
        ("code", E::code(&row.facts).to_owned().into()),
        ("name_key", fold(E::name(&row.facts)).into()),
        ("facts", serde_json::to_string(&row.facts)?.into()),
        ("folded", fold(&E::text(&row.facts)).into()),
        ("gateway_id", gateway_id.clone().into()),
        ("state", state.as_str().to_owned().into()),
        ("problem", problem.clone().into()),
        ("message", message.clone().into()),
        ("fetched_at", (*fetched_at).into()),
        ("changed_at", (*changed_at).into()),
    ];
    let own = E::own(&row.facts).into_iter().map(Value::from);
    columns.extend(E::OWN.iter().copied().zip(own));
    let names: Vec<_> = columns.iter().map(|(name, _)| *name).collect();
    let changes: Vec<_> = names
        .iter()
        .filter(|name| !matches!(**name, "id" | "environment"))
        .map(|name| format!("{name} = excluded.{name}"))
        .collect();
    let sql = format!(
        "INSERT INTO {} ({}) VALUES ({}) ON CONFLICT (id) DO UPDATE SET {}",
        E::TABLE,
        names.join(", "),
        vec!["?"; names.len()].join(", "),
        changes.join(", ")
    );
    let values = columns.into_iter().map(|(_, value)| value);
    tx.prepare_cached(&sql)?.execute(params_from_iter(values))?;
    Ok(())
}

/// Writes the gateway's half of a row.
pub(super) fn write_mirror<E: Entry>(tx: &Transaction<'_>, row: &Row<E>) -> Result<(), StoreError> {
    let mirror = &row.mirror;
    tx.prepare_cached(&format!(
        "UPDATE {} SET gateway_id = ?2, state = ?3, problem = ?4, message = ?5, fetched_at = ?6, changed_at = ?7 WHERE id = ?1",
        E::TABLE
    ))?
    .execute((
        row.id.to_string(),
        &mirror.gateway_id,
        mirror.state.as_str(),
        &mirror.problem,
        &mirror.message,
        mirror.fetched_at,
        mirror.changed_at,
    ))?;
    Ok(())
}

pub(super) fn remove<E: Entry>(tx: &Transaction<'_>, id: E::Id) -> Result<(), StoreError> {
    tx.prepare_cached(&format!("DELETE FROM {} WHERE id = ?1", E::TABLE))?
        .execute([id.to_string()])?;
    Ok(())
}
