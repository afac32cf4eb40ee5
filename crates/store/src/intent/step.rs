//! Deciding a step on a payment: the moment at which two clicks could become two refunds, and don't.

use crate::event::{self, Event, EventKind};
use crate::{Store, StoreError, payment};
use domain::{IntentId, IntentKind, Payment, PaymentId, StepDetail, UnixMs};
use rusqlite::{OptionalExtension, Transaction};

/// A step that a person decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewStep {
    /// Its id, new for every decision.
    pub id: IntentId,
    /// What was decided.
    pub detail: StepDetail,
    /// The exact bytes of the request; they never change again.
    pub body: Vec<u8>,
    /// When it was decided.
    pub at: UnixMs,
}

/// Whether the step is a new one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepOutcome {
    /// It is; this call alone may send.
    Committed,
    /// One of its kind is on its way or done; nothing was written, and this call must not send.
    Existing(IntentId),
}

impl Store {
    /// Writes a decided step on a payment with its entry of the timeline, unless one of its kind exists there that was neither
    /// refused nor dropped. An invoice may be changed again once the last change is done.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such payment, [`StoreError::Failed`] when its method has no such steps.
    pub async fn commit_step(&self, payment: PaymentId, new: NewStep) -> Result<StepOutcome, StoreError> {
        self.write(move |tx| {
            let payment = payment::one(tx, payment)?;
            let kind = new.detail.kind();
            if kind.method() != Some(payment.method) {
                return Err(StoreError::failed("a payment of this method has no such steps"));
            }
            if let Some(existing) = existing(tx, payment.id.into(), kind)? {
                return Ok(StepOutcome::Existing(existing));
            }
            insert(tx, &payment, &new)?;
            let entry = Event {
                about: Some(kind),
                ..Event::new(EventKind::Committed, new.at)
            };
            event::append(tx, payment.id, &entry)?;
            Ok(StepOutcome::Committed)
        })
        .await
    }
}

/// The step of a kind that was neither refused nor dropped.
pub(crate) fn existing(
    tx: &Transaction<'_>,
    made_by: IntentId,
    kind: IntentKind,
) -> Result<Option<IntentId>, StoreError> {
    Ok(tx
        .prepare_cached(
            "SELECT id FROM intent WHERE payment_id = ?1 AND kind = ?2 AND detail IS NOT NULL
               AND state NOT IN ('rejected', 'dropped') AND NOT (kind = 'invoice_update' AND state = 'done')",
        )?
        .query_row((made_by.to_string(), kind.as_str()), |row| {
            crate::column::parsed(row, "id")
        })
        .optional()?)
}

fn insert(tx: &Transaction<'_>, payment: &Payment, new: &NewStep) -> Result<(), StoreError> {
    let kind = new.detail.kind();
    tx.prepare_cached(
        "INSERT INTO intent (id, kind, gateway, payment_id, environment, sale_id, reference, idempotency_key, detail, body, state,
           next_look_at, created_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?1, ?8, ?9, 'committed', ?10, ?10, ?10)",
    )?
    .execute((
        new.id.to_string(),
        kind.as_str(),
        kind.gateway().as_str(),
        payment.id.to_string(),
        payment.environment.as_str(),
        payment.sale_id.to_string(),
        new.id.reference(),
        serde_json::to_string(&new.detail)?,
        &new.body,
        new.at,
    ))?;
    Ok(())
}
