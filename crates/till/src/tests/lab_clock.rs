//! One time for the till and its gateway: it stands still until a test moves it, and sleeping moves it.

use futures_util::future::BoxFuture;
use gateway::Clock;
use simulator::SimClock;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

#[derive(Debug, Clone)]
pub(super) struct LabClock {
    pub(super) gateway: SimClock,
    skew_ms: Arc<AtomicI64>,
}

impl LabClock {
    pub(super) fn at(unix_seconds: i64) -> Self {
        Self {
            gateway: SimClock::fixed(unix_seconds),
            skew_ms: Arc::default(),
        }
    }

    /// Lets time pass everywhere.
    pub(super) fn advance(&self, ms: i64) {
        self.gateway.advance_ms(ms);
    }

    /// Sets this machine's clock that far ahead of the gateway's.
    pub(super) fn set_skew(&self, ms: i64) {
        self.skew_ms.store(ms, Ordering::SeqCst);
    }
}

impl Clock for LabClock {
    fn now_ms(&self) -> i64 {
        self.gateway.now_ms() + self.skew_ms.load(Ordering::SeqCst)
    }

    fn monotonic_ms(&self) -> i64 {
        self.gateway.now_ms()
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.advance(i64::try_from(duration.as_millis()).unwrap());
        Box::pin(std::future::ready(()))
    }
}
