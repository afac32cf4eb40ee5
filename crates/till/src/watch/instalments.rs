//! The watch over instalment payments: the gateway has no list, so each reference is asked for by itself, at a fair rate.

use super::hearing::Question;
use super::plan::has_open_intents;
use super::schedule::{after_failures, with_jitter};
use super::tell::{answered, failed, note_failure, tell_since};
use crate::instalments::heard::{heard_of, merchant_of, reference_of};
use crate::instalments::refused_call;
use crate::line::Line;
use crate::{Till, TillError};
use contract::ErrorCode;
use domain::{Method, Payment, PaymentId, UnixMs};
use fundiin::payments::TransactionStatus;
use gateway::{Answer, Priority};
use std::collections::HashMap;
use std::time::Duration;
use store::News;

/// How often one reference is asked for, by the payment's age in milliseconds.
///
/// What is older than the link is asked for once a minute.
const fn interval(age_ms: i64) -> Duration {
    Duration::from_millis(match age_ms {
        ..=180_000 => 3_000,
        180_001..=600_000 => 6_000,
        600_001..=2_100_000 => 15_000,
        _ => 60_000,
    })
}

/// Between two questions of the watch, however many payments are due: 40 a minute, of the assumed 60. Asked faster they would use the
/// minute up in a burst and then all be silent for the rest of it.
const BEAT_MS: i64 = 1_500;

const fn priority(age_ms: i64) -> Priority {
    match age_ms {
        ..=180_000 => Priority::QrOnScreen,
        180_001..=2_100_000 => Priority::OpenPayments,
        _ => Priority::Background,
    }
}

/// When each payment was last asked for, on the monotonic clock.
#[derive(Debug, Default)]
pub(crate) struct Rounds {
    asked: HashMap<PaymentId, i64>,
    last: Option<i64>,
}

impl Rounds {
    /// Forgets when anything was asked: the machine slept.
    pub(crate) fn forget(&mut self) {
        *self = Self::default();
    }

    /// Asks for the payment that is longest due. Gives how long none is; `None` while nothing is watched.
    ///
    /// # Errors
    /// Storage errors; the way to the gateway is told by the freshness light.
    pub(crate) async fn step(&mut self, till: &Till) -> Result<Option<Duration>, TillError> {
        let now = till.now();
        let line = till.line();
        let watched = till
            .store
            .watched_payments(line.environment, Method::Instalment, now)
            .await?;
        self.asked
            .retain(|id, _| watched.iter().any(|payment| payment.id == *id));
        let failures = {
            let mut light = till.freshness(Method::Instalment);
            light.watched = u32::try_from(watched.len()).unwrap_or(u32::MAX);
            light.failures
        };
        let due = watched
            .iter()
            .map(|payment| (self.due_at(payment, now, failures), payment))
            .min_by_key(|(at, _)| *at);
        let Some((due_at, payment)) = due else {
            if !has_open_intents(till, line.environment, Method::Instalment).await? {
                till.freshness(Method::Instalment).rest();
            }
            return Ok(None);
        };
        let monotonic = till.clock.monotonic_ms();
        let beat = self.last.map_or(i64::MIN, |last| last.saturating_add(BEAT_MS));
        let wait = due_at.max(beat).saturating_sub(monotonic);
        if let Ok(wait @ 1..) = u64::try_from(wait) {
            return Ok(Some(Duration::from_millis(wait)));
        }
        self.last = Some(monotonic);
        self.asked.insert(payment.id, monotonic);
        if failures > 0 {
            // One try tells of the line; the others would fail alike.
            self.asked.extend(watched.iter().map(|one| (one.id, monotonic)));
        }
        let age = now.saturating_sub(payment.created_at);
        match ask(till, &line, payment, priority(age)).await {
            Err(error @ TillError::Store(_)) => Err(error),
            _ => Ok(Some(Duration::ZERO)),
        }
    }

    /// When a payment is to be asked for, on the monotonic clock. Where more are due than the gateway's rate allows, the one that
    /// has waited longest comes first; otherwise the youngest would keep all others waiting.
    fn due_at(&self, payment: &Payment, now: UnixMs, failures: u32) -> i64 {
        let Some(asked) = self.asked.get(&payment.id) else {
            return i64::MIN;
        };
        let planned = with_jitter(interval(now.saturating_sub(payment.created_at)), *asked);
        let every = if failures > 0 {
            after_failures(failures, planned)
        } else {
            planned
        };
        asked.saturating_add(i64::try_from(every.as_millis()).unwrap_or(i64::MAX))
    }
}

/// Asks for one payment because somebody wants to know now.
///
/// # Errors
/// The way to the gateway, which the freshness light tells too.
pub(crate) async fn ask_now(till: &Till, payment: &Payment, priority: Priority) -> Result<(), TillError> {
    let line = till.line();
    if line.environment != payment.environment {
        return Err(ErrorCode::PaymentGone.into());
    }
    ask(till, &line, payment, priority).await
}

async fn ask(till: &Till, line: &Line, payment: &Payment, priority: Priority) -> Result<(), TillError> {
    let question = till.hearing.ask();
    let told = question_gateway(till, line, payment, priority).await;
    match &told {
        Ok(answer) => {
            hear(till, payment, question, answer).await?;
            answered(till, Method::Instalment);
        }
        Err(TillError::Gateway(failure)) => failed(till, Method::Instalment, failure),
        Err(TillError::Refused(problem)) => note_failure(till, Method::Instalment, problem.clone()),
        Err(_) => {}
    }
    crate::display::refresh(till).await?;
    told.map(drop)
}

async fn question_gateway(
    till: &Till,
    line: &Line,
    payment: &Payment,
    priority: Priority,
) -> Result<Answer<TransactionStatus>, TillError> {
    let client = line.instalments.client()?;
    let merchant = merchant_of(till, line).await?;
    let reference = reference_of(&payment.reference)?;
    let lang = Some(crate::instalments::lang(till));
    client
        .transaction_status(&merchant, &reference, lang, priority)
        .await
        .map_err(refused_call)
}

async fn hear(
    till: &Till,
    payment: &Payment,
    question: Question,
    answer: &Answer<TransactionStatus>,
) -> Result<(), TillError> {
    if !till.hearing.is_news(&payment.reference, question) {
        return Ok(());
    }
    let at = till.now();
    let heard = heard_of(&answer.value, at);
    let has_money = heard.status.means_money();
    let news = News {
        id: payment.id,
        money_seen_at: has_money.then_some(at),
        is_late: false,
        heard,
        gateway_id: answer.value.payment_trans_id.clone(),
        first_part: answer.value.first_part,
        gateway_tax: None,
        request_id: answer.request_id.clone(),
    };
    let before = till.store.payment(payment.id).await?;
    if !till.store.hear(vec![news]).await?.is_empty() {
        tell_since(till, &before).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_minute_of_beats_leaves_room_for_clicks() {
        let beats = usize::try_from(60_000 / BEAT_MS).unwrap();
        let assumed = fundiin::assumptions::RATE_LIMIT.per_window;
        assert!(beats * 4 <= assumed * 3, "{beats} of {assumed}");
    }

    #[test]
    fn the_older_the_rarer() {
        let seconds = |minutes: i64| interval(minutes * 60_000).as_secs();
        assert_eq!([0, 4, 20, 40].map(seconds), [3, 6, 15, 60]);
    }
}
