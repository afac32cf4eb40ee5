//! Saving what can be read from a damaged file: newest rows first, until the time is out.

use super::connect;
use crate::StoreError;
use rusqlite::types::Value;
use rusqlite::{Connection, Transaction, params_from_iter};
use std::path::Path;
use std::time::{Duration, Instant};

/// The app must be open within 3 s; what is not saved by then stays in the file that was set aside.
const TIME_LIMIT: Duration = Duration::from_millis(1_500);

/// In the order of their references. A payment without its intent, or an event without either, cannot be kept.
const TABLES: [(&str, &str); 7] = [
    ("setting", "key"),
    ("known_account", "confirmed_at"),
    ("account", "place"),
    ("sale", "rowid"),
    ("intent", "rowid"),
    ("payment", "rowid"),
    ("event", "rowid"),
];

/// Copies rows into the new database; returns how many.
pub(super) fn copy_readable(damaged: &Path, fresh: &mut Connection) -> usize {
    match try_copy(damaged, fresh) {
        Ok(count) => count,
        Err(error) => {
            tracing::warn!(%error, "nothing could be saved from the damaged database");
            0
        }
    }
}

fn try_copy(damaged: &Path, fresh: &mut Connection) -> Result<usize, StoreError> {
    let old = connect::salvager(damaged)?;
    let end = Instant::now() + TIME_LIMIT;
    let tx = fresh.transaction()?;
    // An intent whose sale was lost still counts; references are mended below, before the commit checks them.
    tx.pragma_update(None, "defer_foreign_keys", true)?;
    let mut saved = 0;
    for ((table, order), tables_left) in TABLES.into_iter().zip((1u32..=7).rev()) {
        // A large table must not use up the time of those after it.
        let deadline = Instant::now() + end.saturating_duration_since(Instant::now()) / tables_left;
        match copy_table(&old, &tx, table, order, deadline) {
            Ok(count) => saved += count,
            Err(error) => tracing::warn!(table, %error, "a table could not be saved"),
        }
    }
    mend_references(&tx)?;
    tx.commit()?;
    Ok(saved)
}

fn copy_table(
    old: &Connection,
    tx: &Transaction<'_>,
    table: &str,
    order: &str,
    deadline: Instant,
) -> Result<usize, StoreError> {
    let old_columns = columns_of(old, table)?;
    let mut columns = columns_of(tx, table)?;
    columns.retain(|column| old_columns.contains(column));
    let names = columns.join(", ");
    let places = vec!["?"; columns.len()].join(", ");
    let mut insert = tx.prepare(&format!(
        "INSERT OR IGNORE INTO {table} ({names}) VALUES ({places})"
    ))?;
    let mut saved = 0;
    // A broken page ends a scan; coming from the other end reaches the rows behind it.
    for direction in ["DESC", "ASC"] {
        let mut select = old.prepare(&format!(
            "SELECT {names} FROM {table} ORDER BY {order} {direction}"
        ))?;
        let mut rows = select.query([])?;
        let is_complete = loop {
            if Instant::now() >= deadline {
                return Ok(saved);
            }
            match rows.next() {
                Ok(Some(row)) => {
                    let values = (0..columns.len())
                        .map(|at| row.get::<_, Value>(at))
                        .collect::<Result<Vec<_>, _>>();
                    saved += values
                        .and_then(|values| insert.execute(params_from_iter(values)))
                        .unwrap_or(0);
                }
                Ok(None) => break true,
                Err(_) => break false,
            }
        };
        if is_complete {
            break;
        }
    }
    Ok(saved)
}

fn columns_of(db: &Connection, table: &str) -> Result<Vec<String>, StoreError> {
    let mut select = db.prepare("SELECT name FROM pragma_table_info(?1)")?;
    let names = select.query_map([table], |row| row.get(0))?;
    Ok(names.collect::<Result<_, _>>()?)
}

fn mend_references(tx: &Transaction<'_>) -> Result<(), StoreError> {
    tx.execute_batch(
        "INSERT INTO sale (id, environment, number, name, opened_at)
           SELECT i.sale_id, i.environment,
                  (SELECT COALESCE(MAX(number), 0) FROM sale) + ROW_NUMBER() OVER (ORDER BY i.created_at),
                  '', MIN(i.created_at)
           FROM intent i WHERE i.sale_id NOT IN (SELECT id FROM sale) GROUP BY i.sale_id;
         DELETE FROM event WHERE payment_id NOT IN (SELECT id FROM intent);
         UPDATE payment SET replaced_by = NULL WHERE replaced_by NOT IN (SELECT id FROM payment);
         DELETE FROM payment WHERE id NOT IN (SELECT id FROM intent) OR sale_id NOT IN (SELECT id FROM sale);",
    )?;
    Ok(())
}
