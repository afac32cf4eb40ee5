//! Table `instalment`: what an instalment payment has of its own. Its steps are rows of the journal.

use crate::column::{json, maybe_dong, unreadable};
use crate::{StoreError, instalment_customer};
use domain::{Instalment, InstalmentCustomer, IntentId, IntentState, PaymentId, Plan, Said, Step, UnixMs};
use dong::Dong;
use rusqlite::{Row, Transaction};
use serde::Deserialize;

/// What is read besides a payment's own columns. The steps are one JSON text, so that a payment stays one row.
pub(super) const COLUMNS: &str = "t.phone, t.last_name, t.first_name, t.email, t.goods, t.plan, t.first_part,
    CASE WHEN t.payment_id IS NOT NULL THEN (
      SELECT json_group_array(json_object('id', s.id, 'detail', s.detail, 'reference', s.reference, 'state', s.state,
          'gateway_id', s.gateway_id, 'last_failure', s.last_failure, 'said_result', s.said_result,
          'said_message', s.said_message, 'created_at', s.created_at, 'updated_at', s.updated_at,
          'next_look_at', s.next_look_at) ORDER BY s.created_at, s.id)
      FROM intent s WHERE s.payment_id = p.id AND s.detail IS NOT NULL
    ) END AS steps";

/// Where those columns come from.
pub(super) const JOIN: &str = "LEFT JOIN instalment t ON p.method = 'instalment' AND t.payment_id = p.id";

/// One step as the JSON of [`COLUMNS`] spells it.
#[derive(Deserialize)]
struct StoredStep {
    id: IntentId,
    detail: String,
    reference: String,
    state: String,
    gateway_id: Option<String>,
    last_failure: Option<String>,
    said_result: Option<String>,
    said_message: Option<String>,
    created_at: UnixMs,
    updated_at: UnixMs,
    next_look_at: Option<UnixMs>,
}

impl StoredStep {
    fn into_step(self) -> Option<Step> {
        Some(Step {
            id: self.id,
            detail: serde_json::from_str(&self.detail).ok()?,
            reference: self.reference,
            state: IntentState::from_stored(&self.state)?,
            gateway_id: self.gateway_id,
            last_failure: self.last_failure,
            said: self
                .said_result
                .zip(self.said_message)
                .map(|(result, message)| Said { result, message }),
            created_at: self.created_at,
            updated_at: self.updated_at,
            next_look_at: self.next_look_at,
        })
    }
}

/// The part of a payment's row that [`COLUMNS`] adds.
pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Option<Instalment>> {
    let Some(steps) = json::<Vec<StoredStep>>(row, "steps")? else {
        return Ok(None);
    };
    let steps: Option<Vec<Step>> = steps.into_iter().map(StoredStep::into_step).collect();
    Ok(Some(Instalment {
        customer: instalment_customer::read(row)?,
        goods: row.get("goods")?,
        plan: json(row, "plan")?,
        first_part: maybe_dong(row, "first_part")?,
        steps: steps.ok_or_else(|| unreadable("steps"))?,
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
