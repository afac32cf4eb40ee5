//! How often the lists are read: by the age of the youngest payment that waits for money.
//!
//! Source of the figures: the promise on rate and freshness in `docs/ARCHITECTURE.md` (100 requests a minute for everything).

use domain::UnixMs;
use std::time::Duration;

const MINUTE_MS: i64 = 60_000;
/// Interval for payments older than the link's life, and for money that may still grow.
pub(crate) const SLOW: Duration = Duration::from_secs(60);

/// The interval for a youngest payment of this age.
#[must_use]
pub(crate) fn interval(age_ms: i64) -> Duration {
    match age_ms {
        ..=180_000 => Duration::from_millis(860),
        180_001..=600_000 => Duration::from_secs(3),
        600_001..=1_800_000 => Duration::from_secs(10),
        _ => SLOW,
    }
}

/// How long a failing line is left alone before the next try, by the number of failures in a row.
#[must_use]
pub(crate) fn after_failures(in_a_row: u32, planned: Duration) -> Duration {
    let slowest = Duration::from_secs(10);
    let doubled = planned.saturating_mul(1 << in_a_row.min(4));
    doubled.min(slowest).max(planned)
}

/// Spreads tills that started together: ±10 %, taken from the time itself.
#[must_use]
pub(crate) fn with_jitter(planned: Duration, now: UnixMs) -> Duration {
    let percent = u32::try_from(90 + now.rem_euclid(21)).unwrap_or(100);
    planned.saturating_mul(percent) / 100
}

/// How long the lists are watched for an unpaid payment after it was asked for: its link's life and a day.
pub(crate) const WATCHED_MS: i64 = 30 * MINUTE_MS + 24 * 60 * MINUTE_MS;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_schedule_is_the_promised_one() {
        let seconds = |s: i64| interval(s * 1_000).as_millis();
        assert_eq!(
            [seconds(0), seconds(180), seconds(181), seconds(600)],
            [860, 860, 3_000, 3_000]
        );
        assert_eq!(
            [seconds(601), seconds(1_800), seconds(1_801)],
            [10_000, 10_000, 60_000]
        );
    }

    #[test]
    fn jitter_stays_within_a_tenth() {
        for now in 0..100 {
            let spread = with_jitter(Duration::from_millis(1_000), now).as_millis();
            assert!((900..=1_100).contains(&spread), "{spread}");
        }
    }

    #[test]
    fn failures_slow_the_watch_but_never_stop_it() {
        let fast = Duration::from_millis(860);
        assert_eq!(after_failures(1, fast), Duration::from_millis(1_720));
        assert_eq!(after_failures(40, fast), Duration::from_secs(10));
        assert_eq!(after_failures(3, SLOW), SLOW);
    }

    /// A day with fifty sales, each paid after a minute, with a create and a click besides, and one expired QR watched all day.
    #[test]
    fn fifty_sales_a_day_stay_within_the_promised_requests() {
        let fast_minute = MINUTE_MS / 860 + 1;
        let day_of_slow = 24 * 60;
        assert!(50 * (fast_minute + 2) + day_of_slow <= 5_500);
    }
}
