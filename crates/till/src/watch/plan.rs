//! When the lists are read next, and how urgently.

use super::schedule::{after_failures, interval, with_jitter};
use crate::{Till, TillError};
use domain::{Environment, Method, Payment, UnixMs};
use gateway::Priority;
use std::time::Duration;

/// The next reading.
#[derive(Debug, Clone)]
pub(crate) struct Plan {
    /// The world it was made in.
    pub(crate) environment: Environment,
    /// What is watched, youngest first.
    pub(crate) watched: Vec<Payment>,
    /// The time between two readings.
    pub(crate) every: Duration,
    /// How urgently it is asked.
    pub(crate) priority: Priority,
}

/// The plan for what is open now; `None` while nothing is: then no request is made.
///
/// # Errors
/// Storage errors.
pub(crate) async fn plan(till: &Till) -> Result<Option<Plan>, TillError> {
    let now = till.now();
    let environment = till.line().environment;
    let watched = till
        .store
        .watched_payments(environment, Method::Transfer, now)
        .await?;
    let (count, failures) = {
        let mut light = till.freshness(Method::Transfer);
        light.watched = u32::try_from(watched.len()).unwrap_or(u32::MAX);
        (light.watched, light.failures)
    };
    if count == 0 {
        if !has_open_intents(till, environment, Method::Transfer).await? {
            till.freshness(Method::Transfer).rest();
        }
        return Ok(None);
    }
    let age = youngest_age(&watched, now);
    let every = with_jitter(interval(age), now);
    let every = if failures > 0 {
        after_failures(failures, every)
    } else {
        every
    };
    Ok(Some(Plan {
        environment,
        every,
        priority: priority(age),
        watched,
    }))
}

/// Whether requests of a method have no clear answer yet.
pub(super) async fn has_open_intents(
    till: &Till,
    environment: Environment,
    method: Method,
) -> Result<bool, TillError> {
    let open = till.store.open_intents(environment).await?;
    Ok(open.iter().any(|intent| intent.kind.method() == Some(method)))
}

/// The age of the youngest payment that waits for money.
fn youngest_age(watched: &[Payment], now: UnixMs) -> i64 {
    watched
        .iter()
        .map(|payment| now.saturating_sub(payment.created_at))
        .min()
        .unwrap_or(i64::MAX)
}

const fn priority(age_ms: i64) -> Priority {
    match age_ms {
        ..=180_000 => Priority::QrOnScreen,
        180_001..=1_800_000 => Priority::OpenPayments,
        _ => Priority::Background,
    }
}
