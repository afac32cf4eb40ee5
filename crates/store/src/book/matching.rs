//! Which rows of a book a filter lets through, as SQL.

use super::entry::{Entry, Exact, Filter};
use super::row::LIVE;
use crate::StoreError;
use crate::fold;
use rusqlite::Connection;
use rusqlite::types::Value;
use std::marker::PhantomData;

/// With more matches than this, walking the names and looking whether each is one costs less than putting the matches in order.
const FEW: i64 = 2_000;

/// The rows `c` that match.
pub(super) struct Matching<E> {
    /// `c` and how it is walked.
    pub(super) from: String,
    pub(super) sql: String,
    pub(super) values: Vec<Value>,
    book: PhantomData<E>,
}

impl<E: Entry> Matching<E> {
    /// All that match.
    pub(super) fn new(db: &Connection, filter: &Filter) -> Result<Self, StoreError> {
        let mut matching = Self::without_search(filter);
        let words = words_of(filter.search.as_deref().unwrap_or_default());
        if words.is_empty() {
            return Ok(matching);
        }
        let mut count = 0;
        let mut parts = Vec::new();
        for words in words {
            let Some(query) = fold::query(&words) else {
                continue;
            };
            count += count_up_to_few::<E>(db, &query)?;
            let long = fold::long_words(&words);
            parts.push(found_by_words::<E>(long.len()));
            matching.values.push(query.into());
            matching.values.extend(long.into_iter().map(Value::from));
        }
        matching
            .sql
            .push_str(&format!(" AND c.number IN ({})", parts.join(" UNION ")));
        if count <= FEW {
            matching.from = format!("{} c NOT INDEXED", E::TABLE);
        }
        Ok(matching)
    }

    /// What the filter says besides the search.
    pub(super) fn without_search(filter: &Filter) -> Self {
        let mut sql = "c.environment = ?".to_owned();
        let mut values: Vec<Value> = vec![filter.environment.as_str().to_owned().into()];
        if let Some((column, value)) = filter.own {
            sql.push_str(&format!(" AND c.{column} = ?"));
            values.push(value.to_owned().into());
        }
        if filter.states.is_empty() {
            sql.push_str(&format!(" AND c.{LIVE}"));
        } else {
            let marks = vec!["?"; filter.states.len()].join(", ");
            sql.push_str(&format!(" AND c.state IN ({marks})"));
            let states = filter.states.iter().map(|state| state.as_str().to_owned());
            values.extend(states.map(Value::from));
        }
        Self {
            from: format!("{table} c INDEXED BY {table}_by_name", table = E::TABLE),
            sql,
            values,
            book: PhantomData,
        }
    }

    /// Another condition.
    pub(super) fn and(mut self, condition: &str, values: impl IntoIterator<Item = Value>) -> Self {
        self.sql.push_str(" AND ");
        self.sql.push_str(condition);
        self.values.extend(values);
        self
    }

    /// What was typed names the row.
    pub(super) fn by(mut self, exact: Exact) -> Self {
        self.from = format!("{} c INDEXED BY {}", E::TABLE, exact.index);
        self.and(exact.condition, [exact.value.into()])
    }
}

/// What was typed as words, and as a phone number when it may be one in groups.
fn words_of(typed: &str) -> Vec<Vec<String>> {
    let words = fold::words(typed);
    if words.is_empty() {
        return Vec::new();
    }
    let phone = fold::phone(typed).map(|digits| vec![digits]);
    let phone = phone.filter(|phone| *phone != words);
    std::iter::once(words).chain(phone).collect()
}

fn found_by_words<E: Entry>(long_words: usize) -> String {
    let table = E::TABLE;
    if long_words == 0 {
        return format!("SELECT s.rowid FROM {table}_search s WHERE s.{table}_search MATCH ?");
    }
    format!(
        "SELECT s.rowid FROM {table}_search s CROSS JOIN {table} x ON x.number = s.rowid
         WHERE s.{table}_search MATCH ?{}",
        " AND instr(x.folded, ?) > 0".repeat(long_words)
    )
}

fn count_up_to_few<E: Entry>(db: &Connection, query: &str) -> Result<i64, StoreError> {
    let table = E::TABLE;
    let sql = format!(
        "SELECT count(*) FROM (SELECT 1 FROM {table}_search s WHERE s.{table}_search MATCH ?1 LIMIT ?2)"
    );
    let limit = FEW.saturating_add(1);
    Ok(db
        .prepare_cached(&sql)?
        .query_row((query, limit), |row| row.get(0))?)
}
