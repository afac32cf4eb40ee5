//! The watch over invoices: the newest page of their list, and every page now and then.

use super::plan::has_open_intents;
use super::schedule::{after_failures, with_jitter};
use super::tell::{answered, failed, note_failure, tell_since};
use crate::invoices::heard::heard_of;
use crate::line::Line;
use crate::{Till, TillError};
use domain::{Method, Payment, UnixMs};
use finan_one::invoices::Invoice as Record;
use finan_one::{Client, PageRequest};
use gateway::{Answer, Priority};
use std::collections::HashSet;
use std::time::Duration;
use store::News;

/// What the first page does not hold is searched on the others once in this time.
const DEEP_EVERY_MS: UnixMs = 10 * 60_000;
/// And not further than this.
const MOST_PAGES: u32 = 20;

/// How often the list is read, by the age of the youngest invoice in milliseconds: a customer may be paying at the counter, but
/// invoices live for days.
const fn interval(age_ms: i64) -> Duration {
    Duration::from_secs(match age_ms {
        ..=600_000 => 5,
        600_001..=3_600_000 => 30,
        _ => 300,
    })
}

/// When the list was last read.
#[derive(Debug, Default)]
pub(crate) struct InvoiceRounds {
    /// On the monotonic clock.
    read_at: Option<i64>,
    deep_at: UnixMs,
}

impl InvoiceRounds {
    /// Forgets when anything was read: the machine slept.
    pub(crate) fn forget(&mut self) {
        self.read_at = None;
    }

    /// Reads the list, if that is due. Gives how long it is not; `None` while nothing is watched.
    ///
    /// # Errors
    /// Storage errors; the way to the gateway is told by the freshness light.
    pub(crate) async fn step(&mut self, till: &Till) -> Result<Option<Duration>, TillError> {
        let now = till.now();
        let line = till.line();
        let watched = till
            .store
            .watched_payments(line.environment, Method::Invoice, now)
            .await?;
        let failures = {
            let mut light = till.freshness(Method::Invoice);
            light.watched = u32::try_from(watched.len()).unwrap_or(u32::MAX);
            light.failures
        };
        let Some(youngest) = watched.iter().map(|one| now.saturating_sub(one.created_at)).min() else {
            if !has_open_intents(till, line.environment, Method::Invoice).await? {
                till.freshness(Method::Invoice).rest();
            }
            return Ok(None);
        };
        let wait = self.due_in(till, youngest, failures);
        if !wait.is_zero() {
            return Ok(Some(wait));
        }
        self.read_at = Some(till.clock.monotonic_ms());
        match self.read(till, &line, &watched).await {
            Ok(()) => answered(till, Method::Invoice),
            Err(TillError::Gateway(failure)) => failed(till, Method::Invoice, &failure),
            Err(TillError::Refused(problem)) => note_failure(till, Method::Invoice, problem),
            Err(error) => return Err(error),
        }
        Ok(Some(Duration::ZERO))
    }

    fn due_in(&self, till: &Till, youngest: i64, failures: u32) -> Duration {
        let Some(read_at) = self.read_at else {
            return Duration::ZERO;
        };
        let planned = with_jitter(interval(youngest), read_at);
        let every = if failures > 0 {
            after_failures(failures, planned)
        } else {
            planned
        };
        let passed = till.clock.monotonic_ms().saturating_sub(read_at);
        every.saturating_sub(Duration::from_millis(u64::try_from(passed).unwrap_or_default()))
    }

    async fn read(&mut self, till: &Till, line: &Line, watched: &[Payment]) -> Result<(), TillError> {
        let client = line.client()?;
        let mut missing: HashSet<String> = watched.iter().filter_map(|one| one.gateway_id.clone()).collect();
        let mut asked = page(till, &client, watched, PageRequest::FIRST, &mut missing).await?;
        let now = till.now();
        if missing.is_empty() || now.saturating_sub(self.deep_at) < DEEP_EVERY_MS {
            return Ok(());
        }
        self.deep_at = now;
        for _ in 0..MOST_PAGES {
            let Some(next) = asked.filter(|_| !missing.is_empty()) else {
                break;
            };
            asked = page(till, &client, watched, next, &mut missing).await?;
        }
        Ok(())
    }
}

/// Reads one page; what it tells of is no longer `missing`. Gives the page after it.
async fn page(
    till: &Till,
    client: &Client,
    watched: &[Payment],
    asked: PageRequest,
    missing: &mut HashSet<String>,
) -> Result<Option<PageRequest>, TillError> {
    let question = till.hearing.ask();
    let answer = client.list_invoices(asked, Priority::OpenPayments).await?;
    let next = answer.value.next;
    for record in &answer.value.rows {
        missing.remove(&record.invoice_id);
        let known = watched
            .iter()
            .find(|one| one.gateway_id.as_deref() == Some(record.invoice_id.as_str()));
        if let Some(payment) = known
            && till.hearing.is_news(&record.invoice_id, question)
        {
            hear(till, payment, record, answer.request_id.clone()).await?;
        }
    }
    Ok(next)
}

async fn hear(
    till: &Till,
    payment: &Payment,
    record: &Record,
    request_id: Option<String>,
) -> Result<(), TillError> {
    let at = till.now();
    let heard = heard_of(record, at);
    let has_money = heard.status.means_money();
    let news = News {
        id: payment.id,
        money_seen_at: has_money.then_some(at),
        is_late: false,
        heard,
        gateway_id: None,
        first_part: None,
        gateway_tax: record.tax_amount,
        request_id,
    };
    if !till.store.hear(vec![news]).await?.is_empty() {
        tell_since(till, payment).await?;
    }
    Ok(())
}

/// Reads one invoice because somebody asked.
///
/// # Errors
/// The way to the gateway, which the freshness light tells too.
pub(crate) async fn look_at_invoice(
    till: &Till,
    payment: &Payment,
    priority: Priority,
) -> Result<(), TillError> {
    let line = till.line();
    let told = ask(till, &line, payment, priority).await;
    match &told {
        Ok(answer) => {
            hear(till, payment, &answer.value, answer.request_id.clone()).await?;
            answered(till, Method::Invoice);
        }
        Err(TillError::Gateway(failure)) => failed(till, Method::Invoice, failure),
        Err(_) => {}
    }
    told.map(drop)
}

async fn ask(
    till: &Till,
    line: &Line,
    payment: &Payment,
    priority: Priority,
) -> Result<Answer<Record>, TillError> {
    let id = payment
        .gateway_id
        .as_deref()
        .ok_or(contract::ErrorCode::PaymentNotReady)?;
    if line.environment != payment.environment {
        return Err(contract::ErrorCode::PaymentGone.into());
    }
    let _question = till.hearing.ask();
    Ok(line.client()?.get_invoice(id, priority).await?)
}
