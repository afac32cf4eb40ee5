//! The list of payouts: pages by place, newest first, with the count and the sum of all that match.

use super::row::{self, SELECT};
use crate::column::readable;
use crate::payment::first_place;
use crate::search::{self, Condition};
use crate::{Cursor, Store, StoreError};
use domain::{Environment, Payout, PayoutStanding, UnixMs};
use dong::Dong;
use rusqlite::{Connection, params_from_iter};

/// The most rows of one page.
const LONGEST_PAGE: usize = 200;

/// What a list shows. Everything left out does not filter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PayoutFilter {
    /// The world.
    pub environment: Environment,
    /// What was typed: the beginnings of words of the holder, the bank or the description, an account number or an amount in any
    /// grouping or some digits of it, or a whole reference, gateway id or number of the transfer.
    pub search: Option<String>,
    /// Any of these standings; all when empty.
    pub standings: Vec<PayoutStanding>,
    /// From this moment.
    pub from: Option<UnixMs>,
    /// Before this moment.
    pub to: Option<UnixMs>,
}

impl PayoutFilter {
    /// Everything of one world.
    #[must_use]
    pub const fn all(environment: Environment) -> Self {
        Self {
            environment,
            search: None,
            standings: Vec::new(),
            from: None,
            to: None,
        }
    }
}

/// One page, newest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PayoutPage {
    /// The payouts.
    pub rows: Vec<Payout>,
    /// Where the next page starts; `None` on the last one.
    pub next: Option<Cursor>,
    /// How many match, on all pages.
    pub count: u64,
    /// What those of them that succeeded come to.
    pub succeeded: Dong,
}

impl Store {
    /// One page of at most `limit` payouts (200 at the most), before a cursor.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub async fn list_payouts(
        &self,
        filter: PayoutFilter,
        before: Option<Cursor>,
        limit: usize,
    ) -> Result<PayoutPage, StoreError> {
        self.read(move |db| page(db, &filter, before, limit)).await
    }
}

fn page(
    db: &Connection,
    filter: &PayoutFilter,
    before: Option<Cursor>,
    limit: usize,
) -> Result<PayoutPage, StoreError> {
    let all = condition(filter)?;
    let limit = limit.clamp(1, LONGEST_PAGE);
    let mut rows = newest(db, &all, before, limit.saturating_add(1))?;
    let has_more = rows.len() > limit;
    rows.truncate(limit);
    let last = rows.last().map(|(place, _)| Cursor(*place));
    let (count, succeeded) = totals(db, &all)?;
    Ok(PayoutPage {
        rows: readable(rows.into_iter().map(|(_, payout)| payout), "payout")?,
        next: last.filter(|_| has_more),
        count,
        succeeded,
    })
}

/// The rows with their places; one that cannot be read still has its place.
type Placed = (i64, rusqlite::Result<Payout>);

fn newest(
    db: &Connection,
    all: &Condition,
    before: Option<Cursor>,
    limit: usize,
) -> Result<Vec<Placed>, StoreError> {
    let mut values = all.values.clone();
    values.push(before.map_or(i64::MAX, |cursor| cursor.0).into());
    let mut select = db.prepare_cached(&format!(
        "{} WHERE {} AND p.place < ? ORDER BY p.place DESC LIMIT {limit}",
        *SELECT, all.sql
    ))?;
    let rows = select.query_map(params_from_iter(values), |row| {
        Ok((row.get("place")?, row::read(row)))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn totals(db: &Connection, all: &Condition) -> Result<(u64, Dong), StoreError> {
    let sql = format!(
        "SELECT count(*), COALESCE(sum(CASE WHEN p.standing = 'succeeded' THEN p.amount END), 0) FROM payout p WHERE {}",
        all.sql
    );
    let (count, sum): (i64, i64) = db
        .prepare_cached(&sql)?
        .query_row(params_from_iter(&all.values), |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
    Ok((u64::try_from(count).map_err(StoreError::failed)?, Dong::new(sum)))
}

fn condition(filter: &PayoutFilter) -> Result<Condition, StoreError> {
    let mut all = Condition::new(
        "p.environment = ? AND p.place >= ? AND p.place < ?",
        vec![
            filter.environment.as_str().to_owned().into(),
            filter.from.map_or(i64::MIN, first_place).into(),
            filter.to.map_or(i64::MAX, first_place).into(),
        ],
    );
    if !filter.standings.is_empty() {
        let words: Vec<&str> = filter.standings.iter().map(|one| one.as_str()).collect();
        all.and(
            "p.standing IN (SELECT value FROM json_each(?))",
            vec![serde_json::to_string(&words)?.into()],
        );
    }
    let whole = [
        "p.reference = ? COLLATE NOCASE",
        "p.gateway_id = ?",
        "p.transaction_number = ?",
        "p.id = ?",
    ];
    if let Some(search) = search::found(filter.search.as_deref().unwrap_or_default(), "p.folded", &whole) {
        all.and(&search.sql, search.values);
    }
    Ok(all)
}
