//! A payment: a request for money made at a gateway, with our own reference.

use crate::step::{self, Step};
use crate::{
    AccountId, Environment, Gateway, Instalment, IntentKind, IntentState, Invoice, Method, PaymentId, Said,
    SaleId, UnixMs, Verdict, verdict,
};
use dong::Dong;
use serde::{Deserialize, Serialize};

/// The gateway's own status word, kept as it came when it is not one we know.
///
/// Source: Finan One integration guide, flow 1: `unpaid`, `paid`, `partial_paid`, `extra_paid`. Fundiin status page,
/// `paymentStatus`: `INITIAL`, `WAITING`, `PENDING`, `SUCCESS`, `FAIL`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum GatewayStatus {
    /// Finan One: nothing received.
    Unpaid,
    /// Finan One: the amount received.
    Paid,
    /// Finan One: less received.
    PartialPaid,
    /// Finan One: more received.
    ExtraPaid,
    /// Fundiin: made; the customer has not begun.
    Initial,
    /// Fundiin: waiting for the customer.
    Waiting,
    /// Fundiin: in process.
    Pending,
    /// Fundiin: paid.
    Success,
    /// Fundiin: ended without money.
    Fail,
    /// A word this version does not know.
    Other(String),
}

impl GatewayStatus {
    /// Reads a gateway's word, whatever its case. A word of the other gateway is none we know.
    #[must_use]
    pub fn from_wire(gateway: Gateway, word: &str) -> Self {
        match (gateway, word.trim().to_ascii_lowercase().as_str()) {
            (Gateway::FinanOne, "unpaid") => Self::Unpaid,
            (Gateway::FinanOne, "paid") => Self::Paid,
            (Gateway::FinanOne, "partial_paid") => Self::PartialPaid,
            (Gateway::FinanOne, "extra_paid") => Self::ExtraPaid,
            (Gateway::Fundiin, "initial") => Self::Initial,
            (Gateway::Fundiin, "waiting") => Self::Waiting,
            (Gateway::Fundiin, "pending") => Self::Pending,
            (Gateway::Fundiin, "success") => Self::Success,
            (Gateway::Fundiin, "fail") => Self::Fail,
            _ => Self::Other(word.to_owned()),
        }
    }

    /// Whether it tells of money.
    #[must_use]
    pub const fn means_money(&self) -> bool {
        matches!(
            self,
            Self::Paid | Self::PartialPaid | Self::ExtraPaid | Self::Success
        )
    }

    /// The word as the gateway spells it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Unpaid => "unpaid",
            Self::Paid => "paid",
            Self::PartialPaid => "partial_paid",
            Self::ExtraPaid => "extra_paid",
            Self::Initial => "INITIAL",
            Self::Waiting => "WAITING",
            Self::Pending => "PENDING",
            Self::Success => "SUCCESS",
            Self::Fail => "FAIL",
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
    /// The reason of the status in the gateway's own word (Fundiin's `resultStatus`).
    pub reason: Option<String>,
    /// The gateway's text (Fundiin's `resultMsg`); for a text node only.
    pub message: Option<String>,
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
    /// How the customer pays.
    pub method: Method,
    /// Our reference at the gateway.
    pub reference: String,
    /// The receiving account of a transfer.
    pub account_id: Option<AccountId>,
    /// The amount asked.
    pub amount: Dong,
    /// The text sent with it: a transfer's memo, an instalment payment's order text.
    pub description: String,
    /// Where its intent stands.
    pub intent: IntentState,
    /// The gateway's id, once it told. Fundiin tells it with the status (`paymentTransId`), not with the answer.
    pub gateway_id: Option<String>,
    /// The gateway's hosted page. An instalment payment's has been checked.
    pub payment_url: Option<String>,
    /// The QR text exactly as the gateway gave it: a VietQR, or a checked link for an instalment payment.
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
    /// The gateway's words of the last answer that did not confirm it; from its intent.
    pub said: Option<Said>,
    /// The gateway's request id of the last answer.
    pub request_id: Option<String>,
    /// When the journal acts on it next.
    pub next_look_at: Option<UnixMs>,
    /// What an instalment payment has of its own; none for other methods.
    pub instalment: Option<Instalment>,
    /// What an invoice has of its own; none for other methods.
    pub invoice: Option<Invoice>,
}

impl Payment {
    /// What the gateway's answer means against the bill.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        match &self.heard {
            Some(heard) if heard.status.means_money() && self.awaits_first_part() => Verdict::Unpaid,
            Some(heard) => verdict::judge(self.asked(), heard, self.is_late),
            None if self.intent.is_unclear() => Verdict::Unknown,
            None => Verdict::Unpaid,
        }
    }

    /// Whether its QR has run out.
    #[must_use]
    pub fn is_expired(&self, now: UnixMs) -> bool {
        self.expires_at.is_some_and(|end| end <= now)
    }

    /// What certainly came in for it: the gateway's own figure, or the amount when it says paid without a figure. Nothing once it
    /// was given back.
    #[must_use]
    pub fn received(&self) -> Option<Dong> {
        let heard = self.heard.as_ref()?;
        if self.is_refunded() {
            return Some(Dong::ZERO);
        }
        match (heard.received, &heard.status) {
            (Some(received), _) => Some(received),
            (None, GatewayStatus::Success) if self.awaits_first_part() => Some(Dong::ZERO),
            (None, GatewayStatus::Paid | GatewayStatus::Success) => Some(self.asked()),
            (
                None,
                GatewayStatus::Unpaid
                | GatewayStatus::Initial
                | GatewayStatus::Waiting
                | GatewayStatus::Pending
                | GatewayStatus::Fail,
            ) => Some(Dong::ZERO),
            (None, GatewayStatus::PartialPaid | GatewayStatus::ExtraPaid | GatewayStatus::Other(_)) => None,
        }
    }

    /// The steps taken on it, oldest first.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        match (&self.instalment, &self.invoice) {
            (Some(own), _) => &own.steps,
            (None, Some(own)) => &own.steps,
            (None, None) => &[],
        }
    }

    /// Whether a step of this kind is under way or done: a second one would be too much.
    #[must_use]
    pub fn has_step(&self, kind: IntentKind) -> bool {
        step::newest(self.steps(), kind)
            .is_some_and(|step| !matches!(step.state, IntentState::Rejected | IntentState::Dropped))
    }

    /// What the gateway asks for: an invoice's total is the gateway's own once it told, every other amount is ours.
    #[must_use]
    pub fn asked(&self) -> Dong {
        let told = self.heard.as_ref().and_then(|heard| heard.amount);
        match self.method {
            Method::Invoice => told.unwrap_or(self.amount),
            Method::Transfer | Method::Instalment => self.amount,
        }
    }

    /// Whether the whole amount went back to the customer.
    #[must_use]
    pub fn is_refunded(&self) -> bool {
        self.instalment.as_ref().is_some_and(Instalment::is_refunded)
    }

    fn awaits_first_part(&self) -> bool {
        self.instalment
            .as_ref()
            .is_some_and(Instalment::awaits_first_part)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_status_keeps_the_gateways_spelling() {
        let read = |word| GatewayStatus::from_wire(Gateway::FinanOne, word);
        assert_eq!(read("Extra_Paid"), GatewayStatus::ExtraPaid);
        assert_eq!(read("On Hold").as_str(), "On Hold");
    }

    #[test]
    fn a_word_of_the_other_gateway_is_unknown() {
        let other = GatewayStatus::from_wire(Gateway::FinanOne, "SUCCESS");
        assert_eq!(other, GatewayStatus::Other("SUCCESS".to_owned()));
        let other = GatewayStatus::from_wire(Gateway::Fundiin, "paid");
        assert_eq!(other, GatewayStatus::Other("paid".to_owned()));
    }
}
