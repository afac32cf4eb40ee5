//! One payout: it waits for its code, then the bank is at it, then it has arrived or not.

use dong::Dong;
use serde::{Deserialize, Serialize};

use crate::assumptions::payouts::PayoutSwitches;

/// What a caller asks for, already checked.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct NewPayout {
    pub(crate) account_id: String,
    pub(crate) amount: Dong,
    pub(crate) beneficiary_account_name: String,
    pub(crate) beneficiary_account_number: String,
    pub(crate) beneficiary_bank_id: String,
    pub(crate) reference_id: Option<String>,
    pub(crate) description: String,
}

/// How far a payout is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum State {
    Waiting,
    Processing,
    Success,
    Failed,
    Settling,
    /// The gateway says this word, which nobody knows.
    Word(String),
}

/// What comes of a code that was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Submission {
    Accepted,
    Wrong,
    Expired,
    NoTriesLeft,
    NotWaiting,
    LowBalance,
}

/// The numbers that gateway and bank give to the transfer.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Numbers {
    /// `[L]` The `id` in the answer to the code, which is not the payout's.
    pub(crate) answer_id: String,
    pub(crate) transaction: String,
    pub(crate) provider_transaction: String,
    pub(crate) provider_payment: String,
}

/// A payout as the gateway keeps it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Payout {
    pub(crate) id: String,
    pub(crate) new: NewPayout,
    pub(crate) state: State,
    /// What the bank sends to the account's owner.
    pub(crate) code: String,
    pub(crate) code_ends_at_ms: i64,
    pub(crate) tries_left: u32,
    pub(crate) was_wrong: bool,
    /// How often a code was sent for it.
    pub(crate) submissions: usize,
    /// When the right code came.
    pub(crate) accepted_at_ms: Option<i64>,
    pub(crate) is_money_taken: bool,
    pub(crate) numbers: Option<Numbers>,
    pub(crate) created_at_ms: i64,
    pub(crate) updated_at_ms: i64,
}

impl Payout {
    pub(crate) fn open(
        new: NewPayout,
        id: String,
        code: String,
        now_ms: i64,
        switches: &PayoutSwitches,
    ) -> Self {
        Self {
            id,
            new,
            state: State::Waiting,
            code,
            code_ends_at_ms: later(now_ms, switches.code_life_seconds),
            tries_left: switches.code_tries,
            was_wrong: false,
            submissions: 0,
            accepted_at_ms: None,
            is_money_taken: false,
            numbers: None,
            created_at_ms: now_ms,
            updated_at_ms: now_ms,
        }
    }

    pub(crate) fn has_reference(&self, reference_id: &str) -> bool {
        self.new.reference_id.as_deref() == Some(reference_id)
    }

    pub(crate) fn is_code_expired(&self, now_ms: i64) -> bool {
        self.accepted_at_ms.is_none() && now_ms >= self.code_ends_at_ms
    }

    /// Lets the time that has passed have its effect.
    pub(crate) fn catch_up(&mut self, now_ms: i64, switches: &PayoutSwitches) {
        let (state, at_ms) = match (&self.state, self.accepted_at_ms) {
            (State::Waiting, _) if self.is_code_expired(now_ms) && switches.expired_code_fails_payout => {
                (State::Failed, self.code_ends_at_ms)
            }
            (State::Processing, Some(accepted_at_ms)) => {
                let Some(seconds) = switches.settles_after_seconds else {
                    return;
                };
                let done_at_ms = later(accepted_at_ms, seconds);
                if now_ms < done_at_ms {
                    return;
                }
                (State::Success, done_at_ms)
            }
            _ => return,
        };
        self.state = state;
        self.updated_at_ms = at_ms;
    }

    /// Judges a code that was sent and counts it; what an accepted one costs is the caller's.
    pub(crate) fn judge(&mut self, code: &str, now_ms: i64) -> Submission {
        self.submissions = self.submissions.saturating_add(1);
        if self.accepted_at_ms.is_some() {
            return Submission::NotWaiting;
        }
        if self.tries_left == 0 {
            return Submission::NoTriesLeft;
        }
        if self.is_code_expired(now_ms) {
            return Submission::Expired;
        }
        if self.state != State::Waiting {
            return Submission::NotWaiting;
        }
        if code == self.code {
            return Submission::Accepted;
        }
        self.was_wrong = true;
        self.tries_left = self.tries_left.saturating_sub(1);
        self.updated_at_ms = now_ms;
        if self.tries_left > 0 {
            return Submission::Wrong;
        }
        self.state = State::Failed;
        Submission::NoTriesLeft
    }

    /// The money leaves the account.
    pub(crate) fn accept(&mut self, ids: [String; 3], now_ms: i64) {
        let [answer_id, transaction, provider] = ids;
        let number = |prefix: &str, id: &str| {
            let short: String = id.chars().filter(char::is_ascii_hexdigit).take(12).collect();
            format!("{prefix}{}", short.to_uppercase())
        };
        self.numbers = Some(Numbers {
            answer_id,
            transaction: number("TXN", &transaction),
            provider_transaction: number("BT", &provider),
            provider_payment: number("BP", &provider),
        });
        self.state = State::Processing;
        self.accepted_at_ms = Some(now_ms);
        self.is_money_taken = true;
        self.updated_at_ms = now_ms;
    }

    /// Whether the bank can still make this of it: money does not move without the code.
    pub(crate) fn may_become(&self, state: &State) -> bool {
        let needs_code = !matches!(state, State::Failed | State::Word(_));
        let is_over = matches!(self.state, State::Success | State::Failed);
        !is_over && (self.accepted_at_ms.is_some() || !needs_code)
    }

    /// The gateway's word; `failed` and `settling` are published for the code's step only `[L]`.
    pub(crate) fn status(&self) -> &str {
        match &self.state {
            State::Waiting => "waiting_confirm",
            State::Processing => "processing",
            State::Success => "success",
            State::Failed => "failed",
            State::Settling => "settling",
            State::Word(word) => word,
        }
    }

    /// `[L]` The gateway's word for the step with the code; `expired` is not among the published ones `[I]`.
    pub(crate) fn otp_status(&self, now_ms: i64) -> Option<&'static str> {
        match &self.state {
            State::Success => Some("success"),
            State::Settling => Some("settling"),
            _ if self.is_code_expired(now_ms) && self.tries_left > 0 => Some("expired"),
            State::Failed => Some("failed"),
            _ if self.accepted_at_ms.is_some() => Some("pending"),
            _ => self.was_wrong.then_some("failed"),
        }
    }
}

fn later(at_ms: i64, seconds: i64) -> i64 {
    at_ms.saturating_add(seconds.saturating_mul(1_000))
}
