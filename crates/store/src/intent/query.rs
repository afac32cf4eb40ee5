//! Reading the journal.

use crate::column::{json, maybe_parsed, parsed, readable, said, word};
use crate::{Store, StoreError};
use domain::{
    Environment, IntentId, IntentKind, IntentState, PaymentId, PayoutId, Said, SaleId, StepDetail, UnixMs,
};
use rusqlite::{Connection, OptionalExtension, Row};

/// One row of the journal, without its body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Intent {
    /// Its id, also the idempotency key.
    pub id: IntentId,
    /// What it asks for; a draft's is the transfer's until it is decided.
    pub kind: IntentKind,
    /// The payment that it makes or is a step on; the same uuid as its own when it makes one. For a payout see
    /// [`Intent::payout_id`].
    pub payment_id: PaymentId,
    /// The world it lives in.
    pub environment: Environment,
    /// The sale it is for; none for a payout.
    pub sale_id: Option<SaleId>,
    /// Our reference at the gateway.
    pub reference: String,
    /// Where it stands.
    pub state: IntentState,
    /// How often it was let go.
    pub attempts: u32,
    /// How often in a row a complete search did not find it, since it was last let go.
    pub absent_looks: u32,
    /// When the journal acts on it next.
    pub next_look_at: Option<UnixMs>,
    /// The gateway's id, once it has answered.
    pub gateway_id: Option<String>,
    /// The stable code of the last failure.
    pub last_failure: Option<String>,
    /// The gateway's request id of the last answer.
    pub request_id: Option<String>,
    /// What the gateway said in words when it last refused it.
    pub said: Option<Said>,
    /// What a step was decided with; none for an intent that makes a payment or a payout.
    pub detail: Option<StepDetail>,
    /// When its form was opened; for a step, when it was decided.
    pub created_at: UnixMs,
    /// When it last moved.
    pub updated_at: UnixMs,
}

impl Intent {
    /// The payout that it makes or is a step on, for those two kinds.
    #[must_use]
    pub fn payout_id(&self) -> Option<PayoutId> {
        self.kind
            .is_payout()
            .then(|| PayoutId::new(self.payment_id.uuid()))
    }
}

const OPEN: &str = "state IN ('committed', 'sending', 'unknown', 'looking', 'absent')";

impl Store {
    /// One intent.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such intent.
    pub async fn intent(&self, id: impl Into<IntentId>) -> Result<Intent, StoreError> {
        let id = id.into();
        self.read(move |db| one(db, id)).await
    }

    /// The exact bytes of the request; `None` while it is a draft.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such intent.
    pub async fn body(&self, id: impl Into<IntentId>) -> Result<Option<Vec<u8>>, StoreError> {
        let id = id.into();
        self.read(move |db| {
            db.prepare_cached("SELECT body FROM intent WHERE id = ?1")?
                .query_row([id.to_string()], |row| row.get(0))
                .optional()?
                .ok_or(StoreError::NotFound("intent"))
        })
        .await
    }

    /// Everything the journal has not finished, oldest first.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub async fn open_intents(&self, environment: Environment) -> Result<Vec<Intent>, StoreError> {
        self.read(move |db| {
            let mut select = db.prepare_cached(&format!(
                "SELECT * FROM intent WHERE environment = ?1 AND {OPEN} ORDER BY created_at, id"
            ))?;
            Ok(readable(
                select.query_map([environment.as_str()], read)?,
                "intent",
            )?)
        })
        .await
    }

    /// What the journal must act on now, the longest waiting first.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub async fn due_intents(
        &self,
        environment: Environment,
        now: UnixMs,
    ) -> Result<Vec<Intent>, StoreError> {
        self.read(move |db| {
            let mut select = db.prepare_cached(&format!(
                "SELECT * FROM intent WHERE environment = ?1 AND {OPEN} AND next_look_at <= ?2 ORDER BY next_look_at, id"
            ))?;
            Ok(readable(select.query_map((environment.as_str(), now), read)?, "intent")?)
        })
        .await
    }
}

pub(super) fn one(db: &Connection, id: IntentId) -> Result<Intent, StoreError> {
    maybe_one(db, id)?.ok_or(StoreError::NotFound("intent"))
}

pub(crate) fn maybe_one(db: &Connection, id: IntentId) -> Result<Option<Intent>, StoreError> {
    let mut select = db.prepare_cached("SELECT * FROM intent WHERE id = ?1")?;
    Ok(select.query_row([id.to_string()], read).optional()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Intent> {
    Ok(Intent {
        id: parsed(row, "id")?,
        kind: word(row, "kind", IntentKind::from_stored)?,
        payment_id: parsed(row, "payment_id")?,
        environment: word(row, "environment", Environment::from_stored)?,
        sale_id: maybe_parsed(row, "sale_id")?,
        reference: row.get("reference")?,
        state: word(row, "state", IntentState::from_stored)?,
        attempts: row.get("attempts")?,
        absent_looks: row.get("absent_looks")?,
        next_look_at: row.get("next_look_at")?,
        gateway_id: row.get("gateway_id")?,
        last_failure: row.get("last_failure")?,
        request_id: row.get("request_id")?,
        said: said(row)?,
        detail: json(row, "detail")?,
        created_at: row.get("created_at")?,
        updated_at: row.get("updated_at")?,
    })
}
