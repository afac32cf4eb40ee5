//! The rate budget's waiting, on a clock that tests move.

use std::sync::Arc;
use std::time::Duration;

use futures_util::FutureExt;
use gateway::rate::RateLimit;
use gateway::{Clock, Priority, RateBudget};
use testkit::ManualClock;

fn budget(clock: &ManualClock) -> RateBudget {
    RateBudget::new(Arc::new(clock.clone()), RateLimit::STANDARD)
}

fn use_up(budget: &RateBudget) {
    while budget.try_acquire(Priority::Click).is_ok() {}
}

#[test]
fn a_click_does_not_wait_while_the_background_does() {
    let budget = budget(&ManualClock::default());
    while budget.try_acquire(Priority::QrOnScreen).is_ok() {}
    assert!(budget.acquire(Priority::QrOnScreen).now_or_never().is_none());
    assert!(budget.acquire(Priority::Click).now_or_never().is_some());
}

#[tokio::test]
async fn waits_until_the_window_has_room() {
    let clock = ManualClock::advancing_by_sleep(0);
    let budget = budget(&clock);
    use_up(&budget);
    let before_ms = clock.monotonic_ms();
    budget.acquire(Priority::Click).await;
    assert_eq!(clock.monotonic_ms() - before_ms, 61_000);
}

#[tokio::test]
async fn waits_as_long_as_a_429_said() {
    let clock = ManualClock::default();
    let budget = Arc::new(budget(&clock));
    budget.hold(Duration::from_secs(30));
    let waiting = tokio::spawn({
        let budget = Arc::clone(&budget);
        async move { budget.acquire(Priority::Click).await }
    });
    while clock.sleepers() == 0 {
        tokio::task::yield_now().await;
    }
    clock.advance(Duration::from_secs(29));
    tokio::task::yield_now().await;
    assert!(!waiting.is_finished());
    clock.advance(Duration::from_secs(1));
    waiting.await.unwrap();
}

#[test]
fn giving_up_while_waiting_uses_nothing() {
    let clock = ManualClock::default();
    let budget = budget(&clock);
    use_up(&budget);
    assert!(budget.acquire(Priority::Click).now_or_never().is_none());
    clock.advance(Duration::from_secs(61));
    let mut granted = 0;
    while budget.try_acquire(Priority::Click).is_ok() {
        granted += 1;
    }
    assert_eq!(granted, 96);
}
