//! Reads the lists when they are due, and at once after the machine has slept.

use super::LONGEST_REST;
use super::jump::Jumps;
use super::rest::rest;
use crate::watch::{self, Plan, Trail};
use crate::{Till, TillError};
use contract::status::FreshnessView;
use domain::Method;
use std::time::Duration;

/// A sleep of the machine, or another wall clock, is noticed within this time.
pub(super) const ATTENTION: Duration = Duration::from_secs(5);

/// Where the watch stands between two readings.
#[derive(Debug)]
pub(crate) struct Watching {
    trail: Trail,
    last_poll: Option<i64>,
    jumps: Jumps,
    told_at_rest: Option<FreshnessView>,
}

impl Watching {
    pub(crate) fn new(till: &Till) -> Self {
        Self {
            trail: Trail::default(),
            last_poll: None,
            jumps: Jumps::new(till),
            told_at_rest: None,
        }
    }

    /// Reads the lists if that is due. Gives how long nothing is.
    pub(crate) async fn step(&mut self, till: &Till) -> Result<Duration, TillError> {
        if self.jumps.has_jumped(till) {
            tracing::info!("the clock jumped: the machine slept, or somebody set it");
            self.last_poll = None;
            till.wake.ring();
        }
        let Some(plan) = watch::plan(till).await? else {
            self.tell_rest(till);
            return Ok(LONGEST_REST);
        };
        let wait = self.due_in(till, &plan);
        if !wait.is_zero() {
            till.freshness(Method::Transfer).next_at = Some(till.now().saturating_add(whole_ms(wait)));
            return Ok(wait);
        }
        self.told_at_rest = None;
        self.last_poll = Some(till.clock.monotonic_ms());
        watch::poll(till, &plan, &mut self.trail).await?;
        Ok(Duration::ZERO)
    }

    /// With nothing watched the light is told of only when it changed.
    fn tell_rest(&mut self, till: &Till) {
        let view = till.freshness(Method::Transfer).view();
        if self.told_at_rest.as_ref() != Some(&view) {
            self.told_at_rest = Some(view);
            watch::tell_freshness(till, Method::Transfer);
        }
    }

    fn due_in(&self, till: &Till, plan: &Plan) -> Duration {
        let Some(last) = self.last_poll else {
            return Duration::ZERO;
        };
        let passed = till.clock.monotonic_ms().saturating_sub(last);
        plan.every
            .saturating_sub(Duration::from_millis(u64::try_from(passed).unwrap_or_default()))
    }
}

/// Runs until the program ends.
pub(super) async fn watch_lists(till: &Till) {
    let mut bell = till.wake.listen();
    let mut watching = Watching::new(till);
    loop {
        bell.mark_unchanged();
        match watching.step(till).await {
            Ok(Duration::ZERO) => {}
            // A short rest keeps an eye on the clock: a machine that slept wakes up with time lost.
            Ok(wait) => rest(till, &mut bell, wait.min(ATTENTION)).await,
            Err(error) => {
                tracing::warn!(%error, "the watch failed");
                rest(till, &mut bell, super::AFTER_ERROR).await;
            }
        }
    }
}

fn whole_ms(duration: Duration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(i64::MAX)
}
