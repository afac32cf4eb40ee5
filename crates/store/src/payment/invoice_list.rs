//! The list of invoices, and what a customer has paid or is to pay.

use super::list::{self, Cursor, PaymentPage, Totals};
use super::row::{self, SELECT};
use super::source::{self, Invoices, Scope};
use crate::column::readable;
use crate::{Store, StoreError};
use domain::{CustomerId, Environment, InvoiceStanding, Payment, UnixMs};
use dong::Dong;
use rusqlite::types::Value;

/// The most rows of one answer.
const MOST_ROWS: usize = 200;

/// What a list of invoices shows. Everything left out does not filter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvoiceFilter {
    /// The world.
    pub environment: Environment,
    /// What was typed: the code, words of the customer's name or of the products, the beginning of the phone or the tax code.
    pub search: Option<String>,
    /// The amount that what was typed means; invoices of it match too.
    pub amount: Option<Dong>,
    /// Any of these standings; all when empty.
    pub states: Vec<InvoiceStanding>,
    /// Of this customer in our books.
    pub customer: Option<CustomerId>,
    /// To be paid from this moment.
    pub due_from: Option<UnixMs>,
    /// To be paid before this moment.
    pub due_to: Option<UnixMs>,
    /// The present moment, which tells waiting from overdue.
    pub now: UnixMs,
}

impl InvoiceFilter {
    /// Everything of one world.
    #[must_use]
    pub const fn all(environment: Environment, now: UnixMs) -> Self {
        Self {
            environment,
            search: None,
            amount: None,
            states: Vec::new(),
            customer: None,
            due_from: None,
            due_to: None,
            now,
        }
    }

    fn scope(&self, before: Option<Cursor>) -> Scope {
        let (sql, values) = self.condition();
        let index = match self.customer {
            Some(_) => "invoice_by_customer",
            None => "invoice_by_environment",
        };
        let invoices = Invoices { index, sql, values };
        Scope::of_invoices(self.environment, invoices, before.map(|cursor| cursor.0))
    }

    /// A condition on the row `v` of `invoice`.
    fn condition(&self) -> (String, Vec<Value>) {
        let (mut sql, mut values) = (String::new(), Vec::new());
        let mut add = |condition: &str, value: Value| {
            sql.push_str(condition);
            values.push(value);
        };
        if let Some(customer) = self.customer {
            add(" AND v.customer_id = ?", customer.to_string().into());
        }
        if let Some(from) = self.due_from {
            add(" AND v.due_date >= ?", from.into());
        }
        if let Some(to) = self.due_to {
            add(" AND v.due_date < ?", to.into());
        }
        if !self.states.is_empty() {
            let mut any = Vec::new();
            for state in &self.states {
                match state {
                    InvoiceStanding::Waiting => any.push("(v.standing = 'waiting' AND v.due_date >= ?)"),
                    InvoiceStanding::Overdue => any.push("(v.standing = 'waiting' AND v.due_date < ?)"),
                    _ => any.push("v.standing = ?"),
                }
                values.push(match state {
                    InvoiceStanding::Waiting | InvoiceStanding::Overdue => self.now.into(),
                    other => other.as_str().to_owned().into(),
                });
            }
            sql.push_str(&format!(" AND ({})", any.join(" OR ")));
        }
        (sql, values)
    }
}

impl Store {
    /// One page of at most `limit` invoices (200 at the most), newest first, before a cursor.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub async fn list_invoices(
        &self,
        filter: InvoiceFilter,
        before: Option<Cursor>,
        limit: usize,
    ) -> Result<PaymentPage, StoreError> {
        self.read(move |db| {
            let sources = source::of(filter.scope(before), filter.search.as_deref(), filter.amount);
            list::page_of(db, sources, limit)
        })
        .await
    }

    /// The invoices that wait for money and whose due date lies from a moment to before another one.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub async fn fallen_due(
        &self,
        environment: Environment,
        from: UnixMs,
        to: UnixMs,
    ) -> Result<Vec<Payment>, StoreError> {
        self.read(move |db| {
            let mut select = db.prepare_cached(&format!(
                "{} WHERE p.place IN (SELECT own.place FROM invoice own INDEXED BY invoice_by_environment
                   WHERE own.environment = ?1 AND own.standing = 'waiting' AND own.due_date >= ?2 AND own.due_date < ?3)
                 ORDER BY p.place",
                *SELECT
            ))?;
            let rows = select.query_map((environment.as_str(), from, to), row::read)?;
            Ok(readable(rows, "payment")?)
        })
        .await
    }

    /// How many invoices match, and their sums.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub async fn total_invoices(&self, filter: InvoiceFilter) -> Result<Totals, StoreError> {
        self.read(move |db| {
            let sources = source::of(filter.scope(None), filter.search.as_deref(), filter.amount);
            list::totals_of(db, sources)
        })
        .await
    }

    /// The invoices of a customer and the instalment payments made with the customer's phone, newest first, at most `limit` (200 at
    /// the most).
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub async fn payments_of_customer(
        &self,
        environment: Environment,
        customer: CustomerId,
        limit: usize,
    ) -> Result<Vec<Payment>, StoreError> {
        self.read(move |db| {
            let limit = i64::try_from(limit.clamp(1, MOST_ROWS)).map_err(StoreError::failed)?;
            let mut select = db.prepare_cached(&format!(
                "{} WHERE p.environment = ?1 AND p.place IN (
                   SELECT own.place FROM invoice own WHERE own.environment = ?1 AND own.customer_id = ?2
                   UNION
                   SELECT lent.place FROM customer c
                   JOIN instalment own ON own.phone = c.phone JOIN payment lent ON lent.id = own.payment_id
                   WHERE c.id = ?2 AND c.phone <> '')
                 ORDER BY p.place DESC LIMIT ?3",
                *SELECT
            ))?;
            let rows = select.query_map((environment.as_str(), customer.to_string(), limit), row::read)?;
            Ok(readable(rows, "payment")?)
        })
        .await
    }
}
