//! What the gateway's records say about payments of ours.

use super::hearing::Question;
use super::tell::tell_since;
use crate::{Till, TillError};
use chrono::{DateTime, Utc};
use domain::{Environment, Gateway, GatewayStatus, Heard, Payment, UnixMs};
use finan_one::payments::Payment as Record;
use gateway::Answer;
use std::collections::HashMap;
use store::News;

/// What one record says.
pub(crate) fn heard_of(record: &Record, at: UnixMs) -> Heard {
    Heard {
        status: GatewayStatus::from_wire(Gateway::FinanOne, &record.status),
        received: record.received,
        amount: record.amount,
        reason: None,
        message: None,
        at,
    }
}

/// An answer and the question it belongs to.
#[derive(Debug)]
pub(super) struct Told {
    pub(super) environment: Environment,
    pub(super) question: Question,
    /// This machine's clock minus the gateway's, when it is known.
    pub(super) skew_ms: Option<i64>,
    pub(super) answer: Answer<Vec<Record>>,
}

/// Keeps what the records say about payments of ours, and tells of every change.
pub(super) async fn hear(till: &Till, told: Told) -> Result<(), TillError> {
    let at = till.now();
    let records: HashMap<_, _> = told
        .answer
        .value
        .into_iter()
        .map(|record| (record.payment_request_id.clone(), record))
        .collect();
    let ids = records.keys().cloned().collect();
    let ours = till.store.payments_by_gateway_ids(told.environment, ids).await?;
    let news = ours.iter().filter_map(|payment| {
        let id = payment.gateway_id.as_deref()?;
        let record = records.get(id)?;
        let request_id = told.answer.request_id.clone();
        let is_news = till.hearing.is_news(id, told.question);
        is_news.then(|| news(payment, record, told.skew_ms, at, request_id))
    });
    let changed = till.store.hear(news.collect()).await?;
    for payment in changed {
        if let Some(before) = ours.iter().find(|old| old.id == payment.id) {
            tell_since(till, before).await?;
        }
    }
    Ok(())
}

fn news(
    payment: &Payment,
    record: &Record,
    skew_ms: Option<i64>,
    at: UnixMs,
    request_id: Option<String>,
) -> News {
    let heard = heard_of(record, at);
    let has_money = heard.status.means_money();
    News {
        id: payment.id,
        money_seen_at: has_money.then_some(at),
        is_late: payment.is_late || (has_money && came_late(payment, record, skew_ms)),
        heard,
        gateway_id: None,
        first_part: None,
        gateway_tax: None,
        request_id,
    }
}

/// Certain only when the gateway tells the moment, or when its last answer without money came after the expiry.
fn came_late(payment: &Payment, record: &Record, skew_ms: Option<i64>) -> bool {
    let Some(end) = payment.expires_at else {
        return false;
    };
    match (record.paid_at, &payment.heard) {
        (Some(_), _) => came_after(record, end, skew_ms),
        (None, Some(last)) => !last.status.means_money() && last.at >= end,
        (None, None) => false,
    }
}

/// Whether the gateway says that its money came at `end` (on our clock) or later.
pub(crate) fn came_after(record: &Record, end: UnixMs, skew_ms: Option<i64>) -> bool {
    record
        .paid_at
        .is_some_and(|paid_at| on_our_clock(paid_at, skew_ms) >= end)
}

/// A moment of the gateway's as this machine's clock shows it.
pub(crate) fn on_our_clock(moment: DateTime<Utc>, skew_ms: Option<i64>) -> UnixMs {
    moment
        .timestamp_millis()
        .saturating_add(skew_ms.unwrap_or_default())
}
