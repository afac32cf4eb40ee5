//! Rows of one kind, in the order they were made.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::Business;

/// What can be kept on a shelf.
pub(crate) trait Kept: Sized {
    /// The caller's own code.
    fn code(&self) -> &str;

    /// What was sent, as far as it is understood.
    fn body(&self) -> &Map<String, Value>;

    fn shelf(business: &Business) -> &Shelf<Self>;

    fn shelf_mut(business: &mut Business) -> &mut Shelf<Self>;
}

/// One thing with its id and times.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Row<T> {
    pub(crate) id: String,
    pub(crate) created_at_ms: i64,
    pub(crate) updated_at_ms: i64,
    pub(crate) kept: T,
}

/// Rows, and how many were ever made under each code.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Shelf<T> {
    rows: Vec<Row<T>>,
    made: BTreeMap<String, usize>,
}

impl<T> Default for Shelf<T> {
    fn default() -> Self {
        Self {
            rows: Vec::new(),
            made: BTreeMap::new(),
        }
    }
}

impl<T: Kept> Shelf<T> {
    pub(crate) fn rows(&self) -> &[Row<T>] {
        &self.rows
    }

    pub(crate) fn row(&self, id: &str) -> Option<&Row<T>> {
        self.rows.iter().find(|row| row.id == id)
    }

    pub(crate) fn row_mut(&mut self, id: &str) -> Option<&mut Row<T>> {
        self.rows.iter_mut().find(|row| row.id == id)
    }

    /// The newest with this code.
    pub(crate) fn with_code(&self, code: &str) -> Option<&Row<T>> {
        self.rows.iter().rfind(|row| row.kept.code() == code)
    }

    /// Whether a row other than `id` has this code.
    pub(crate) fn is_taken(&self, code: &str, id: Option<&str>) -> bool {
        self.rows
            .iter()
            .any(|row| row.kept.code() == code && Some(row.id.as_str()) != id)
    }

    /// How many were ever made under this code, deleted ones included.
    pub(crate) fn made(&self, code: &str) -> usize {
        self.made.get(code).copied().unwrap_or_default()
    }

    pub(crate) fn add(&mut self, row: Row<T>) {
        let made = self.made.entry(row.kept.code().to_owned()).or_default();
        *made = made.saturating_add(1);
        self.rows.push(row);
    }

    pub(crate) fn remove(&mut self, id: &str) {
        self.rows.retain(|row| row.id != id);
    }
}
