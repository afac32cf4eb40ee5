//! The rate budget (integration guide, "Rate Limiting"): so many requests a minute, then 429.

use std::collections::VecDeque;

use crate::assumptions::RateWindow;

const MINUTE_MS: i64 = 60_000;

/// Counts requests; the whole simulator has one client, hence one gate.
#[derive(Debug)]
pub(crate) struct RateGate {
    limit: usize,
    window: RateWindow,
    admitted_ms: VecDeque<i64>,
    punished_until_ms: i64,
}

impl RateGate {
    pub(crate) fn new(limit_per_minute: u32, window: RateWindow) -> Self {
        Self {
            limit: usize::try_from(limit_per_minute).unwrap_or(usize::MAX),
            window,
            admitted_ms: VecDeque::new(),
            punished_until_ms: i64::MIN,
        }
    }

    /// Nobody is admitted for so many seconds.
    pub(crate) fn punish(&mut self, now_ms: i64, seconds: u32) {
        let until_ms = now_ms.saturating_add(i64::from(seconds).saturating_mul(1_000));
        self.punished_until_ms = self.punished_until_ms.max(until_ms);
    }

    /// Admits a request, or says in how many seconds to come again.
    pub(crate) fn admit(&mut self, now_ms: i64) -> Result<(), i64> {
        if now_ms < self.punished_until_ms {
            return Err(seconds_up(self.punished_until_ms.saturating_sub(now_ms)));
        }
        let window_began_ms = match self.window {
            RateWindow::Sliding => now_ms.saturating_sub(MINUTE_MS),
            RateWindow::Fixed => now_ms
                .saturating_sub(now_ms.rem_euclid(MINUTE_MS))
                .saturating_sub(1),
        };
        while self.admitted_ms.front().is_some_and(|at| *at <= window_began_ms) {
            self.admitted_ms.pop_front();
        }
        if self.admitted_ms.len() < self.limit {
            self.admitted_ms.push_back(now_ms);
            return Ok(());
        }
        let again_ms = match self.window {
            RateWindow::Sliding => self.admitted_ms.front().map_or(MINUTE_MS, |oldest| {
                oldest.saturating_add(MINUTE_MS).saturating_sub(now_ms)
            }),
            RateWindow::Fixed => MINUTE_MS.saturating_sub(now_ms.rem_euclid(MINUTE_MS)),
        };
        Err(seconds_up(again_ms))
    }
}

fn seconds_up(ms: i64) -> i64 {
    ms.saturating_add(999).div_euclid(1_000).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sliding_window_frees_one_place_when_the_oldest_is_a_minute_old() {
        let mut gate = RateGate::new(2, RateWindow::Sliding);
        assert_eq!(gate.admit(59_000), Ok(()));
        assert_eq!(gate.admit(61_000), Ok(()));
        assert_eq!(gate.admit(62_000), Err(57));
        assert_eq!(gate.admit(118_999), Err(1));
        assert_eq!(gate.admit(119_000), Ok(()));
        assert_eq!(gate.admit(119_001), Err(2));
    }

    #[test]
    fn a_fixed_window_starts_again_at_the_full_minute() {
        let mut gate = RateGate::new(2, RateWindow::Fixed);
        assert_eq!(gate.admit(59_000), Ok(()));
        assert_eq!(gate.admit(59_500), Ok(()));
        assert_eq!(gate.admit(59_600), Err(1));
        assert_eq!(gate.admit(60_000), Ok(()));
        assert_eq!(gate.admit(60_001), Ok(()));
        assert_eq!(gate.admit(90_000), Err(30));
    }

    #[test]
    fn a_punishment_ends_to_the_millisecond() {
        let mut gate = RateGate::new(2, RateWindow::Sliding);
        gate.punish(1_000, 30);
        assert_eq!(gate.admit(1_500), Err(30));
        assert_eq!(gate.admit(30_999), Err(1));
        assert_eq!(gate.admit(31_000), Ok(()));
    }
}
