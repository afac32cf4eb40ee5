//! The hand at payouts: what the bank sends by SMS, what it makes of a payout, and who may make one.

use dong::Dong;
use serde::{Deserialize, Serialize};

use super::{Hand, HandError};
use crate::books::{Payout, PayoutState as State};
use crate::clock::iso;

/// A payout as the gateway sees it. The bank's code is not in it: see [`Hand::payout_code`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SimulatedPayout {
    /// The gateway's id.
    pub id: String,
    /// The caller's id.
    pub reference_id: Option<String>,
    /// The account that pays.
    pub account_id: String,
    /// How much, in dong.
    pub amount: Dong,
    /// Holder of the account that gets it.
    pub beneficiary_account_name: String,
    /// Number of the account that gets it.
    pub beneficiary_account_number: String,
    /// The caller's number of its bank.
    pub beneficiary_bank_id: String,
    /// What it is for.
    pub description: String,
    /// The gateway's word: `waiting_confirm`, `processing`, `success`, `failed`, `settling`, or another.
    pub status: String,
    /// The gateway's word for the step with the code, once there is one.
    pub otp_status: Option<String>,
    /// Tries left with the code.
    pub tries_left: u32,
    /// Whether the code is too old by the simulator's clock; false once it was taken.
    pub is_code_expired: bool,
    /// Whether the amount is out of the account.
    pub is_money_taken: bool,
    /// ISO 8601 UTC.
    pub created_at: String,
    /// ISO 8601 UTC; when the code becomes too old.
    pub code_ends_at: String,
}

/// What the bank makes of a payout.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PayoutOutcome {
    /// The money has arrived.
    Success,
    /// It did not happen; the money is back in the account.
    Failed,
    /// Settled on the next working day.
    Settling,
    /// The gateway says this word, which nobody knows.
    Unknown(String),
}

impl Hand {
    /// Every payout, newest first.
    #[must_use]
    pub fn payouts(&self) -> Vec<SimulatedPayout> {
        let now_ms = self.payouts_until_now();
        let books = self.shared.books();
        let rows = books.payouts.rows().iter().rev();
        rows.map(|row| view(row, now_ms)).collect()
    }

    /// One payout by its gateway id.
    #[must_use]
    pub fn payout(&self, payout_id: &str) -> Option<SimulatedPayout> {
        let now_ms = self.payouts_until_now();
        let books = self.shared.books();
        books.payouts.row(payout_id).map(|row| view(row, now_ms))
    }

    /// The newest payout with this reference.
    #[must_use]
    pub fn payout_with_reference(&self, reference_id: &str) -> Option<SimulatedPayout> {
        let now_ms = self.payouts_until_now();
        let books = self.shared.books();
        let row = books.payouts.with_reference(reference_id);
        row.map(|row| view(row, now_ms))
    }

    /// How many payouts with this reference have moved money or still may: more than one is a double payout.
    #[must_use]
    pub fn payout_effects(&self, reference_id: &str) -> usize {
        self.payouts_until_now();
        self.shared.books().payouts.effects(reference_id)
    }

    /// What the bank's SMS says.
    #[must_use]
    pub fn payout_code(&self, payout_id: &str) -> Option<String> {
        let books = self.shared.books();
        books.payouts.row(payout_id).map(|row| row.code.clone())
    }

    /// How often a code was sent for this payout, right or wrong; 0 when there is none.
    #[must_use]
    pub fn code_submissions(&self, payout_id: &str) -> usize {
        let books = self.shared.books();
        books.payouts.row(payout_id).map_or(0, |row| row.submissions)
    }

    /// The bank decides about a payout. One that still waits for its code can only fail or get an unknown word.
    ///
    /// # Errors
    /// No such payout, or this cannot happen to it (any more).
    pub fn settle_payout(
        &self,
        payout_id: &str,
        outcome: PayoutOutcome,
    ) -> Result<SimulatedPayout, HandError> {
        let state = match outcome {
            PayoutOutcome::Success => State::Success,
            PayoutOutcome::Failed => State::Failed,
            PayoutOutcome::Settling => State::Settling,
            PayoutOutcome::Unknown(word) => State::Word(word),
        };
        let now_ms = self.payouts_until_now();
        let done = self
            .shared
            .change_books(|books| books.payouts.settle(payout_id, state, now_ms));
        self.payout_after(payout_id, done)
    }

    /// The payout's code is too old from now on, without moving the clock that everybody sees.
    ///
    /// # Errors
    /// No such payout, or it does not wait for its code.
    pub fn expire_payout_code(&self, payout_id: &str) -> Result<SimulatedPayout, HandError> {
        let now_ms = self.payouts_until_now();
        let done = self
            .shared
            .change_books(|books| books.payouts.expire_code(payout_id, now_ms));
        self.payout_after(payout_id, done)
    }

    /// Whether the caller's address is on the gateway's list; without it everything about payouts is 403.
    pub fn set_whitelisted(&self, is_whitelisted: bool) {
        self.shared
            .change_books(|books| books.payouts.is_whitelisted = is_whitelisted);
    }

    /// Whether the caller's address is on the gateway's list.
    #[must_use]
    pub fn is_whitelisted(&self) -> bool {
        self.shared.books().payouts.is_whitelisted
    }

    /// What the Shinhan account holds from now on, in dong.
    pub fn set_balance(&self, balance: Dong) {
        self.shared.change_books(|books| books.payouts.balance = balance);
    }

    /// What the Shinhan account holds, in dong.
    #[must_use]
    pub fn balance(&self) -> Dong {
        self.shared.books().payouts.balance
    }

    fn payout_after(&self, payout_id: &str, done: Option<bool>) -> Result<SimulatedPayout, HandError> {
        match done {
            Some(true) => self.payout(payout_id).ok_or(HandError::NoSuchPayout),
            Some(false) => Err(HandError::NotOpen),
            None => Err(HandError::NoSuchPayout),
        }
    }

    /// Lets the time that has passed have its effect, and gives the time.
    fn payouts_until_now(&self) -> i64 {
        let now_ms = self.shared.clock.now_ms();
        let switches = &self.shared.switches.payouts;
        self.shared.books().payouts.catch_up(now_ms, switches);
        now_ms
    }
}

fn view(payout: &Payout, now_ms: i64) -> SimulatedPayout {
    let new = &payout.new;
    SimulatedPayout {
        id: payout.id.clone(),
        reference_id: new.reference_id.clone(),
        account_id: new.account_id.clone(),
        amount: new.amount,
        beneficiary_account_name: new.beneficiary_account_name.clone(),
        beneficiary_account_number: new.beneficiary_account_number.clone(),
        beneficiary_bank_id: new.beneficiary_bank_id.clone(),
        description: new.description.clone(),
        status: payout.status().to_owned(),
        otp_status: payout.otp_status(now_ms).map(str::to_owned),
        tries_left: payout.tries_left,
        is_code_expired: payout.is_code_expired(now_ms),
        is_money_taken: payout.is_money_taken,
        created_at: iso(payout.created_at_ms),
        code_ends_at: iso(payout.code_ends_at_ms),
    }
}
