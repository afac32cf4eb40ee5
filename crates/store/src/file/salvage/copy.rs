//! Copying one table out of a damaged file, from both ends and around its broken pages.

use crate::StoreError;
use rusqlite::types::Value;
use rusqlite::{Connection, Row, Statement, Transaction, params_from_iter};
use std::time::Instant;

/// How the rows of a table can be walked.
#[derive(Debug, Clone, Copy)]
pub(super) enum Order {
    /// By a column; a broken page ends the walk.
    By(&'static str),
    /// By the row's number; a broken page is jumped over.
    Numbered,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Direction {
    NewestFirst,
    OldestFirst,
}

/// Copies what can be read until the deadline, newest first; returns how many rows.
pub(super) fn copy_table(
    old: &Connection,
    tx: &Transaction<'_>,
    table: &str,
    order: Order,
    deadline: Instant,
) -> Result<usize, StoreError> {
    let old_columns = columns_of(old, table)?;
    let columns: Vec<(String, String)> = columns_of(tx, table)?
        .into_iter()
        .filter_map(|name| source_of(table, &name, &old_columns).map(|source| (name, source)))
        .collect();
    let sources: Vec<&str> = columns.iter().map(|(_, source)| source.as_str()).collect();
    let sources = sources.join(", ");
    let names: Vec<&str> = columns.iter().map(|(name, _)| name.as_str()).collect();
    let names = names.join(", ");
    let places = vec!["?"; columns.len()].join(", ");
    let mut copy = Copy {
        old,
        insert: tx.prepare(&format!(
            "INSERT OR IGNORE INTO {table} ({names}) VALUES ({places})"
        ))?,
        width: columns.len(),
        deadline,
        saved: 0,
    };
    for direction in [Direction::NewestFirst, Direction::OldestFirst] {
        let is_complete = match order {
            Order::By(column) => copy.walk(table, &sources, column, direction)?,
            Order::Numbered => copy.jump(table, &sources, direction)?,
        };
        if is_complete {
            break;
        }
    }
    Ok(copy.saved)
}

/// What fills a column: the old one of its name, or what its migration filled it with. Others keep their default.
fn source_of(table: &str, column: &str, old_columns: &[String]) -> Option<String> {
    if old_columns.iter().any(|old| old == column) {
        return Some(column.to_owned());
    }
    let filled = match (table, column) {
        ("intent", "payment_id") => "id",
        ("payment", "method") => "'transfer'",
        ("payment", "asked_now") => "amount",
        _ => return None,
    };
    Some(filled.to_owned())
}

fn columns_of(db: &Connection, table: &str) -> Result<Vec<String>, StoreError> {
    let mut select = db.prepare("SELECT name FROM pragma_table_info(?1)")?;
    let names = select.query_map([table], |row| row.get(0))?;
    Ok(names.collect::<Result<_, _>>()?)
}

struct Copy<'a> {
    old: &'a Connection,
    insert: Statement<'a>,
    width: usize,
    deadline: Instant,
    saved: usize,
}

impl Copy<'_> {
    fn is_late(&self) -> bool {
        Instant::now() >= self.deadline
    }

    /// Walks until the end, the deadline or a broken page; tells whether nothing more is to be done.
    fn walk(
        &mut self,
        table: &str,
        sources: &str,
        column: &str,
        direction: Direction,
    ) -> Result<bool, StoreError> {
        let way = if direction == Direction::NewestFirst {
            "DESC"
        } else {
            "ASC"
        };
        let mut select = self.old.prepare(&format!(
            "SELECT 0, {sources} FROM {table} ORDER BY {column} {way}"
        ))?;
        let mut rows = select.query([])?;
        loop {
            match rows.next() {
                _ if self.is_late() => return Ok(true),
                Ok(Some(row)) => self.keep(row),
                Ok(None) => return Ok(true),
                Err(_) => return Ok(false),
            }
        }
    }

    /// Walks to the end and leaps over broken pages, each leap twice as far until a row is met again.
    fn jump(&mut self, table: &str, sources: &str, direction: Direction) -> Result<bool, StoreError> {
        let (compare, way, mut last) = match direction {
            Direction::NewestFirst => ("<=", "DESC", i64::MAX),
            Direction::OldestFirst => (">=", "ASC", i64::MIN),
        };
        let mut select = self.old.prepare(&format!(
            "SELECT rowid, {sources} FROM {table} WHERE rowid {compare} ?1 ORDER BY rowid {way}"
        ))?;
        let (mut leap, mut is_complete) = (0i64, true);
        loop {
            let mut rows = select.query([last])?;
            let mut met_rows = false;
            loop {
                match rows.next() {
                    _ if self.is_late() => return Ok(true),
                    Ok(Some(row)) => {
                        met_rows = true;
                        last = row.get(0).unwrap_or(last);
                        self.keep(row);
                    }
                    Ok(None) => return Ok(is_complete),
                    Err(_) => break,
                }
            }
            is_complete = false;
            leap = if met_rows {
                1
            } else {
                leap.saturating_mul(2).max(1)
            };
            let next = match direction {
                Direction::NewestFirst => last.checked_sub(leap),
                Direction::OldestFirst => last.checked_add(leap),
            };
            let Some(next) = next else { return Ok(false) };
            last = next;
        }
    }

    fn keep(&mut self, row: &Row<'_>) {
        let values: Result<Vec<Value>, _> = (1..=self.width).map(|at| row.get(at)).collect();
        self.saved += values
            .and_then(|values| self.insert.execute(params_from_iter(values)))
            .unwrap_or(0);
    }
}
