//! How long one waits after wrong PINs. Pure: the caller says what time it is, and keeps the count.

use serde::{Deserialize, Serialize};

const SECOND: i64 = 1_000;
const MINUTE: i64 = 60 * SECOND;

/// So many wrong PINs in a row cost nothing yet.
const FREE: u32 = 2;
/// What the third one in a row costs, the fourth and so on; every later one as much as the last.
const DELAYS: [i64; 7] = [
    30 * SECOND,
    MINUTE,
    2 * MINUTE,
    5 * MINUTE,
    15 * MINUTE,
    30 * MINUTE,
    60 * MINUTE,
];

/// How long no PIN is tried after so many wrong ones in a row, in ms.
#[must_use]
pub fn delay_ms(wrong: u32) -> i64 {
    let Some(step) = wrong.checked_sub(FREE + 1) else {
        return 0;
    };
    let step = usize::try_from(step).unwrap_or(usize::MAX);
    let [.., longest] = DELAYS;
    DELAYS.get(step).copied().unwrap_or(longest)
}

/// The wrong PINs in a row, as they are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Tries {
    /// How many.
    pub wrong: u32,
    /// The latest moment at which one was tried, in ms since 1970.
    pub last_at: i64,
    /// No PIN is tried before this moment.
    pub wait_until: i64,
}

impl Tries {
    /// Until when no PIN is tried; none when one may be.
    #[must_use]
    pub fn waits_until(self, now: i64) -> Option<i64> {
        (now < self.wait_until).then_some(self.wait_until)
    }

    /// After one more wrong PIN. The wait counts from the later of now and the last try: a clock that was set back shortens nothing.
    #[must_use]
    pub fn failed(self, now: i64) -> Self {
        let wrong = self.wrong.saturating_add(1);
        let last_at = now.max(self.last_at);
        let delay = delay_ms(wrong);
        let wait_until = if delay == 0 {
            self.wait_until
        } else {
            last_at.saturating_add(delay).max(self.wait_until)
        };
        Self {
            wrong,
            last_at,
            wait_until,
        }
    }

    /// After the right PIN.
    #[must_use]
    pub fn succeeded(self, now: i64) -> Self {
        Self {
            last_at: now.max(self.last_at),
            ..Self::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn each_wrong_pin_costs_more_than_the_one_before() {
        let seconds: Vec<i64> = (0..12).map(|wrong| delay_ms(wrong) / SECOND).collect();
        assert_eq!(
            seconds,
            [0, 0, 0, 30, 60, 120, 300, 900, 1_800, 3_600, 3_600, 3_600]
        );
        assert_eq!(delay_ms(u32::MAX), 60 * MINUTE);
    }

    #[test]
    fn the_third_wrong_pin_starts_the_wait_and_the_right_one_ends_the_count() {
        let three = Tries::default().failed(1_000).failed(2_000).failed(3_000);
        assert_eq!(three.waits_until(32_999), Some(33_000));
        assert_eq!(three.waits_until(33_000), None);
        let right = three.succeeded(40_000);
        assert_eq!((right.wrong, right.waits_until(0)), (0, None));
        assert_eq!(right.failed(41_000).waits_until(41_000), None);
    }

    #[test]
    fn a_clock_set_back_shortens_nothing() {
        let hour = 60 * MINUTE;
        let three = (0..3).fold(Tries::default(), |tries, _| tries.failed(10 * hour));
        assert!(three.waits_until(hour).is_some());
        assert_eq!(three.failed(hour).wait_until, 10 * hour + MINUTE);
        assert_eq!(three.succeeded(hour).failed(hour).last_at, 10 * hour);
    }

    proptest! {
        /// Whatever the clock does, a wait never becomes shorter by another wrong PIN, and is at least what that PIN costs.
        #[test]
        fn a_wrong_pin_never_shortens_a_wait(clock in prop::collection::vec(0i64..100 * MINUTE, 1..40)) {
            let mut tries = Tries::default();
            for now in clock {
                let next = tries.failed(now);
                prop_assert!(next.wait_until >= tries.wait_until);
                prop_assert!(next.last_at >= tries.last_at);
                if next.wrong > FREE {
                    prop_assert!(next.wait_until >= now + delay_ms(next.wrong));
                    prop_assert!(next.waits_until(now).is_some());
                }
                tries = next;
            }
        }

        /// One who waits as told tries at most 13 PINs in the first five hours.
        #[test]
        fn guessing_is_slow(patience in 0i64..SECOND) {
            let (mut tries, mut now, mut count) = (Tries::default(), 0, 0);
            while now < 300 * MINUTE {
                tries = tries.failed(now);
                now = tries.waits_until(now).unwrap_or(now) + patience;
                count += 1;
                prop_assert!(count <= 13);
            }
        }
    }
}
