//! One transaction, and the refund of one.

use dong::Dong;
use serde::{Deserialize, Serialize};

/// What a merchant asks for, already checked.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct NewInstalment {
    pub(crate) reference_id: String,
    pub(crate) store_id: String,
    /// `APP`, `POS` or `WEB`.
    pub(crate) payment_method: String,
    pub(crate) amount: Dong,
    /// What the customer pays at the beginning, by the chosen plan.
    pub(crate) first_part: Dong,
    pub(crate) description: String,
    /// Where `paymentUrl` and `qrData` lead.
    pub(crate) url_prefix: String,
}

/// Where a transaction stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum State {
    Waiting,
    InProgress,
    AwaitsFirstPartHere,
    Paid,
    Refused,
    Declined,
    Expired,
    Cancelled,
}

/// A transaction as the gateway keeps it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Instalment {
    pub(crate) new: NewInstalment,
    pub(crate) token: String,
    pub(crate) payment_trans_id: String,
    pub(crate) customer_id: String,
    pub(crate) created_at_ms: i64,
    pub(crate) expires_at_ms: i64,
    pub(crate) changed_at_ms: i64,
    pub(crate) state: State,
    /// Whether the first part is, or was, to be paid in the shop.
    pub(crate) is_paid_here: bool,
}

impl Instalment {
    pub(crate) fn payment_url(&self) -> String {
        format!("{}{}", self.new.url_prefix, self.token)
    }
}

/// A payment given back whole.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Refund {
    pub(crate) reference_id: String,
    pub(crate) refund_trans_id: String,
    pub(crate) payment_trans_id: String,
    pub(crate) amount: Dong,
    pub(crate) at_ms: i64,
}

impl State {
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::InProgress => "in_progress",
            Self::AwaitsFirstPartHere => "awaits_first_part_here",
            Self::Paid => "paid",
            Self::Refused => "refused",
            Self::Declined => "declined",
            Self::Expired => "expired",
            Self::Cancelled => "cancelled",
        }
    }
}
