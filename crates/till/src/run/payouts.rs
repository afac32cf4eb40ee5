//! Asks about payouts when that is due, and at once after the machine has slept.

use super::jump::Jumps;
use super::rest::rest;
use super::watching::ATTENTION;
use super::{AFTER_ERROR, LONGEST_REST};
use crate::watch::PayoutRounds;
use crate::{Till, TillError};
use std::time::Duration;

/// Where the watch over payouts stands between two questions.
#[derive(Debug)]
pub(crate) struct PayoutWatching {
    rounds: PayoutRounds,
    jumps: Jumps,
}

impl PayoutWatching {
    pub(crate) fn new(till: &Till) -> Self {
        Self {
            rounds: PayoutRounds::default(),
            jumps: Jumps::new(till),
        }
    }

    /// Asks if that is due. Gives how long nothing is.
    pub(crate) async fn step(&mut self, till: &Till) -> Result<Duration, TillError> {
        if self.jumps.has_jumped(till) {
            self.rounds.forget();
        }
        Ok(self.rounds.step(till).await?.unwrap_or(LONGEST_REST))
    }
}

/// Runs until the program ends.
pub(super) async fn watch_payouts(till: &Till) {
    let mut bell = till.wake.listen();
    let mut watching = PayoutWatching::new(till);
    loop {
        bell.mark_unchanged();
        match watching.step(till).await {
            Ok(Duration::ZERO) => {}
            Ok(wait) => rest(till, &mut bell, wait.min(ATTENTION)).await,
            Err(error) => {
                tracing::warn!(%error, "the watch over payouts failed");
                rest(till, &mut bell, AFTER_ERROR).await;
            }
        }
    }
}
