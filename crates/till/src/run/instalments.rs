//! Asks for each instalment payment when it is due, and at once after the machine has slept.

use super::LONGEST_REST;
use super::jump::Jumps;
use super::rest::rest;
use super::watching::ATTENTION;
use crate::watch::{self, Rounds};
use crate::{Till, TillError};
use contract::status::FreshnessView;
use domain::Method;
use std::time::Duration;

/// Where the watch stands between two questions.
#[derive(Debug)]
pub(crate) struct InstalmentWatching {
    rounds: Rounds,
    jumps: Jumps,
    told_at_rest: Option<FreshnessView>,
}

impl InstalmentWatching {
    pub(crate) fn new(till: &Till) -> Self {
        Self {
            rounds: Rounds::default(),
            jumps: Jumps::new(till),
            told_at_rest: None,
        }
    }

    /// Asks if that is due. Gives how long nothing is.
    pub(crate) async fn step(&mut self, till: &Till) -> Result<Duration, TillError> {
        if self.jumps.has_jumped(till) {
            self.rounds.forget();
        }
        if let Some(wait) = self.rounds.step(till).await? {
            self.told_at_rest = None;
            return Ok(wait);
        }
        // With nothing watched the light is told of only when it changed.
        let view = till.freshness(Method::Instalment).view();
        if self.told_at_rest.as_ref() != Some(&view) {
            self.told_at_rest = Some(view);
            watch::tell_freshness(till, Method::Instalment);
        }
        Ok(LONGEST_REST)
    }
}

/// Runs until the program ends.
pub(super) async fn watch_instalments(till: &Till) {
    let mut bell = till.wake.listen();
    let mut watching = InstalmentWatching::new(till);
    loop {
        bell.mark_unchanged();
        match watching.step(till).await {
            Ok(Duration::ZERO) => {}
            Ok(wait) => rest(till, &mut bell, wait.min(ATTENTION)).await,
            Err(error) => {
                tracing::warn!(%error, "the watch over instalment payments failed");
                rest(till, &mut bell, super::AFTER_ERROR).await;
            }
        }
    }
}
