//! Table `sale`: the bills open at the counter, those that were, and those of invoices.

use crate::column::{dong, json, maybe_dong, parsed, readable, word};
use crate::{Store, StoreError};
use domain::sale::lines_total;
use domain::{Environment, PaymentId, Sale, SaleId, SaleKind, SaleLine, UnixMs};
use dong::Dong;
use rusqlite::{Connection, OptionalExtension, Row, Transaction};

impl Store {
    /// Opens a sale under the next number of its environment.
    ///
    /// # Errors
    /// [`StoreError`] when it could not be written.
    pub async fn open_sale(
        &self,
        id: SaleId,
        environment: Environment,
        name: String,
        now: UnixMs,
    ) -> Result<Sale, StoreError> {
        self.write(move |tx| {
            insert(tx, id, environment, SaleKind::Counter, &name, now)?;
            one(tx, id)
        })
        .await
    }

    /// Gives a sale a name or table; the payments of the sale are found by it from then on.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such sale.
    pub async fn rename_sale(&self, id: SaleId, name: String) -> Result<Sale, StoreError> {
        self.write(move |tx| {
            tx.execute("UPDATE sale SET name = ?2 WHERE id = ?1", (id.to_string(), name))?;
            crate::payment::fold_sale(tx, id)?;
            one(tx, id)
        })
        .await
    }

    /// Sets or clears the bill.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such sale.
    pub async fn set_sale_amount(&self, id: SaleId, amount: Option<Dong>) -> Result<Sale, StoreError> {
        self.change_sale(
            id,
            "UPDATE sale SET amount = ?2 WHERE id = ?1",
            amount.map(Dong::get),
        )
        .await
    }

    /// Sets what is on the bill; the bill is their sum from then on, and none without lines. As with the amount, whoever asked for
    /// money has to keep the bill as it is.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such sale, [`StoreError::Failed`] when the sum leaves the range.
    pub async fn set_sale_lines(&self, id: SaleId, lines: Vec<SaleLine>) -> Result<Sale, StoreError> {
        let total =
            lines_total(&lines).ok_or_else(|| StoreError::failed("the lines of a sale leave the range"))?;
        let amount = (!lines.is_empty()).then_some(total.get());
        self.write(move |tx| {
            tx.prepare_cached("UPDATE sale SET lines = ?2, amount = ?3 WHERE id = ?1")?
                .execute((id.to_string(), serde_json::to_string(&lines)?, amount))?;
            one(tx, id)
        })
        .await
    }

    /// Adds cash to what was taken (or takes some back when negative).
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such sale, [`StoreError::Failed`] when the sum leaves the range.
    pub async fn add_cash(&self, id: SaleId, cash: Dong) -> Result<Sale, StoreError> {
        self.write(move |tx| {
            let sum = one(tx, id)?
                .cash
                .checked_add(cash)
                .ok_or_else(|| StoreError::failed("the cash of a sale leaves the range"))?;
            tx.execute(
                "UPDATE sale SET cash = ?2 WHERE id = ?1",
                (id.to_string(), sum.get()),
            )?;
            one(tx, id)
        })
        .await
    }

    /// Finishes a sale; the first time counts.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such sale.
    pub async fn close_sale(&self, id: SaleId, now: UnixMs) -> Result<Sale, StoreError> {
        self.change_sale(
            id,
            "UPDATE sale SET closed_at = COALESCE(closed_at, ?2) WHERE id = ?1",
            Some(now),
        )
        .await
    }

    async fn change_sale(
        &self,
        id: SaleId,
        sql: &'static str,
        value: Option<i64>,
    ) -> Result<Sale, StoreError> {
        self.write(move |tx| {
            tx.prepare_cached(sql)?.execute((id.to_string(), value))?;
            one(tx, id)
        })
        .await
    }

    /// One sale.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such sale.
    pub async fn sale(&self, id: SaleId) -> Result<Sale, StoreError> {
        self.read(move |db| one(db, id)).await
    }

    /// The sales open at the counter, oldest first.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub async fn open_sales(&self, environment: Environment) -> Result<Vec<Sale>, StoreError> {
        self.read(move |db| {
            let mut select = db.prepare_cached(
                "SELECT * FROM sale WHERE environment = ?1 AND closed_at IS NULL AND kind = 'counter' ORDER BY opened_at, number",
            )?;
            Ok(readable(select.query_map([environment.as_str()], read)?, "sale")?)
        })
        .await
    }

    /// The sales with these ids that exist, in no particular order.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub async fn sales(&self, ids: Vec<SaleId>) -> Result<Vec<Sale>, StoreError> {
        self.read(move |db| {
            let ids = serde_json::to_string(&ids)?;
            let mut select =
                db.prepare_cached("SELECT * FROM sale WHERE id IN (SELECT value FROM json_each(?1))")?;
            Ok(readable(select.query_map([ids], read)?, "sale")?)
        })
        .await
    }

    /// The draft that is open for a sale, newest first when there are several.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub async fn draft_of_sale(&self, id: SaleId) -> Result<Option<PaymentId>, StoreError> {
        self.read(move |db| {
            let mut select = db.prepare_cached(
                "SELECT id FROM intent WHERE sale_id = ?1 AND state = 'draft' ORDER BY created_at DESC, id DESC LIMIT 1",
            )?;
            Ok(select
                .query_row([id.to_string()], |row| parsed(row, "id"))
                .optional()?)
        })
        .await
    }
}

/// Adds a sale under the next number of its environment.
pub(crate) fn insert(
    tx: &Transaction<'_>,
    id: SaleId,
    environment: Environment,
    kind: SaleKind,
    name: &str,
    now: UnixMs,
) -> Result<(), StoreError> {
    tx.prepare_cached(
        "INSERT INTO sale (id, environment, number, kind, name, opened_at)
         SELECT ?1, ?2, COALESCE(MAX(number), 0) + 1, ?3, ?4, ?5 FROM sale WHERE environment = ?2",
    )?
    .execute((id.to_string(), environment.as_str(), kind.as_str(), name, now))?;
    Ok(())
}

/// Sets the bill.
pub(crate) fn set_amount(tx: &Transaction<'_>, id: SaleId, amount: Dong) -> Result<(), StoreError> {
    tx.prepare_cached("UPDATE sale SET amount = ?2 WHERE id = ?1")?
        .execute((id.to_string(), amount.get()))?;
    Ok(())
}

fn one(db: &Connection, id: SaleId) -> Result<Sale, StoreError> {
    db.prepare_cached("SELECT * FROM sale WHERE id = ?1")?
        .query_row([id.to_string()], read)
        .optional()?
        .ok_or(StoreError::NotFound("sale"))
}

/// The environment of a sale, for rows that belong to it.
pub(crate) fn environment_of(tx: &Transaction<'_>, id: SaleId) -> Result<Environment, StoreError> {
    one(tx, id).map(|sale| sale.environment)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Sale> {
    Ok(Sale {
        id: parsed(row, "id")?,
        environment: word(row, "environment", Environment::from_stored)?,
        number: row.get("number")?,
        kind: word(row, "kind", SaleKind::from_stored)?,
        name: row.get("name")?,
        lines: json(row, "lines")?.unwrap_or_default(),
        amount: maybe_dong(row, "amount")?,
        cash: dong(row, "cash")?,
        opened_at: row.get("opened_at")?,
        closed_at: row.get("closed_at")?,
    })
}

#[cfg(test)]
mod tests;
