//! The current time as a collaborator, so that tests can hold it. Code that needs the time takes a
//! [`Clock`]; asking the system directly is disallowed everywhere else (`clippy.toml`).

use std::fmt::Debug;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use futures_util::future::{BoxFuture, FutureExt};

/// Where the time comes from.
pub trait Clock: Send + Sync + Debug {
    /// This machine's wall clock, Unix milliseconds. May be wrong, may jump.
    fn now_ms(&self) -> i64;

    /// Milliseconds since some fixed moment; never goes back, may stand still while the machine sleeps.
    fn monotonic_ms(&self) -> i64;

    /// Completes after `duration`.
    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()>;
}

/// The operating system's clock. `sleep` needs a tokio runtime with time enabled.
#[derive(Debug, Clone, Copy)]
pub struct SystemClock {
    origin: Instant,
}

impl SystemClock {
    /// A clock whose monotonic time starts now.
    #[must_use]
    pub fn new() -> Self {
        Self {
            origin: Instant::now(),
        }
    }
}

impl Default for SystemClock {
    fn default() -> Self {
        Self::new()
    }
}

impl Clock for SystemClock {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that asks the system for the time"
    )]
    fn now_ms(&self) -> i64 {
        match SystemTime::now().duration_since(UNIX_EPOCH) {
            Ok(since) => whole_ms(since),
            Err(before) => whole_ms(before.duration()).saturating_neg(),
        }
    }

    fn monotonic_ms(&self) -> i64 {
        whole_ms(self.origin.elapsed())
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        tokio::time::sleep(duration).boxed()
    }
}

/// A duration in whole milliseconds, as large as fits.
pub(crate) fn whole_ms(duration: Duration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wall_is_after_2024_and_monotonic_time_does_not_go_back() {
        let clock = SystemClock::new();
        let earlier = clock.monotonic_ms();
        assert!(clock.now_ms() > 1_704_067_200_000);
        assert!(clock.monotonic_ms() >= earlier);
    }

    #[test]
    fn a_duration_that_does_not_fit_is_the_largest_number() {
        assert_eq!(whole_ms(Duration::from_millis(1_500)), 1_500);
        assert_eq!(whole_ms(Duration::MAX), i64::MAX);
    }
}
