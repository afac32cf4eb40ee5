//! One reading of the lists.

use super::ear::Ear;
use super::plan::Plan;
use super::tell::{answered, failed, note_failure};
use crate::{Till, TillError};
use contract::ErrorCode;
use domain::{Method, Payment, UnixMs};
use finan_one::PageRequest;
use gateway::Priority;
use std::collections::HashSet;

/// The link's life: younger payments are read by id when the first page does not hold them.
const YOUNG_MS: i64 = 30 * 60_000;
/// At most this many are read by id in one reading.
const MOST_BY_ID: usize = 3;
/// Older ones are searched on later pages once in this time.
const DEEP_EVERY_MS: i64 = 60_000;
/// And not further than this.
const MOST_PAGES: u32 = 20;

/// What one reading leaves for the next.
#[derive(Debug, Default)]
pub(crate) struct Trail {
    deep_at: UnixMs,
}

/// Reads the newest page, which holds nearly everything that is open, and what it does not hold.
///
/// # Errors
/// Storage errors; the way to the gateway is told by the freshness light.
pub(crate) async fn poll(till: &Till, plan: &Plan, trail: &mut Trail) -> Result<(), TillError> {
    let line = till.line();
    if line.environment != plan.environment {
        return Ok(());
    }
    let heard = match line.client() {
        Ok(client) => {
            let ear = Ear {
                till,
                line: &line,
                client: &client,
            };
            read(&ear, plan, trail).await
        }
        Err(error) => Err(error),
    };
    match heard {
        Ok(()) => answered(till, Method::Transfer),
        Err(TillError::Gateway(failure)) => failed(till, Method::Transfer, &failure),
        Err(TillError::Refused(problem)) => note_failure(till, Method::Transfer, problem),
        Err(error) => return Err(error),
    }
    crate::display::refresh(till).await
}

async fn read(ear: &Ear<'_>, plan: &Plan, trail: &mut Trail) -> Result<(), TillError> {
    let mut missing = wanted(&plan.watched);
    let next = ear.page(PageRequest::FIRST, plan.priority, &mut missing).await?;
    if missing.is_empty() {
        return Ok(());
    }
    let now = ear.till.now();
    let young = plan
        .watched
        .iter()
        .filter(|payment| now.saturating_sub(payment.created_at) < YOUNG_MS);
    let young: Vec<_> = young
        .filter_map(|payment| payment.gateway_id.clone())
        .filter(|id| missing.contains(id))
        .collect();
    for id in young.iter().take(MOST_BY_ID) {
        ear.one(id, plan.priority, &mut missing).await?;
    }
    if let Some(next) = next
        && now.saturating_sub(trail.deep_at) >= DEEP_EVERY_MS
    {
        trail.deep_at = now;
        read_deeper(ear, next, &mut missing).await?;
    }
    Ok(())
}

async fn read_deeper(
    ear: &Ear<'_>,
    second: PageRequest,
    missing: &mut HashSet<String>,
) -> Result<(), TillError> {
    let mut asked = Some(second);
    for _ in 0..MOST_PAGES {
        let Some(page) = asked.filter(|_| !missing.is_empty()) else {
            return Ok(());
        };
        asked = ear.page(page, Priority::Background, missing).await?;
    }
    Ok(())
}

fn wanted(watched: &[Payment]) -> HashSet<String> {
    watched
        .iter()
        .filter_map(|payment| payment.gateway_id.clone())
        .collect()
}

/// Reads one payment by its id, because somebody asked.
///
/// # Errors
/// The way to the gateway, which the freshness light tells too.
pub(crate) async fn look_now(till: &Till, payment: &Payment, priority: Priority) -> Result<(), TillError> {
    let line = till.line();
    let id = payment.gateway_id.as_deref().ok_or(ErrorCode::PaymentNotReady)?;
    if line.environment != payment.environment {
        return Err(ErrorCode::PaymentGone.into());
    }
    let client = line.client()?;
    let ear = Ear {
        till,
        line: &line,
        client: &client,
    };
    let heard = ear.ask(id, priority).await;
    match &heard {
        Ok(()) => answered(till, Method::Transfer),
        Err(TillError::Gateway(failure)) => failed(till, Method::Transfer, failure),
        Err(_) => {}
    }
    crate::display::refresh(till).await?;
    heard
}
