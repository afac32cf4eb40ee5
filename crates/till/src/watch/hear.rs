//! What the gateway's records say about payments of ours.

use super::tell::tell;
use crate::{Till, TillError};
use domain::{Environment, GatewayStatus, Heard, Payment, UnixMs};
use finan_one::payments::Payment as Record;
use gateway::Answer;
use std::collections::HashMap;
use store::News;

/// What one record says.
pub(crate) fn heard_of(record: &Record, at: UnixMs) -> Heard {
    Heard {
        status: GatewayStatus::from_wire(&record.status),
        received: record.received,
        amount: record.amount,
        at,
    }
}

/// Keeps what the records say about payments of ours, and tells of every change.
pub(super) async fn hear(
    till: &Till,
    environment: Environment,
    answer: Answer<Vec<Record>>,
) -> Result<(), TillError> {
    let at = till.now();
    let records: HashMap<_, _> = answer
        .value
        .into_iter()
        .map(|record| (record.payment_request_id.clone(), record))
        .collect();
    let ids = records.keys().cloned().collect();
    let before = till.store.payments_by_gateway_ids(environment, ids).await?;
    let news = before.iter().filter_map(|payment| {
        let record = records.get(payment.gateway_id.as_deref()?)?;
        Some(news(payment, record, at, answer.request_id.clone()))
    });
    let changed = till.store.hear(news.collect()).await?;
    for payment in changed {
        let was = before
            .iter()
            .find(|old| old.id == payment.id)
            .map(Payment::verdict);
        tell(till, &payment, was != Some(payment.verdict())).await?;
    }
    Ok(())
}

fn news(payment: &Payment, record: &Record, at: UnixMs, request_id: Option<String>) -> News {
    let heard = heard_of(record, at);
    let has_money = heard.status.means_money();
    News {
        id: payment.id,
        money_seen_at: has_money.then_some(at),
        is_late: payment.is_late || (has_money && came_after_expiry(payment, record)),
        heard,
        request_id,
    }
}

/// Certain only when the gateway tells the moment, or when its last answer without money came after the expiry.
fn came_after_expiry(payment: &Payment, record: &Record) -> bool {
    let Some(end) = payment.expires_at else {
        return false;
    };
    match (record.paid_at.map(|at| at.timestamp_millis()), &payment.heard) {
        (Some(paid_at), _) => paid_at >= end,
        (None, Some(last)) => !last.status.means_money() && last.at >= end,
        (None, None) => false,
    }
}
