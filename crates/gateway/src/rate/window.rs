//! Counts requests in a sliding window. Pure: the caller brings the time, in monotonic milliseconds.

use std::collections::VecDeque;
use std::time::Duration;

use super::{Priority, RateLimit};
use crate::clock::whole_ms;

/// Requests may arrive closer together than they left; the window is counted longer by this much, ms.
const WINDOW_MARGIN_MS: i64 = 1_000;
/// Requests left unused as head-room, in percent of the limit.
const HEAD_ROOM_PERCENT: usize = 4;
/// How long the ceiling stays lowered after a 429, ms.
const LOWERED_MS: i64 = 300_000;
/// What a 429 leaves of the ceiling, in percent.
const LOWERED_PERCENT: usize = 70;
/// A ceiling is never lowered below this many requests.
const MIN_CEILING: usize = 10;

#[derive(Debug)]
pub(super) struct Window {
    full_ceiling: usize,
    ceiling: usize,
    length_ms: i64,
    sent_ms: VecDeque<i64>,
    held_until_ms: i64,
    lowered_until_ms: i64,
}

impl Window {
    pub(super) fn new(limit: RateLimit) -> Self {
        let ceiling = percent(limit.per_window, 100_usize.saturating_sub(HEAD_ROOM_PERCENT)).max(1);
        Self {
            full_ceiling: ceiling,
            ceiling,
            length_ms: whole_ms(limit.window).saturating_add(WINDOW_MARGIN_MS),
            sent_ms: VecDeque::with_capacity(ceiling),
            held_until_ms: i64::MIN,
            lowered_until_ms: i64::MIN,
        }
    }

    /// Counts a request now, or says how long to wait before asking again.
    pub(super) fn ask(&mut self, now_ms: i64, priority: Priority) -> Result<(), Duration> {
        if now_ms < self.held_until_ms {
            return Err(wait(now_ms, self.held_until_ms));
        }
        if now_ms >= self.lowered_until_ms {
            self.ceiling = self.full_ceiling;
        }
        self.forget_old(now_ms);
        let share = percent(self.ceiling, share_percent(priority)).max(1);
        let Some(excess) = self.sent_ms.len().checked_sub(share) else {
            self.sent_ms.push_back(now_ms);
            return Ok(());
        };
        let frees_ms = self
            .sent_ms
            .get(excess)
            .map_or(now_ms, |sent| sent.saturating_add(self.length_ms));
        Err(wait(now_ms, frees_ms))
    }

    /// Nothing is granted for `wait_ms`; the ceiling is lowered for a while after that.
    pub(super) fn hold(&mut self, now_ms: i64, wait_ms: i64) {
        let until_ms = now_ms.saturating_add(wait_ms.max(0));
        let is_new = now_ms >= self.held_until_ms;
        self.held_until_ms = self.held_until_ms.max(until_ms);
        self.lowered_until_ms = self.held_until_ms.saturating_add(LOWERED_MS);
        // Several calls that were under way together report the same overrun.
        if is_new {
            self.ceiling = percent(self.ceiling, LOWERED_PERCENT).max(MIN_CEILING.min(self.full_ceiling));
        }
    }

    fn forget_old(&mut self, now_ms: i64) {
        let oldest_ms = now_ms.saturating_sub(self.length_ms);
        while self.sent_ms.front().is_some_and(|sent| *sent <= oldest_ms) {
            self.sent_ms.pop_front();
        }
    }
}

/// What a priority may use of the ceiling, in percent; the rest is kept for what is more urgent.
const fn share_percent(priority: Priority) -> usize {
    match priority {
        Priority::Click => 100,
        Priority::QrOnScreen => 85,
        Priority::OpenPayments => 78,
        Priority::Background => 55,
    }
}

const fn percent(whole: usize, percent: usize) -> usize {
    whole.saturating_mul(percent) / 100
}

fn wait(now_ms: i64, until_ms: i64) -> Duration {
    let wait_ms = until_ms.saturating_sub(now_ms).max(1);
    Duration::from_millis(u64::try_from(wait_ms).unwrap_or(1))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{Just, Strategy, prop_assert, prop_oneof, proptest};

    use super::*;

    fn priorities() -> impl Strategy<Value = Priority> {
        prop_oneof![
            Just(Priority::Click),
            Just(Priority::QrOnScreen),
            Just(Priority::OpenPayments),
            Just(Priority::Background),
        ]
    }

    fn grants(window: &mut Window, now_ms: i64, priority: Priority) -> usize {
        (0..200)
            .take_while(|_| window.ask(now_ms, priority).is_ok())
            .count()
    }

    #[test]
    fn each_priority_leaves_a_reserve_for_the_more_urgent() {
        let mut window = Window::new(RateLimit::STANDARD);
        assert_eq!(grants(&mut window, 0, Priority::Background), 52);
        assert_eq!(grants(&mut window, 0, Priority::OpenPayments), 22);
        assert_eq!(grants(&mut window, 0, Priority::QrOnScreen), 7);
        assert_eq!(grants(&mut window, 0, Priority::Click), 15);
        assert_eq!(window.ask(0, Priority::Click), Err(Duration::from_secs(61)));
    }

    #[test]
    fn the_densest_watch_fits_and_leaves_clicks_free() {
        let mut window = Window::new(RateLimit::STANDARD);
        for poll in 0..300 {
            assert_eq!(
                window.ask(poll * 860, Priority::QrOnScreen),
                Ok(()),
                "poll {poll}"
            );
            if poll % 8 == 0 {
                assert_eq!(window.ask(poll * 860, Priority::Click), Ok(()), "click {poll}");
            }
        }
    }

    #[test]
    fn after_a_429_nothing_leaves_for_the_wait_and_less_for_a_while() {
        let mut window = Window::new(RateLimit::STANDARD);
        window.hold(0, 30_000);
        assert_eq!(window.ask(1_000, Priority::Click), Err(Duration::from_secs(29)));
        assert_eq!(grants(&mut window, 30_000, Priority::Click), 67);
        assert_eq!(grants(&mut window, 400_000, Priority::Click), 96);
    }

    #[test]
    fn one_overrun_reported_twice_lowers_the_ceiling_once() {
        let mut window = Window::new(RateLimit::STANDARD);
        window.hold(0, 30_000);
        window.hold(10, 30_000);
        assert_eq!(grants(&mut window, 40_000, Priority::Click), 67);
    }

    #[test]
    fn a_ceiling_is_never_lowered_to_nothing() {
        let mut window = Window::new(RateLimit::STANDARD);
        for round in 0..50 {
            window.hold(round * 1_000, 1_000);
        }
        assert_eq!(grants(&mut window, 50_000, Priority::Click), 10);
    }

    proptest! {
        #[test]
        fn no_minute_ever_holds_more_than_the_limit(
            asks in proptest::collection::vec((0_i64..1_500, priorities()), 1..600),
        ) {
            let mut window = Window::new(RateLimit::STANDARD);
            let mut sent = Vec::new();
            let mut now_ms = 0;
            for (pause_ms, priority) in asks {
                now_ms += pause_ms;
                if window.ask(now_ms, priority).is_ok() {
                    sent.push(now_ms);
                }
            }
            for (index, first) in sent.iter().enumerate() {
                let in_window = sent[index..].iter().take_while(|at| **at - first < 60_000).count();
                prop_assert!(in_window <= 100);
            }
        }

        #[test]
        fn asking_again_after_the_wait_is_granted(burst in 1_usize..200, priority in priorities()) {
            let mut window = Window::new(RateLimit::STANDARD);
            for _ in 0..burst {
                let _ = window.ask(0, Priority::Click);
            }
            if let Err(wait) = window.ask(500, priority) {
                prop_assert!(window.ask(500 + whole_ms(wait), priority).is_ok());
            }
        }
    }
}
