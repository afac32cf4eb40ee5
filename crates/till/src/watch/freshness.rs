//! When the counter last knew.

use contract::status::{FreshnessState, FreshnessView};
use contract::{ErrorBody, ErrorCode, Time};
use domain::UnixMs;

/// The state of the line, from the answers of the watch and of every click.
#[derive(Debug, Clone, Default)]
pub(crate) struct Freshness {
    /// The last answered check.
    pub(crate) checked_at: Option<UnixMs>,
    /// Since when checks fail.
    pub(crate) failing_since: Option<UnixMs>,
    /// Why.
    pub(crate) problem: Option<ErrorBody>,
    /// How often in a row.
    pub(crate) failures: u32,
    /// When the next check is due.
    pub(crate) next_at: Option<UnixMs>,
    /// How many payments are watched.
    pub(crate) watched: u32,
}

impl Freshness {
    /// A check was answered.
    pub(crate) fn answered(&mut self, at: UnixMs) {
        *self = Self {
            checked_at: Some(at),
            watched: self.watched,
            ..Self::default()
        };
    }

    /// A check failed. Gives whether it is the first one that did.
    pub(crate) fn failed(&mut self, at: UnixMs, problem: ErrorBody) -> bool {
        let is_first = self.failing_since.is_none();
        self.failing_since.get_or_insert(at);
        self.problem = Some(problem);
        self.failures = self.failures.saturating_add(1);
        is_first
    }

    /// Nothing is waited for: what failed before is of no matter, what was known stays known.
    pub(crate) fn rest(&mut self) {
        *self = Self {
            checked_at: self.checked_at,
            ..Self::default()
        };
    }

    /// Whether checks have failed for at least this long.
    pub(crate) fn is_failing_for(&self, now: UnixMs, least_ms: i64) -> bool {
        self.failing_since
            .is_some_and(|since| now.saturating_sub(since) >= least_ms)
    }

    /// As the page sees it.
    pub(crate) fn view(&self) -> FreshnessView {
        let waits = self
            .problem
            .as_ref()
            .is_some_and(|problem| problem.code == ErrorCode::RateLimited);
        let state = match (self.failing_since, self.watched) {
            (Some(_), _) if waits => FreshnessState::Waiting,
            (Some(_), _) => FreshnessState::Failing,
            (None, 0) => FreshnessState::Idle,
            (None, _) => FreshnessState::Fresh,
        };
        FreshnessView {
            state,
            checked_at: self.checked_at.map(Time::from_ms),
            failing_since: self.failing_since.map(Time::from_ms),
            problem: self.problem.clone(),
            next_at: self.next_at.map(Time::from_ms),
            watched: self.watched,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn silence_is_failing_since_its_first_failure_and_ends_with_an_answer() {
        let mut light = Freshness {
            watched: 1,
            ..Freshness::default()
        };
        light.answered(1_000);
        light.failed(2_000, ErrorBody::of(ErrorCode::NoNetwork));
        light.failed(9_000, ErrorBody::of(ErrorCode::Timeout));
        assert_eq!(light.view().state, FreshnessState::Failing);
        assert_eq!(light.view().failing_since, Some(Time::from_ms(2_000)));
        assert_eq!(light.view().checked_at, Some(Time::from_ms(1_000)));
        assert!(light.is_failing_for(7_000, 5_000) && !light.is_failing_for(6_999, 5_000));
        light.answered(10_000);
        assert_eq!(light.view().state, FreshnessState::Fresh);
        assert_eq!(light.view().failing_since, None);
    }

    #[test]
    fn with_nothing_to_wait_for_the_light_rests_and_remembers_when_it_knew() {
        let mut light = Freshness::default();
        light.answered(1_000);
        assert!(light.failed(2_000, ErrorBody::of(ErrorCode::NoNetwork)));
        assert!(!light.failed(3_000, ErrorBody::of(ErrorCode::NoNetwork)));
        light.rest();
        assert_eq!(light.view().state, FreshnessState::Idle);
        assert_eq!(light.view().checked_at, Some(Time::from_ms(1_000)));
    }
}
