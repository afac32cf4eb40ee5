//! The background work: the journal's timers, the watch, and moments that pass on the screens.

use crate::watch::{Plan, Trail};
use crate::{Till, TillError, display, journal, sales, watch};
use domain::UnixMs;
use futures_util::future::join3;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch::Receiver;

/// A loop that meets an error of our own rests this long.
const AFTER_ERROR: Duration = Duration::from_secs(2);
/// The longest rest: a machine that slept is noticed by then.
const LONGEST_REST: Duration = Duration::from_secs(30);

/// Runs until the program ends.
pub async fn run(till: Arc<Till>) {
    crate::accounts::refresh_quietly(&till).await;
    let journal = repeat(&till, async |till| {
        journal::run_due(till).await?;
        Ok(until(till, journal::next_due(till).await?))
    });
    let moments = repeat(&till, async |till| Ok(until(till, pass_moments(till).await?)));
    join3(journal, moments, watch_lists(&till)).await;
}

/// Works, rests as long as the work says or until the bell rings, and works again.
async fn repeat(till: &Till, work: impl AsyncFn(&Till) -> Result<Duration, TillError>) {
    let mut bell = till.wake.listen();
    loop {
        bell.mark_unchanged();
        let rest_for = match work(till).await {
            Ok(rest_for) => rest_for,
            Err(error) => {
                tracing::warn!(%error, "background work failed");
                AFTER_ERROR
            }
        };
        rest(till, &mut bell, rest_for).await;
    }
}

async fn watch_lists(till: &Till) {
    let mut bell = till.wake.listen();
    let mut trail = Trail::default();
    let mut last_poll: Option<i64> = None;
    loop {
        bell.mark_unchanged();
        let plan = watch::plan(till).await.unwrap_or_else(|error| {
            tracing::warn!(%error, "the watch has no plan");
            None
        });
        let Some(plan) = plan else {
            watch::tell_freshness(till);
            rest(till, &mut bell, LONGEST_REST).await;
            continue;
        };
        let wait = due_in(till, &plan, last_poll);
        if !wait.is_zero() {
            till.freshness().next_at = Some(till.now().saturating_add(whole_ms(wait)));
            rest(till, &mut bell, wait).await;
            continue;
        }
        last_poll = Some(till.clock.monotonic_ms());
        if let Err(error) = watch::poll(till, &plan, &mut trail).await {
            tracing::warn!(%error, "the watch failed");
        }
    }
}

fn due_in(till: &Till, plan: &Plan, last_poll: Option<i64>) -> Duration {
    let Some(last) = last_poll else {
        return Duration::ZERO;
    };
    let passed = till.clock.monotonic_ms().saturating_sub(last);
    plan.every
        .saturating_sub(Duration::from_millis(u64::try_from(passed).unwrap_or_default()))
}

/// A QR that ran out, or thanks that are over: the screens change although nobody did anything. Gives the next such moment.
async fn pass_moments(till: &Till) -> Result<Option<UnixMs>, TillError> {
    let now = till.now();
    let mut next = Some(till.display.thanks_until()).filter(|end| *end > now);
    for sale in till.store.open_sales(till.line().environment).await? {
        for payment in till.store.payments_of_sale(sale.id).await? {
            let Some(end) = payment.expires_at.filter(|_| payment.replaced_by.is_none()) else {
                continue;
            };
            if end > now {
                next = Some(next.map_or(end, |earlier| earlier.min(end)));
            } else if till.moments.is_new(payment.id) {
                sales::changed(till, &sale).await?;
            }
        }
    }
    display::refresh(till).await?;
    Ok(next)
}

fn until(till: &Till, moment: Option<UnixMs>) -> Duration {
    moment.map_or(LONGEST_REST, |at| {
        let left = u64::try_from(at.saturating_sub(till.now())).unwrap_or_default();
        Duration::from_millis(left.max(20)).min(LONGEST_REST)
    })
}

async fn rest(till: &Till, bell: &mut Receiver<()>, longest: Duration) {
    tokio::select! {
        () = till.clock.sleep(longest) => {}
        _ = bell.changed() => {}
    }
}

fn whole_ms(duration: Duration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(i64::MAX)
}
