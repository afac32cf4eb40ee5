//! The rate budget: one gateway's requests per sliding minute, shared by everything that talks to it,
//! with a reserve for a person's click. It counts and waits; it does not send.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use crate::clock::{Clock, whole_ms};

mod retry_wait;
mod window;

pub use retry_wait::retry_wait;
use window::Window;

/// How long to wait after a 429 that does not say.
pub const DEFAULT_RETRY_WAIT: Duration = Duration::from_secs(30);

/// Why a request is made, most urgent first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Priority {
    /// A person pressed something and waits.
    Click,
    /// A customer looks at a QR.
    QrOnScreen,
    /// Payments that are still open.
    OpenPayments,
    /// Everything else.
    Background,
}

/// Requests that one gateway allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RateLimit {
    /// Requests that the gateway accepts in a window.
    pub per_window: usize,
    /// Length of the sliding window.
    pub window: Duration,
}

impl RateLimit {
    /// 100 requests in 60 s: Finan One's standard tier (integration guide, "Rate Limiting").
    pub const STANDARD: Self = Self {
        per_window: 100,
        window: Duration::from_secs(60),
    };
}

/// The shared budget of one gateway.
#[derive(Debug)]
pub struct RateBudget {
    clock: Arc<dyn Clock>,
    window: Mutex<Window>,
}

impl RateBudget {
    /// A full budget.
    #[must_use]
    pub fn new(clock: Arc<dyn Clock>, limit: RateLimit) -> Self {
        Self {
            clock,
            window: Mutex::new(Window::new(limit)),
        }
    }

    /// Waits until a request of this priority may be sent, and counts it.
    pub async fn acquire(&self, priority: Priority) {
        loop {
            let asked = self.with_window(|window, now_ms| window.ask(now_ms, priority));
            match asked {
                Ok(()) => return,
                Err(wait) => self.clock.sleep(wait).await,
            }
        }
    }

    /// Counts a request if it may be sent at once; otherwise says how long to wait at least.
    ///
    /// # Errors
    /// The wait.
    pub fn try_acquire(&self, priority: Priority) -> Result<(), Duration> {
        self.with_window(|window, now_ms| window.ask(now_ms, priority))
    }

    /// The gateway answered 429: nothing is sent for `wait`, and less than before for a while after.
    pub fn hold(&self, wait: Duration) {
        self.with_window(|window, now_ms| window.hold(now_ms, whole_ms(wait)));
    }

    fn with_window<T>(&self, act: impl FnOnce(&mut Window, i64) -> T) -> T {
        let mut window = self.window.lock().unwrap_or_else(PoisonError::into_inner);
        act(&mut window, self.clock.monotonic_ms())
    }
}
