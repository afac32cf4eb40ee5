//! The watch over payouts: the newest page of their list, more pages now and then.

use super::hearing::Question;
use super::schedule::{after_failures, with_jitter};
use crate::line::Line;
use crate::payouts::{self, heard_of};
use crate::{Till, TillError};
use contract::ErrorCode;
use domain::{HeardPayout, Payout, PayoutStanding, PayoutStatus, UnixMs};
use finan_one::{Client, PageRequest};
use gateway::Priority;
use std::collections::HashSet;
use std::time::Duration;
use store::StoreError;

const MINUTE_MS: UnixMs = 60_000;
const DAY_MS: UnixMs = 24 * 60 * MINUTE_MS;
/// A payout that has not ended is watched this long after its decision or its last code: a day, and three of reconciliation.
const WATCHED_MS: UnixMs = 4 * DAY_MS;
/// What the first page does not hold is searched on the others once in this time.
const DEEP_EVERY_MS: UnixMs = 10 * MINUTE_MS;
/// And not further than this.
const MOST_PAGES: u32 = 20;

/// How often the list is read for a payout.
fn interval(payout: &Payout, now: UnixMs) -> Duration {
    let since = payout
        .newest_code()
        .map_or(payout.created_at, |code| code.created_at);
    let age = now.saturating_sub(since);
    Duration::from_secs(match PayoutStanding::of(payout) {
        PayoutStanding::AwaitingCode | PayoutStanding::Differs if age < 15 * MINUTE_MS => 30,
        PayoutStanding::AwaitingCode | PayoutStanding::Differs => 300,
        PayoutStanding::Settling => 600,
        _ if age < 3 * MINUTE_MS => 3,
        _ if age < 30 * MINUTE_MS => 10,
        _ if age < DAY_MS => 60,
        _ => 600,
    })
}

/// Until when a payout is watched after it was heard of; not at all once it has ended.
pub(crate) fn payout_watched_until(payout: &Payout, status: &PayoutStatus, at: UnixMs) -> Option<UnixMs> {
    let code = payout.newest_code().map(|code| code.created_at);
    let begun = code.unwrap_or(payout.created_at).min(at);
    (!status.is_final()).then(|| begun.saturating_add(WATCHED_MS))
}

/// When the list was last read.
#[derive(Debug, Default)]
pub(crate) struct PayoutRounds {
    /// On the monotonic clock.
    read_at: Option<i64>,
    deep_at: UnixMs,
    failures: u32,
}

impl PayoutRounds {
    /// Forgets when anything was read: the machine slept.
    pub(crate) fn forget(&mut self) {
        self.read_at = None;
    }

    /// Reads the list, if that is due. Gives how long it is not; `None` while nothing is watched.
    ///
    /// # Errors
    /// Storage errors; the way to the gateway slows the next reading.
    pub(crate) async fn step(&mut self, till: &Till) -> Result<Option<Duration>, TillError> {
        let now = till.now();
        let line = till.line();
        let watched = till.store.payouts_to_watch(line.environment, now).await?;
        let Some(every) = watched.iter().map(|one| interval(one, now)).min() else {
            return Ok(None);
        };
        let wait = self.due_in(till, every);
        if !wait.is_zero() {
            return Ok(Some(wait));
        }
        self.read_at = Some(till.clock.monotonic_ms());
        match self.read(till, &line, &watched).await {
            Ok(()) => self.failures = 0,
            Err(TillError::Store(error)) => return Err(error.into()),
            Err(error) => {
                tracing::info!(%error, "the payouts could not be asked about");
                self.failures = self.failures.saturating_add(1);
            }
        }
        Ok(Some(Duration::ZERO))
    }

    fn due_in(&self, till: &Till, every: Duration) -> Duration {
        let Some(read_at) = self.read_at else {
            return Duration::ZERO;
        };
        let planned = with_jitter(every, read_at);
        let every = match self.failures {
            0 => planned,
            failures => after_failures(failures, planned),
        };
        let passed = till.clock.monotonic_ms().saturating_sub(read_at);
        every.saturating_sub(Duration::from_millis(u64::try_from(passed).unwrap_or_default()))
    }

    async fn read(&mut self, till: &Till, line: &Line, watched: &[Payout]) -> Result<(), TillError> {
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
    watched: &[Payout],
    asked: PageRequest,
    missing: &mut HashSet<String>,
) -> Result<Option<PageRequest>, TillError> {
    let question = till.hearing.ask();
    let answer = client.list_payouts(asked, Priority::OpenPayments).await?;
    for record in &answer.value.rows {
        missing.remove(&record.id);
        let known = watched
            .iter()
            .find(|one| one.gateway_id.as_deref() == Some(record.id.as_str()));
        if let Some(payout) = known {
            let heard = heard_of(record, till.now());
            keep_payout(
                till,
                payout,
                &record.id,
                heard,
                answer.request_id.clone(),
                question,
            )
            .await?;
        }
    }
    Ok(answer.value.next)
}

/// Keeps what was heard of a payout, unless something newer was heard already, and tells what changed.
///
/// # Errors
/// Storage errors.
pub(crate) async fn keep_payout(
    till: &Till,
    payout: &Payout,
    gateway_id: &str,
    heard: HeardPayout,
    request_id: Option<String>,
    question: Question,
) -> Result<(), TillError> {
    if !till.hearing.is_news(gateway_id, question) {
        return Ok(());
    }
    let until = payout_watched_until(payout, &heard.status, heard.at);
    match till.store.hear_payout(payout.id, heard, until, request_id).await {
        Ok(Some(_)) => payouts::tell(till, payout.id),
        Ok(None) | Err(StoreError::Standing(_)) => {}
        Err(error) => return Err(error.into()),
    }
    Ok(())
}

/// Reads one payout because somebody asked.
///
/// # Errors
/// The way to the gateway; storage errors.
pub(crate) async fn ask_payout(till: &Till, payout: &Payout, priority: Priority) -> Result<(), TillError> {
    let line = till.line();
    let id = payout.gateway_id.as_deref().ok_or(ErrorCode::PayoutNotReady)?;
    if line.environment != payout.environment {
        return Err(ErrorCode::PayoutGone.into());
    }
    let question = till.hearing.ask();
    let answer = line
        .client()?
        .get_payout(id, priority)
        .await
        .map_err(|failure| TillError::Refused(payouts::refusal_body(&failure)))?;
    if answer.value.id != id {
        return Err(ErrorCode::UnreadableAnswer.into());
    }
    let heard = heard_of(&answer.value, till.now());
    keep_payout(till, payout, id, heard, answer.request_id, question).await
}
