//! The list of payments: pages by place, newest first, and the totals of all that match.

use super::row::{self, SELECT};
use super::source::{self, Scope, Source, Sources};
use crate::column::readable;
use crate::{Store, StoreError};
use domain::{Environment, Method, Payment, UnixMs, Verdict};
use dong::Dong;
use rusqlite::{Connection, params_from_iter};
use std::str::FromStr;

/// The most rows of one page.
const LONGEST_PAGE: usize = 200;

/// What a list shows. Everything left out does not filter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaymentFilter {
    /// The world.
    pub environment: Environment,
    /// What was typed: words of the memo or the sale's name, codes, a whole reference (a step's too) or gateway id; for instalments
    /// also the customer's name or the beginning of the phone; for invoices these, the code, the tax code and the products.
    pub search: Option<String>,
    /// The amount that what was typed means; payments of it match too.
    pub amount: Option<Dong>,
    /// Any of these verdicts; all when empty.
    pub verdicts: Vec<Verdict>,
    /// Any of these methods; all when empty.
    pub methods: Vec<Method>,
    /// From this moment. A payment counts when it was asked for, an invoice when its first money came in, if any did: it may have been
    /// sent days before.
    pub from: Option<UnixMs>,
    /// Before this moment.
    pub to: Option<UnixMs>,
}

impl PaymentFilter {
    /// Everything of one world.
    #[must_use]
    pub const fn all(environment: Environment) -> Self {
        Self {
            environment,
            search: None,
            amount: None,
            verdicts: Vec::new(),
            methods: Vec::new(),
            from: None,
            to: None,
        }
    }
}

/// Where a page ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cursor(pub(crate) i64);

impl std::fmt::Display for Cursor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Cursor {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self)
    }
}

/// A payment with what the list tells of its sale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedPayment {
    /// The payment.
    pub payment: Payment,
    /// The sale's running number.
    pub sale_number: i64,
    /// The sale's name or table.
    pub sale_name: String,
}

/// One page, newest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaymentPage {
    /// The payments.
    pub rows: Vec<ListedPayment>,
    /// Where the next page starts; `None` on the last one.
    pub next: Option<Cursor>,
}

/// The totals of all that match.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Totals {
    /// How many.
    pub count: u64,
    /// The sum asked; of an invoice the gateway's own total once it told.
    pub asked: Dong,
    /// The sum certainly received.
    pub received: Dong,
}

impl Store {
    /// One page of at most `limit` payments (200 at the most), before a cursor.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub async fn list_payments(
        &self,
        filter: PaymentFilter,
        before: Option<Cursor>,
        limit: usize,
    ) -> Result<PaymentPage, StoreError> {
        self.read(move |db| page(db, &filter, before, limit)).await
    }

    /// How many payments match, and their sums.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub async fn total_payments(&self, filter: PaymentFilter) -> Result<Totals, StoreError> {
        self.read(move |db| totals(db, &filter)).await
    }
}

fn page(
    db: &Connection,
    filter: &PaymentFilter,
    before: Option<Cursor>,
    limit: usize,
) -> Result<PaymentPage, StoreError> {
    let scope = Scope::new(filter, before.map(|cursor| cursor.0));
    page_of(
        db,
        source::of(scope, filter.search.as_deref(), filter.amount),
        limit,
    )
}

/// One page of what sources lead to; at most 200 rows.
pub(super) fn page_of(db: &Connection, sources: Sources, limit: usize) -> Result<PaymentPage, StoreError> {
    let limit = limit.clamp(1, LONGEST_PAGE);
    let mut places = Vec::new();
    for source in sources.all {
        places.extend(newest(db, source, limit.saturating_add(1))?);
    }
    places.sort_unstable_by(|a, b| b.cmp(a));
    places.dedup();
    let has_more = places.len() > limit;
    places.truncate(limit);
    let next = places.last().filter(|_| has_more).copied().map(Cursor);
    Ok(PaymentPage {
        rows: at_places(db, &places)?,
        next,
    })
}

fn newest(db: &Connection, source: Source, limit: usize) -> Result<Vec<i64>, StoreError> {
    let sql = format!("{} ORDER BY {} DESC LIMIT {limit}", source.sql, source.place);
    let mut select = db.prepare_cached(&sql)?;
    let places = select.query_map(params_from_iter(source.values), |row| row.get(0))?;
    Ok(places.collect::<Result<_, _>>()?)
}

fn at_places(db: &Connection, places: &[i64]) -> Result<Vec<ListedPayment>, StoreError> {
    let places = serde_json::to_string(places)?;
    let mut select = db.prepare_cached(&format!(
        "SELECT q.*, s.number AS sale_number, s.name AS sale_name
         FROM ({} WHERE p.place IN (SELECT value FROM json_each(?1))) q
         JOIN sale s ON s.id = q.sale_id ORDER BY q.place DESC",
        *SELECT
    ))?;
    let rows = select.query_map([places], |row| {
        Ok(ListedPayment {
            payment: row::read(row)?,
            sale_number: row.get("sale_number")?,
            sale_name: row.get("sale_name")?,
        })
    })?;
    Ok(readable(rows, "payment")?)
}

fn totals(db: &Connection, filter: &PaymentFilter) -> Result<Totals, StoreError> {
    let scope = Scope::new(filter, None);
    totals_of(db, source::of(scope, filter.search.as_deref(), filter.amount))
}

/// The totals of what sources lead to.
pub(super) fn totals_of(db: &Connection, sources: Sources) -> Result<Totals, StoreError> {
    let (mut parts, mut values) = (Vec::new(), Vec::new());
    let union = if sources.are_disjoint {
        " UNION ALL "
    } else {
        " UNION "
    };
    for source in sources.all {
        parts.push(source.sql);
        values.extend(source.values);
    }
    let sql = format!(
        "SELECT count(*), COALESCE(sum(asked_now), 0), COALESCE(sum(money_in), 0) FROM ({})",
        parts.join(union)
    );
    let (count, asked, received): (i64, i64, i64) = db
        .prepare_cached(&sql)?
        .query_row(params_from_iter(values), |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })?;
    Ok(Totals {
        count: u64::try_from(count).map_err(StoreError::failed)?,
        asked: Dong::new(asked),
        received: Dong::new(received),
    })
}
