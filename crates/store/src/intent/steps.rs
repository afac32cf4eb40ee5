//! The steps on a payment or a payout, read with it: rows of the journal as one JSON text, so that it stays one row.

use crate::column::{json, unreadable};
use domain::{IntentId, IntentState, Said, Step, UnixMs};
use rusqlite::Row;
use serde::Deserialize;

/// The steps of the payment or payout `p`.
pub(crate) const COLUMN: &str = "(
      SELECT json_group_array(json_object('id', s.id, 'detail', s.detail, 'reference', s.reference, 'state', s.state,
          'gateway_id', s.gateway_id, 'last_failure', s.last_failure, 'said_result', s.said_result,
          'said_message', s.said_message, 'created_at', s.created_at, 'updated_at', s.updated_at,
          'next_look_at', s.next_look_at) ORDER BY s.rowid)
      FROM intent s WHERE s.payment_id = p.id AND s.detail IS NOT NULL
    )";

/// One step as the JSON of [`COLUMN`] spells it.
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

/// The steps under the name `steps`.
pub(crate) fn read(row: &Row<'_>) -> rusqlite::Result<Vec<Step>> {
    let stored = json::<Vec<StoredStep>>(row, "steps")?.unwrap_or_default();
    let steps: Option<Vec<Step>> = stored.into_iter().map(StoredStep::into_step).collect();
    steps.ok_or_else(|| unreadable("steps"))
}
