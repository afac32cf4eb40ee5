//! The list of a book: what was typed exactly first, then by name, page by page.

use super::entry::{Entry, Filter};
use super::matching::Matching;
use super::row::{self, HAS_CODE, LIVE};
use crate::StoreError;
use crate::column::readable;
use domain::Environment;
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params_from_iter};
use std::collections::HashMap;
use std::str::FromStr;

/// The most rows of one page.
const LONGEST_PAGE: usize = 200;

/// Where a page of a book ended.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct BookCursor {
    is_by_name: bool,
    name_key: String,
    number: i64,
}

impl std::fmt::Display for BookCursor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "{}:{}:{}",
            u8::from(self.is_by_name),
            self.number,
            self.name_key
        )
    }
}

/// A text that is not a cursor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a cursor of a book")]
pub struct NoCursor;

impl FromStr for BookCursor {
    type Err = NoCursor;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut parts = text.splitn(3, ':');
        let mut next = || parts.next().ok_or(NoCursor);
        Ok(Self {
            is_by_name: match next()? {
                "0" => false,
                "1" => true,
                _ => return Err(NoCursor),
            },
            number: next()?.parse().map_err(|_| NoCursor)?,
            name_key: next()?.to_owned(),
        })
    }
}

/// One page of a book, by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookPage<T> {
    /// The rows.
    pub rows: Vec<T>,
    /// Where the next page starts; `None` on the last one.
    pub next: Option<BookCursor>,
}

/// One page after a cursor.
pub(super) fn page<E: Entry>(
    db: &Connection,
    filter: &Filter,
    after: Option<&BookCursor>,
    limit: usize,
) -> Result<BookPage<E>, StoreError> {
    let limit = limit.clamp(1, LONGEST_PAGE);
    let exact = exact::<E>(db, filter)?;
    let mut places: Vec<BookCursor> = exact
        .iter()
        .filter(|place| after.is_none_or(|after| after < place))
        .cloned()
        .collect();
    let missing = limit.saturating_add(1).saturating_sub(places.len());
    if missing > 0 {
        let after = after.filter(|after| after.is_by_name);
        places.extend(by_name::<E>(db, filter, &exact, after, missing)?);
    }
    let has_more = places.len() > limit;
    places.truncate(limit);
    Ok(BookPage {
        rows: at_places(db, &places)?,
        next: places.pop().filter(|_| has_more),
    })
}

/// How many match.
pub(super) fn count<E: Entry>(db: &Connection, filter: &Filter) -> Result<u64, StoreError> {
    let Matching {
        from, sql, values, ..
    } = Matching::<E>::new(db, filter)?;
    let count: i64 = db
        .prepare_cached(&format!("SELECT count(*) FROM {from} WHERE {sql}"))?
        .query_row(params_from_iter(values), |row| row.get(0))?;
    u64::try_from(count).map_err(StoreError::failed)
}

/// The rows that what was typed names; they are among those that its words find.
fn exact<E: Entry>(db: &Connection, filter: &Filter) -> Result<Vec<BookCursor>, StoreError> {
    let typed = filter.search.as_deref().unwrap_or_default().trim();
    let mut places = Vec::new();
    if typed.is_empty() {
        return Ok(places);
    }
    for exact in E::exact(typed) {
        let matching = Matching::<E>::without_search(filter).by(exact);
        places.extend(places_of(db, matching, false, None)?);
    }
    places.sort_unstable();
    places.dedup();
    Ok(places)
}

fn by_name<E: Entry>(
    db: &Connection,
    filter: &Filter,
    without: &[BookCursor],
    after: Option<&BookCursor>,
    limit: usize,
) -> Result<Vec<BookCursor>, StoreError> {
    let mut matching = Matching::<E>::new(db, filter)?;
    if !without.is_empty() {
        let numbers: Vec<i64> = without.iter().map(|place| place.number).collect();
        let numbers = serde_json::to_string(&numbers)?;
        let condition = "c.number NOT IN (SELECT value FROM json_each(?))";
        matching = matching.and(condition, [numbers.into()]);
    }
    if let Some(after) = after {
        let values: [Value; 2] = [after.name_key.clone().into(), after.number.into()];
        matching = matching.and("(c.name_key, c.number) > (?, ?)", values);
    }
    places_of(db, matching, true, Some(limit))
}

fn places_of<E: Entry>(
    db: &Connection,
    matching: Matching<E>,
    is_by_name: bool,
    limit: Option<usize>,
) -> Result<Vec<BookCursor>, StoreError> {
    let Matching {
        from, sql, values, ..
    } = matching;
    let mut select =
        format!("SELECT c.name_key, c.number FROM {from} WHERE {sql} ORDER BY c.name_key, c.number");
    if let Some(limit) = limit {
        select.push_str(&format!(" LIMIT {limit}"));
    }
    let mut select = db.prepare_cached(&select)?;
    let places = select.query_map(params_from_iter(values), |row| {
        Ok(BookCursor {
            is_by_name,
            name_key: row.get(0)?,
            number: row.get(1)?,
        })
    })?;
    Ok(places.collect::<Result<_, _>>()?)
}

fn at_places<E: Entry>(db: &Connection, places: &[BookCursor]) -> Result<Vec<E>, StoreError> {
    let numbers: Vec<i64> = places.iter().map(|place| place.number).collect();
    let order: HashMap<i64, usize> = (0..).zip(&numbers).map(|(at, number)| (*number, at)).collect();
    let mut select = db.prepare_cached(&format!(
        "SELECT * FROM {} WHERE number IN (SELECT value FROM json_each(?1))",
        E::TABLE
    ))?;
    let rows = select.query_map([serde_json::to_string(&numbers)?], |columns| {
        Ok((columns.get::<_, i64>("number")?, row::read::<E>(columns)?))
    })?;
    let mut rows = readable(rows, E::TABLE)?;
    rows.sort_by_key(|(number, _)| order.get(number).copied());
    Ok(rows.into_iter().map(|(_, entry)| entry).collect())
}

/// The row with a code, if it was not deleted; one that the gateway refused only where no other has it.
pub(super) fn by_code<E: Entry>(
    db: &Connection,
    environment: Environment,
    code: &str,
) -> Result<Option<E>, StoreError> {
    let mut select = db.prepare_cached(&format!(
        "SELECT * FROM {table} INDEXED BY {table}_by_code WHERE environment = ?1 AND {HAS_CODE} AND {LIVE}
         ORDER BY state = 'refused' LIMIT 1",
        table = E::TABLE
    ))?;
    Ok(select
        .query_row((environment.as_str(), code), row::read)
        .optional()?)
}

/// The rows of which the gateway is still to be told, the oldest change first.
pub(super) fn pending<E: Entry>(
    db: &Connection,
    environment: Environment,
    limit: usize,
) -> Result<Vec<E>, StoreError> {
    let mut select = db.prepare_cached(&format!(
        "SELECT * FROM {} WHERE environment = ?1 AND state IN ('to_create', 'to_update', 'to_delete')
         ORDER BY changed_at, number LIMIT ?2",
        E::TABLE
    ))?;
    let limit = i64::try_from(limit).map_err(StoreError::failed)?;
    let rows = select.query_map((environment.as_str(), limit), row::read)?;
    Ok(readable(rows, E::TABLE)?)
}
