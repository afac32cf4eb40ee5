//! A clock that stands still until a test moves it.

use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use futures_util::future::BoxFuture;
use gateway::Clock;

/// 2023-11-14T22:13:19Z, the time of the published GET vector, in Unix milliseconds.
const DEFAULT_NOW_MS: i64 = 1_699_999_999_000;

#[derive(Debug)]
struct Hands {
    wall_ms: i64,
    monotonic_ms: i64,
    advances_by_sleeping: bool,
    sleepers: Vec<Waker>,
}

/// A shared clock under the test's control. Clones show the same time.
#[derive(Debug, Clone)]
pub struct ManualClock {
    hands: Arc<Mutex<Hands>>,
}

impl ManualClock {
    /// Stands at `now_ms` (Unix milliseconds); whoever sleeps waits for [`ManualClock::advance`].
    #[must_use]
    pub fn at(now_ms: i64) -> Self {
        Self::new(now_ms, false)
    }

    /// Stands at `now_ms`; sleeping moves the clock at once instead of waiting.
    #[must_use]
    pub fn advancing_by_sleep(now_ms: i64) -> Self {
        Self::new(now_ms, true)
    }

    fn new(wall_ms: i64, advances_by_sleeping: bool) -> Self {
        let hands = Hands {
            wall_ms,
            monotonic_ms: 1_000,
            advances_by_sleeping,
            sleepers: Vec::new(),
        };
        Self {
            hands: Arc::new(Mutex::new(hands)),
        }
    }

    /// Lets time pass, on the wall and monotonically.
    pub fn advance(&self, duration: Duration) {
        let mut hands = self.hands();
        let ms = i64::try_from(duration.as_millis()).unwrap_or(i64::MAX);
        hands.wall_ms = hands.wall_ms.saturating_add(ms);
        hands.monotonic_ms = hands.monotonic_ms.saturating_add(ms);
        let sleepers = std::mem::take(&mut hands.sleepers);
        drop(hands);
        sleepers.into_iter().for_each(Waker::wake);
    }

    /// Sets the wall clock as a person or a sleeping machine would; monotonic time does not notice.
    pub fn set_wall_ms(&self, now_ms: i64) {
        self.hands().wall_ms = now_ms;
    }

    /// How many tasks are sleeping.
    #[must_use]
    pub fn sleepers(&self) -> usize {
        self.hands().sleepers.len()
    }

    fn hands(&self) -> MutexGuard<'_, Hands> {
        self.hands.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Default for ManualClock {
    fn default() -> Self {
        Self::at(DEFAULT_NOW_MS)
    }
}

impl Clock for ManualClock {
    fn now_ms(&self) -> i64 {
        self.hands().wall_ms
    }

    fn monotonic_ms(&self) -> i64 {
        self.hands().monotonic_ms
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        if self.hands().advances_by_sleeping {
            self.advance(duration);
        }
        let ms = i64::try_from(duration.as_millis()).unwrap_or(i64::MAX);
        let until_ms = if self.hands().advances_by_sleeping {
            i64::MIN
        } else {
            self.monotonic_ms().saturating_add(ms)
        };
        Box::pin(Sleep {
            clock: self.clone(),
            until_ms,
        })
    }
}

struct Sleep {
    clock: ManualClock,
    until_ms: i64,
}

impl Future for Sleep {
    type Output = ();

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        let mut hands = self.clock.hands();
        if hands.monotonic_ms >= self.until_ms {
            return Poll::Ready(());
        }
        hands.sleepers.push(context.waker().clone());
        Poll::Pending
    }
}
