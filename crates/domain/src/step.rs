//! Steps on a payment or a payout: intents of their own that follow the one that made it.

use crate::instalment::Tender;
use crate::invoice::InvoiceContent;
use crate::{IntentId, IntentKind, IntentState, UnixMs};
use dong::Dong;
use serde::{Deserialize, Serialize};

/// What a step was decided with, kept with its intent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum StepDetail {
    /// Of [`IntentKind::FirstPartConfirm`].
    FirstPart {
        /// What the shop took.
        amount: Dong,
        /// How.
        tender: Tender,
        /// The shop's own receipt number.
        receipt: Option<String>,
    },
    /// Of [`IntentKind::InstalmentCancel`].
    Cancel,
    /// Of [`IntentKind::InstalmentRefund`].
    Refund {
        /// The whole amount.
        amount: Dong,
        /// Why, in the shop's words.
        reason: Option<String>,
    },
    /// Of [`IntentKind::InvoiceUpdate`].
    InvoiceUpdate {
        /// What the invoice says once the step is done.
        content: Box<InvoiceContent>,
    },
    /// Of [`IntentKind::InvoiceDelete`].
    InvoiceDelete,
    /// Of [`IntentKind::PayoutCode`]; the code itself is kept nowhere.
    PayoutCode,
}

impl StepDetail {
    /// The kind of intent it belongs to.
    #[must_use]
    pub const fn kind(&self) -> IntentKind {
        match self {
            Self::FirstPart { .. } => IntentKind::FirstPartConfirm,
            Self::Cancel => IntentKind::InstalmentCancel,
            Self::Refund { .. } => IntentKind::InstalmentRefund,
            Self::InvoiceUpdate { .. } => IntentKind::InvoiceUpdate,
            Self::InvoiceDelete => IntentKind::InvoiceDelete,
            Self::PayoutCode => IntentKind::PayoutCode,
        }
    }
}

/// What the gateway said in so many words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// `resultStatus`.
    pub result: String,
    /// `resultMsg`; for a text node only, may be empty.
    pub message: String,
}

/// A step on a payment or a payout: an intent of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Its id.
    pub id: IntentId,
    /// What was decided.
    pub detail: StepDetail,
    /// Our own reference; the gateway is told a refund's only.
    pub reference: String,
    /// Where it stands.
    pub state: IntentState,
    /// The gateway's id of it (`refundTransId`).
    pub gateway_id: Option<String>,
    /// The stable code of the last failure.
    pub last_failure: Option<String>,
    /// The gateway's words of the last answer that refused it.
    pub said: Option<Said>,
    /// When it was decided.
    pub created_at: UnixMs,
    /// When it last moved.
    pub updated_at: UnixMs,
    /// When the journal acts on it next.
    pub next_look_at: Option<UnixMs>,
}

/// The newest step of a kind.
#[must_use]
pub fn newest(steps: &[Step], kind: IntentKind) -> Option<&Step> {
    steps.iter().rev().find(|step| step.detail.kind() == kind)
}
