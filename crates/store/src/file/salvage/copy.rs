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
    let mut columns = columns_of(tx, table)?;
    columns.retain(|column| old_columns.contains(column));
    let names = columns.join(", ");
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
            Order::By(column) => copy.walk(table, &names, column, direction)?,
            Order::Numbered => copy.jump(table, &names, direction)?,
        };
        if is_complete {
            break;
        }
    }
    Ok(copy.saved)
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
        names: &str,
        column: &str,
        direction: Direction,
    ) -> Result<bool, StoreError> {
        let way = if direction == Direction::NewestFirst {
            "DESC"
        } else {
            "ASC"
        };
        let mut select = self
            .old
            .prepare(&format!("SELECT 0, {names} FROM {table} ORDER BY {column} {way}"))?;
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
    fn jump(&mut self, table: &str, names: &str, direction: Direction) -> Result<bool, StoreError> {
        let (compare, way, mut last) = match direction {
            Direction::NewestFirst => ("<=", "DESC", i64::MAX),
            Direction::OldestFirst => (">=", "ASC", i64::MIN),
        };
        let mut select = self.old.prepare(&format!(
            "SELECT rowid, {names} FROM {table} WHERE rowid {compare} ?1 ORDER BY rowid {way}"
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
