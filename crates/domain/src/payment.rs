//! A payment: a request for money made at a gateway, with our own reference.

use crate::{AccountId, Environment, IntentState, PaymentId, SaleId, UnixMs, Verdict, verdict};
use dong::Dong;
use serde::{Deserialize, Serialize};

/// The gateway's own status word, kept as it came when it is not one we know.
///
/// Source: Finan One integration guide, flow 1: `unpaid`, `paid`, `partial_paid`, `extra_paid`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum GatewayStatus {
    /// Nothing received.
    Unpaid,
    /// The amount received.
    Paid,
    /// Less received.
    PartialPaid,
    /// More received.
    ExtraPaid,
    /// A word this version does not know.
    Other(String),
}

impl GatewayStatus {
    /// Reads the gateway's word, whatever its case.
    #[must_use]
    pub fn from_wire(word: &str) -> Self {
        match word.trim().to_ascii_lowercase().as_str() {
            "unpaid" => Self::Unpaid,
            "paid" => Self::Paid,
            "partial_paid" => Self::PartialPaid,
            "extra_paid" => Self::ExtraPaid,
            _ => Self::Other(word.to_owned()),
        }
    }

    /// Whether it tells of money.
    #[must_use]
    pub const fn means_money(&self) -> bool {
        matches!(self, Self::Paid | Self::PartialPaid | Self::ExtraPaid)
    }

    /// The word as the gateway spells it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Unpaid => "unpaid",
            Self::Paid => "paid",
            Self::PartialPaid => "partial_paid",
            Self::ExtraPaid => "extra_paid",
            Self::Other(word) => word,
        }
    }
}

/// What the gateway last said about a payment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heard {
    /// Its status.
    pub status: GatewayStatus,
    /// The sum received so far, when it tells.
    pub received: Option<Dong>,
    /// The amount it believes it asked for, when it tells.
    pub amount: Option<Dong>,
    /// When we heard it.
    pub at: UnixMs,
}

/// What may be shown of a payment's QR.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QrState {
    /// No QR was given yet.
    None,
    /// Read, compared and safe to show.
    Shown,
    /// Right in all but its account, which this till has not met: a person must confirm it.
    NewAccount,
    /// Refused by the guard; never shown.
    Refused,
}

/// A payment with everything that is known of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Payment {
    /// The id of its intent.
    pub id: PaymentId,
    /// The sale it is for.
    pub sale_id: SaleId,
    /// The world it lives in.
    pub environment: Environment,
    /// Our reference at the gateway.
    pub reference: String,
    /// The receiving account.
    pub account_id: AccountId,
    /// The amount asked.
    pub amount: Dong,
    /// The memo text sent with it.
    pub description: String,
    /// Where its intent stands.
    pub intent: IntentState,
    /// The gateway's id, once it has answered.
    pub gateway_id: Option<String>,
    /// The gateway's hosted page.
    pub payment_url: Option<String>,
    /// The QR text exactly as the gateway gave it.
    pub qr_text: Option<String>,
    /// What the guard decided.
    pub qr_state: QrState,
    /// The stable code of the guard's refusal or caution.
    pub qr_problem: Option<String>,
    /// What the gateway last said.
    pub heard: Option<Heard>,
    /// When money was first seen.
    pub money_seen_at: Option<UnixMs>,
    /// Whether that money certainly came after the expiry: the last answer without money was after it too.
    pub is_late: bool,
    /// When the decision was made.
    pub created_at: UnixMs,
    /// When the link and its QR run out; known once the gateway has answered.
    pub expires_at: Option<UnixMs>,
    /// Until when the lists are still watched for it.
    pub watched_until: Option<UnixMs>,
    /// The payment that took its place after expiry.
    pub replaced_by: Option<PaymentId>,
    /// The stable code of the last failure.
    pub last_failure: Option<String>,
    /// The gateway's request id of the last answer.
    pub request_id: Option<String>,
    /// When the journal acts on it next.
    pub next_look_at: Option<UnixMs>,
}

impl Payment {
    /// What the gateway's answer means against the bill.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        match &self.heard {
            Some(heard) => verdict::judge(self.amount, heard, self.is_late),
            None if self.intent.is_unclear() => Verdict::Unknown,
            None => Verdict::Unpaid,
        }
    }

    /// Whether its QR has run out.
    #[must_use]
    pub fn is_expired(&self, now: UnixMs) -> bool {
        self.expires_at.is_some_and(|end| end <= now)
    }

    /// What certainly came in for it: the gateway's own figure, or the amount when it says paid without a figure.
    #[must_use]
    pub fn received(&self) -> Option<Dong> {
        let heard = self.heard.as_ref()?;
        match (heard.received, &heard.status) {
            (Some(received), _) => Some(received),
            (None, GatewayStatus::Paid) => Some(self.amount),
            (None, GatewayStatus::Unpaid) => Some(Dong::ZERO),
            (None, _) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_status_keeps_the_gateways_spelling() {
        assert_eq!(GatewayStatus::from_wire("Extra_Paid"), GatewayStatus::ExtraPaid);
        assert_eq!(GatewayStatus::from_wire("On Hold").as_str(), "On Hold");
    }
}
