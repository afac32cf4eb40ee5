//! Noticing damage: a quick probe at the start, a whole check in the background, a mark for the next start.

use super::{beside, free_name};
use crate::StoreError;
use domain::UnixMs;
use rusqlite::Connection;
use std::path::{Path, PathBuf};

/// SQLite's files beside the database itself.
const COMPANIONS: [&str; 2] = ["-wal", "-shm"];

const SUSPECTED: &str = ".suspected";

/// Cheap signs of damage, independent of the file's size.
pub(super) fn probe(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    // Busy readers of another process may keep the log from being folded in; then lengths say nothing.
    let is_busy: i64 = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
    let pages: u32 = connection.pragma_query_value(None, "page_count", |row| row.get(0))?;
    let page_size: u32 = connection.pragma_query_value(None, "page_size", |row| row.get(0))?;
    if is_busy == 0 && std::fs::metadata(path)?.len() < u64::from(pages).saturating_mul(u64::from(page_size))
    {
        return Err(StoreError::Damaged(
            "the file is shorter than its header says".into(),
        ));
    }
    let tables: Vec<String> = connection
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql IS NOT NULL AND name NOT LIKE '%_search%'")?
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    for table in tables {
        touch_both_ends(connection, &table)?;
    }
    Ok(())
}

fn touch_both_ends(connection: &Connection, table: &str) -> Result<(), StoreError> {
    let name = table.replace('"', "\"\"");
    for order in ["ASC", "DESC"] {
        let sql = format!("SELECT * FROM \"{name}\" ORDER BY 1 {order} LIMIT 1");
        let mut statement = connection.prepare(&sql)?;
        let mut rows = statement.query([])?;
        rows.next()?;
    }
    Ok(())
}

/// Renames the file and its companions; returns the new name.
pub(super) fn set_aside(path: &Path, now: UnixMs) -> Result<PathBuf, StoreError> {
    let aside = free_name(path, "damaged", now);
    std::fs::rename(path, &aside)?;
    for companion in COMPANIONS {
        let from = beside(path, companion);
        if from.exists() {
            std::fs::rename(&from, beside(&aside, companion))?;
        }
    }
    let mark = beside(path, SUSPECTED);
    if mark.exists() {
        std::fs::remove_file(mark)?;
    }
    Ok(aside)
}

/// Whether an earlier run found damage in the file.
pub(super) fn is_suspected(path: &Path) -> bool {
    path.exists() && beside(path, SUSPECTED).exists()
}

/// Leaves a mark for the next start when a result tells of damage.
pub(crate) fn remember<T>(result: Result<T, StoreError>, path: &Path) -> Result<T, StoreError> {
    if let Err(StoreError::Damaged(cause)) = &result
        && !is_one_odd_row(cause.as_ref())
    {
        tracing::error!(%cause, "the database is damaged; it is set aside at the next start");
        if let Err(error) = std::fs::File::create(beside(path, SUSPECTED)) {
            tracing::error!(%error, "the damage could not be remembered");
        }
    }
    result
}

/// A row that holds a word we do not know is no reason to set the whole file aside.
fn is_one_odd_row(cause: &(dyn std::error::Error + 'static)) -> bool {
    let from_sqlite = cause.downcast_ref::<rusqlite::Error>();
    from_sqlite.is_some_and(|error| error.sqlite_error_code().is_none())
}

/// Reads and checks the whole file.
pub(crate) fn check(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    let findings = connection
        .prepare("PRAGMA quick_check(1)")
        .and_then(|mut check| check.query_row([], |row| row.get::<_, String>(0)))
        .map_err(StoreError::from);
    let result = findings.and_then(|finding| match finding.as_str() {
        "ok" => Ok(()),
        _ => Err(StoreError::Damaged(finding.into())),
    });
    remember(result, path)
}
