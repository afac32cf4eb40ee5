//! One reading of the lists.

use super::hear::hear;
use super::plan::Plan;
use super::tell::tell_freshness;
use crate::error::failure_body;
use crate::line::Line;
use crate::{Till, TillError};
use contract::ErrorCode;
use domain::{Payment, UnixMs};
use finan_one::payments::Payment as Record;
use finan_one::{Client, PageRequest};
use gateway::{Answer, Failure, Priority};
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
    let heard = match line.client() {
        Ok(client) => read(till, &line, &client, plan, trail).await,
        Err(error) => Err(error),
    };
    match heard {
        Ok(()) => till.freshness().answered(till.now()),
        Err(TillError::Gateway(failure)) => till.freshness().failed(till.now(), failure_body(&failure)),
        Err(TillError::Refused(problem)) => till.freshness().failed(till.now(), problem),
        Err(error) => return Err(error),
    }
    tell_freshness(till);
    crate::display::refresh(till).await
}

async fn read(
    till: &Till,
    line: &Line,
    client: &Client,
    plan: &Plan,
    trail: &mut Trail,
) -> Result<(), TillError> {
    let mut missing = wanted(&plan.watched);
    let first = client.list_payments(PageRequest::FIRST, plan.priority).await?;
    let next = first.value.next;
    take(till, line, first.map(|page| page.rows), &mut missing).await?;
    if missing.is_empty() {
        return Ok(());
    }
    let now = till.now();
    let young = plan
        .watched
        .iter()
        .filter(|payment| now.saturating_sub(payment.created_at) < YOUNG_MS);
    let young: Vec<_> = young
        .filter_map(|payment| payment.gateway_id.clone())
        .filter(|id| missing.contains(id))
        .collect();
    for id in young.iter().take(MOST_BY_ID) {
        let answer = client.get_payment(id, plan.priority).await?;
        take(till, line, answer.map(|record| vec![record]), &mut missing).await?;
    }
    if let Some(next) = next
        && now.saturating_sub(trail.deep_at) >= DEEP_EVERY_MS
    {
        trail.deep_at = now;
        read_deeper(till, line, client, next, &mut missing).await?;
    }
    Ok(())
}

async fn read_deeper(
    till: &Till,
    line: &Line,
    client: &Client,
    second: PageRequest,
    missing: &mut HashSet<String>,
) -> Result<(), TillError> {
    let mut asked = Some(second);
    for _ in 0..MOST_PAGES {
        let Some(page) = asked.filter(|_| !missing.is_empty()) else {
            return Ok(());
        };
        let answer = client.list_payments(page, Priority::Background).await?;
        asked = answer.value.next;
        take(till, line, answer.map(|page| page.rows), missing).await?;
    }
    Ok(())
}

async fn take(
    till: &Till,
    line: &Line,
    answer: Answer<Vec<Record>>,
    missing: &mut HashSet<String>,
) -> Result<(), TillError> {
    for record in &answer.value {
        missing.remove(&record.payment_request_id);
    }
    hear(till, line.environment, answer).await
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
    let read = line.client()?.get_payment(id, priority).await;
    match read {
        Ok(answer) => {
            till.freshness().answered(till.now());
            tell_freshness(till);
            hear(till, line.environment, answer.map(|record| vec![record])).await
        }
        Err(failure) => {
            failed(till, &failure);
            Err(failure.into())
        }
    }
}

fn failed(till: &Till, failure: &Failure) {
    till.freshness().failed(till.now(), failure_body(failure));
    tell_freshness(till);
}
