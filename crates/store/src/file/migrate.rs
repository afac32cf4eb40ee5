//! Numbered migrations, each in one transaction; an older file is copied before the first of them.

use super::free_name;
use crate::StoreError;
use domain::UnixMs;
use rusqlite::{Connection, TransactionBehavior};
use std::path::Path;

/// All migrations in order; the first brings an empty file to version 1.
const MIGRATIONS: [&str; 5] = [
    include_str!("../../migrations/0001_tables.sql"),
    include_str!("../../migrations/0002_search.sql"),
    include_str!("../../migrations/0003_instalments.sql"),
    include_str!("../../migrations/0004_books.sql"),
    include_str!("../../migrations/0005_payouts.sql"),
];

/// Brings the file to the newest version; returns the version it had, if it was older and not empty.
pub(super) fn to_newest(
    connection: &mut Connection,
    path: &Path,
    now: UnixMs,
) -> Result<Option<u32>, StoreError> {
    let found: u32 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let known = u32::try_from(MIGRATIONS.len()).map_err(StoreError::failed)?;
    if found > known {
        return Err(StoreError::Newer { found, known });
    }
    if found == known {
        return Ok(None);
    }
    if found > 0 {
        copy_first(connection, path, found, now)?;
    }
    // A table that is built anew is gone for a moment; SQLite takes this switch only outside a transaction.
    connection.pragma_update(None, "foreign_keys", false)?;
    for (version, sql) in (1u32..).zip(MIGRATIONS) {
        if version > found {
            migrate(connection, version, sql)?;
        }
    }
    connection.pragma_update(None, "foreign_keys", true)?;
    Ok((found > 0).then_some(found))
}

fn migrate(connection: &mut Connection, version: u32, sql: &str) -> Result<(), StoreError> {
    let tx = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    tx.execute_batch(sql)?;
    if tx.prepare("PRAGMA foreign_key_check")?.exists([])? {
        return Err(StoreError::Damaged(
            "a row refers to one that is not there".into(),
        ));
    }
    tx.pragma_update(None, "user_version", version)?;
    tx.commit()?;
    Ok(())
}

fn copy_first(connection: &Connection, path: &Path, version: u32, now: UnixMs) -> Result<(), StoreError> {
    // The probe has just folded the log into the file, so the file alone is the whole database.
    let copy = free_name(path, &format!("v{version}"), now);
    connection.execute_batch("BEGIN IMMEDIATE")?;
    let copied = std::fs::copy(path, &copy);
    connection.execute_batch("ROLLBACK")?;
    copied?;
    std::fs::File::open(&copy)?.sync_all()?;
    Ok(())
}
