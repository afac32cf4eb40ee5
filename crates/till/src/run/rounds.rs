//! Asks for what is watched when it is due, and at once after the machine has slept: instalment payments and invoices.

use super::LONGEST_REST;
use super::jump::Jumps;
use super::rest::rest;
use super::watching::ATTENTION;
use crate::watch::{self, InvoiceRounds, Rounds};
use crate::{Till, TillError};
use contract::status::FreshnessView;
use domain::Method;
use std::time::Duration;

/// A watch that says by itself when it is due.
pub(crate) trait Round: Default {
    /// What is paid through it.
    const METHOD: Method;

    /// Forgets when anything was asked: the machine slept.
    fn forget(&mut self);

    /// Asks if that is due. Gives how long nothing is; `None` while nothing is watched.
    async fn step(&mut self, till: &Till) -> Result<Option<Duration>, TillError>;
}

impl Round for Rounds {
    const METHOD: Method = Method::Instalment;

    fn forget(&mut self) {
        Self::forget(self);
    }

    async fn step(&mut self, till: &Till) -> Result<Option<Duration>, TillError> {
        Self::step(self, till).await
    }
}

impl Round for InvoiceRounds {
    const METHOD: Method = Method::Invoice;

    fn forget(&mut self) {
        Self::forget(self);
    }

    async fn step(&mut self, till: &Till) -> Result<Option<Duration>, TillError> {
        Self::step(self, till).await
    }
}

/// Where a watch stands between two questions.
#[derive(Debug)]
pub(crate) struct RoundWatching<R> {
    rounds: R,
    jumps: Jumps,
    told_at_rest: Option<FreshnessView>,
}

impl<R: Round> RoundWatching<R> {
    pub(crate) fn new(till: &Till) -> Self {
        Self {
            rounds: R::default(),
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
        let view = till.freshness(R::METHOD).view();
        if self.told_at_rest.as_ref() != Some(&view) {
            self.told_at_rest = Some(view);
            watch::tell_freshness(till, R::METHOD);
        }
        Ok(LONGEST_REST)
    }
}

/// Runs until the program ends.
pub(super) async fn watch_rounds<R: Round>(till: &Till) {
    let mut bell = till.wake.listen();
    let mut watching = RoundWatching::<R>::new(till);
    loop {
        bell.mark_unchanged();
        match watching.step(till).await {
            Ok(Duration::ZERO) => {}
            Ok(wait) => rest(till, &mut bell, wait.min(ATTENTION)).await,
            Err(error) => {
                tracing::warn!(%error, method = ?R::METHOD, "a watch failed");
                rest(till, &mut bell, super::AFTER_ERROR).await;
            }
        }
    }
}
