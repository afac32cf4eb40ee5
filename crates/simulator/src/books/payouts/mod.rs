//! Payouts, the balance they come from, and whether the caller's address may make them.

mod payout;

pub(crate) use payout::{NewPayout, Payout, State, Submission};

use dong::Dong;
use serde::{Deserialize, Serialize};

use super::ids::Ids;
use crate::assumptions::payouts::{OPENING_BALANCE, PayoutSwitches};

/// The payout part of the books.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Payouts {
    ids: Ids,
    rows: Vec<Payout>,
    /// What the Shinhan account holds.
    pub(crate) balance: Dong,
    /// Whether the caller's address is on the gateway's list.
    pub(crate) is_whitelisted: bool,
}

impl Default for Payouts {
    fn default() -> Self {
        Self {
            ids: Ids::fresh(),
            rows: Vec::new(),
            balance: Dong::new(OPENING_BALANCE),
            is_whitelisted: true,
        }
    }
}

impl Payouts {
    /// Payouts in the order they were made.
    pub(crate) fn rows(&self) -> &[Payout] {
        &self.rows
    }

    pub(crate) fn row(&self, id: &str) -> Option<&Payout> {
        self.rows.iter().find(|row| row.id == id)
    }

    /// The newest with this reference.
    pub(crate) fn with_reference(&self, reference_id: &str) -> Option<&Payout> {
        self.rows.iter().rfind(|row| row.has_reference(reference_id))
    }

    /// How many with this reference have moved money or still may.
    pub(crate) fn effects(&self, reference_id: &str) -> usize {
        let counts = |row: &&Payout| row.has_reference(reference_id) && row.state != State::Failed;
        self.rows.iter().filter(counts).count()
    }

    /// Lets the time that has passed have its effect.
    pub(crate) fn catch_up(&mut self, now_ms: i64, switches: &PayoutSwitches) {
        for row in &mut self.rows {
            row.catch_up(now_ms, switches);
        }
    }

    /// Records a payout that waits for its code.
    pub(crate) fn open(&mut self, new: NewPayout, now_ms: i64, switches: &PayoutSwitches) -> Payout {
        let code = match &switches.fixed_code {
            Some(code) => code.clone(),
            None => six_digits(&self.ids.next()),
        };
        let payout = Payout::open(new, self.ids.next(), code, now_ms, switches);
        self.rows.push(payout.clone());
        payout
    }

    /// Takes a code that somebody sends; `None` when there is no such payout.
    pub(crate) fn submit(&mut self, id: &str, code: &str, now_ms: i64) -> Option<Submission> {
        let row = self.rows.iter_mut().find(|row| row.id == id)?;
        let judged = row.judge(code, now_ms);
        if judged != Submission::Accepted {
            return Some(judged);
        }
        let Some(left) = self
            .balance
            .checked_sub(row.new.amount)
            .filter(|left| !left.is_negative())
        else {
            return Some(Submission::LowBalance);
        };
        self.balance = left;
        row.accept([self.ids.next(), self.ids.next(), self.ids.next()], now_ms);
        Some(Submission::Accepted)
    }

    /// What the bank makes of a payout; false when this cannot happen to it, `None` when there is none.
    pub(crate) fn settle(&mut self, id: &str, state: State, now_ms: i64) -> Option<bool> {
        let row = self.rows.iter_mut().find(|row| row.id == id)?;
        if !row.may_become(&state) {
            return Some(false);
        }
        let comes_back = state == State::Failed && row.is_money_taken;
        if comes_back {
            row.is_money_taken = false;
            self.balance = self.balance.checked_add(row.new.amount).unwrap_or(Dong::MAX);
        }
        row.state = state;
        row.updated_at_ms = now_ms;
        Some(true)
    }

    /// The payout's code is too old from now on; as [`Self::settle`].
    pub(crate) fn expire_code(&mut self, id: &str, now_ms: i64) -> Option<bool> {
        let row = self.rows.iter_mut().find(|row| row.id == id)?;
        let waits = row.state == State::Waiting;
        if waits {
            row.code_ends_at_ms = row.code_ends_at_ms.min(now_ms);
        }
        Some(waits)
    }
}

/// Six digits that belong to an id.
fn six_digits(id: &str) -> String {
    let hex: String = id.chars().filter(char::is_ascii_hexdigit).collect();
    let number = u128::from_str_radix(&hex, 16).unwrap_or_default();
    format!("{:06}", number.rem_euclid(1_000_000))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_six_digits_and_differs() {
        let mut ids = Ids::fresh();
        let codes: std::collections::HashSet<_> = (0..50).map(|_| six_digits(&ids.next())).collect();
        assert!(codes.len() > 45);
        let is_code = |code: &String| code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_digit());
        assert!(codes.iter().all(is_code));
    }
}
