//! A payout: the shop sends money to a beneficiary, confirmed by the bank's one-time code.
//!
//! Who → how much → read back → code. No money moves before the code; a payout leaves this machine only because a person said so.

mod differs;
mod standing;

pub use differs::{Difference, differences};
pub use standing::PayoutStanding;

use crate::step::{self, Step};
use crate::{AccountId, BeneficiaryId, Environment, IntentKind, IntentState, PayoutId, Said, UnixMs};
use dong::Dong;
use serde::{Deserialize, Serialize};

/// The gateway takes this many characters of a description, after folding (payout page, `description`).
pub const LONGEST_DESCRIPTION: usize = 30;
/// A payout leaves by itself no longer than this after a person decided it; later a person must say so again.
pub const LEAVES_WITHIN_MS: UnixMs = 60_000;

/// Where a payout goes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Destination {
    /// The gateway's bank code for payouts, as text.
    pub bank_id: String,
    /// The bank's BIN in a VietQR, when it is known; kept apart from the code.
    pub bank_bin: Option<String>,
    /// The bank's short name, for people.
    pub bank_name: String,
    /// Digits and letters, upper case, without spaces.
    pub account_number: String,
    /// The holder as registered at the bank: upper-case ASCII.
    pub account_name: String,
}

/// One row of the book of beneficiaries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beneficiary {
    /// Its id.
    pub id: BeneficiaryId,
    /// The world it lives in.
    pub environment: Environment,
    /// Where its money goes.
    pub destination: Destination,
    /// The shop's own remark; may be empty.
    pub note: String,
    /// When it was entered.
    pub created_at: UnixMs,
    /// When bank, number or name were last changed.
    pub changed_at: UnixMs,
    /// When a payout to exactly this destination last succeeded, or was accepted by the bank.
    pub last_paid_at: Option<UnixMs>,
    /// How many did.
    pub times_paid: u32,
}

/// What a person reads back before the payout is made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PayoutContent {
    /// The source account, by the gateway's id.
    pub account_id: AccountId,
    /// Where it goes.
    pub destination: Destination,
    /// How much, above zero.
    pub amount: Dong,
    /// Folded to ASCII, 1 to [`LONGEST_DESCRIPTION`] characters.
    pub description: String,
    /// The row of the book it was filled in from.
    pub beneficiary_id: Option<BeneficiaryId>,
}

/// The gateway's status of a payout. Spelling is compared without case; unknown words are not final `[I]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PayoutStatus {
    /// Waits for the code.
    WaitingConfirm,
    /// The bank is at work.
    Processing,
    /// The money is with the beneficiary.
    Success,
    /// The bank refused; no money moved.
    Failed,
    /// The bank reconciles it on the next day (T+1).
    Settling,
    /// A word nobody knows.
    Other(String),
}

/// What the gateway repeats of what it was asked; every field may be missing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ToldPayout {
    /// The amount.
    pub amount: Option<Dong>,
    /// The beneficiary's account number.
    pub account_number: Option<String>,
    /// The beneficiary's name.
    pub account_name: Option<String>,
    /// The bank's code for payouts.
    pub bank_id: Option<String>,
    /// The source account.
    pub account_id: Option<String>,
}

/// What the gateway last said about a payout.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeardPayout {
    /// Its status.
    pub status: PayoutStatus,
    /// What it repeats.
    pub told: ToldPayout,
    /// How often a code may still be tried, when it said so.
    pub tries_left: Option<u32>,
    /// The bank's number of the transfer, for support and receipts.
    pub transaction_number: Option<String>,
    /// When.
    pub at: UnixMs,
}

/// A payout that a person decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Payout {
    /// Its id.
    pub id: PayoutId,
    /// The world it lives in.
    pub environment: Environment,
    /// Our own reference at the gateway.
    pub reference: String,
    /// What was decided.
    pub content: PayoutContent,
    /// Where the intent that makes it stands.
    pub intent: IntentState,
    /// How often in a row a complete search did not find it.
    pub absent_looks: u32,
    /// The codes that were handed in, oldest first.
    pub codes: Vec<Step>,
    /// The gateway's id of it.
    pub gateway_id: Option<String>,
    /// What the gateway last said.
    pub heard: Option<HeardPayout>,
    /// The stable code of the last failure.
    pub last_failure: Option<String>,
    /// The gateway's words of the last refusal.
    pub said: Option<Said>,
    /// The gateway's request id of the last answer.
    pub request_id: Option<String>,
    /// Why a person closed it, when one did.
    pub closed_reason: Option<String>,
    /// When it was decided.
    pub created_at: UnixMs,
    /// When it last moved.
    pub updated_at: UnixMs,
    /// When the journal acts on it next.
    pub next_look_at: Option<UnixMs>,
}

impl PayoutStatus {
    /// The status a gateway's word names; the words of older pages are understood too.
    #[must_use]
    pub fn of_word(word: &str) -> Self {
        match word.trim().to_ascii_lowercase().as_str() {
            "waiting_confirm" => Self::WaitingConfirm,
            "processing" | "pending" => Self::Processing,
            "success" | "completed" => Self::Success,
            "failed" => Self::Failed,
            "settling" => Self::Settling,
            _ => Self::Other(word.trim().to_owned()),
        }
    }

    /// The word stored with the row and shown in details.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::WaitingConfirm => "waiting_confirm",
            Self::Processing => "processing",
            Self::Success => "success",
            Self::Failed => "failed",
            Self::Settling => "settling",
            Self::Other(word) => word,
        }
    }

    /// Whether nothing will change any more.
    #[must_use]
    pub const fn is_final(&self) -> bool {
        matches!(self, Self::Success | Self::Failed)
    }
}

impl Payout {
    /// The code that was handed in last.
    #[must_use]
    pub fn newest_code(&self) -> Option<&Step> {
        step::newest(&self.codes, IntentKind::PayoutCode)
    }

    /// What the gateway repeats otherwise than it was decided.
    #[must_use]
    pub fn differences(&self) -> Vec<Difference> {
        self.heard
            .as_ref()
            .map_or_else(Vec::new, |heard| differences(&self.content, &heard.told))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_varies_and_unknown_words_are_kept_and_not_final() {
        assert_eq!(PayoutStatus::of_word("Success"), PayoutStatus::Success);
        assert_eq!(PayoutStatus::of_word(" COMPLETED "), PayoutStatus::Success);
        let odd = PayoutStatus::of_word("on_hold");
        assert_eq!(odd.as_str(), "on_hold");
        assert!(!odd.is_final());
    }

    #[test]
    fn stored_words_read_back() {
        for word in [
            "waiting_confirm",
            "processing",
            "success",
            "failed",
            "settling",
            "on_hold",
        ] {
            assert_eq!(PayoutStatus::of_word(word).as_str(), word);
        }
    }
}
