//! Table `instalment`: what an instalment payment has of its own. Its steps are rows of the journal.

use crate::column::{json, maybe_dong};
use crate::intent::steps;
use crate::{StoreError, instalment_customer};
use domain::{Instalment, InstalmentCustomer, PaymentId, Plan};
use dong::Dong;
use rusqlite::{Row, Transaction};

/// What is read besides a payment's own columns.
pub(super) const COLUMNS: &str = "t.payment_id AS instalment_of, t.phone, t.last_name, t.first_name, t.email, t.goods, t.plan, t.first_part";

/// Where those columns come from.
pub(super) const JOIN: &str = "LEFT JOIN instalment t ON p.method = 'instalment' AND t.payment_id = p.id";

/// The part of a payment's row that [`COLUMNS`] adds.
pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Option<Instalment>> {
    if row.get::<_, Option<String>>("instalment_of")?.is_none() {
        return Ok(None);
    }
    Ok(Some(Instalment {
        customer: instalment_customer::read(row)?,
        goods: row.get("goods")?,
        plan: json(row, "plan")?,
        first_part: maybe_dong(row, "first_part")?,
        steps: steps::read(row)?,
    }))
}

/// Adds the row of an instalment payment that was just decided.
pub(super) fn insert(
    tx: &Transaction<'_>,
    id: PaymentId,
    customer: &InstalmentCustomer,
    goods: &str,
    plan: Option<&Plan>,
) -> Result<(), StoreError> {
    tx.prepare_cached(
        "INSERT INTO instalment (payment_id, phone, last_name, first_name, email, goods, plan)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute((
        id.to_string(),
        &customer.phone,
        &customer.last_name,
        &customer.first_name,
        &customer.email,
        goods,
        plan.map(serde_json::to_string).transpose()?,
    ))?;
    Ok(())
}

/// Writes what may change.
pub(super) fn save(tx: &Transaction<'_>, id: PaymentId, own: &Instalment) -> Result<(), StoreError> {
    tx.prepare_cached(
        "UPDATE instalment SET first_part = ?2 WHERE payment_id = ?1 AND first_part IS NOT ?2",
    )?
    .execute((id.to_string(), own.first_part.map(Dong::get)))?;
    Ok(())
}
