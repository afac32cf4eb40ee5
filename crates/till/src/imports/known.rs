//! The book as it is, for comparing a file with it.

use super::{Chosen, Tabular};
use crate::{Till, TillError};
use domain::Environment;
use std::collections::HashMap;

/// Every row by its code and by what it is found under besides.
pub(super) struct Known<B> {
    rows: Vec<B>,
    by_code: HashMap<String, usize>,
    by_other: HashMap<String, usize>,
}

impl<B: Tabular> Known<B> {
    /// Reads the whole book.
    pub(super) async fn of(till: &Till, world: Environment) -> Result<Self, TillError> {
        let (mut rows, mut after) = (Vec::new(), None);
        loop {
            let page = B::page_of_book(&till.store, world, Chosen::default(), after).await?;
            rows.extend(page.rows);
            after = page.next;
            if after.is_none() {
                return Ok(Self::new(rows));
            }
        }
    }

    fn new(rows: Vec<B>) -> Self {
        let (mut by_code, mut by_other) = (HashMap::new(), HashMap::new());
        for (place, row) in rows.iter().enumerate() {
            by_code.insert(B::code(row.facts()).to_owned(), place);
            let other = B::other_key(row.facts());
            if !other.is_empty() {
                by_other.entry(other).or_insert(place);
            }
        }
        Self {
            rows,
            by_code,
            by_other,
        }
    }

    pub(super) fn by_code(&self, code: &str) -> Option<&B> {
        self.by_code.get(code).and_then(|place| self.rows.get(*place))
    }

    pub(super) fn by_other(&self, key: &str) -> Option<&B> {
        self.by_other.get(key).and_then(|place| self.rows.get(*place))
    }
}
