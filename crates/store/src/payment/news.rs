//! What the watch hears. One poll tells of many payments, so all of it is one transaction, and silence is none.

use super::row;
use crate::event::{self, Event};
use crate::{Store, StoreError};
use domain::{Heard, Payment, PaymentId, UnixMs};
use rusqlite::Transaction;

/// How old the stored time of an unchanged answer may get; the watch asks far more often than is worth a disk write.
const STORED_AGE_MS: i64 = 30_000;

/// What was heard about one payment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct News {
    /// The payment.
    pub id: PaymentId,
    /// What the gateway said.
    pub heard: Heard,
    /// When money was seen; the first time counts.
    pub money_seen_at: Option<UnixMs>,
    /// Whether that money certainly came after the expiry.
    pub is_late: bool,
    /// The gateway's request id.
    pub request_id: Option<String>,
}

impl Store {
    /// Keeps what was heard and returns the payments of which something new was heard, as they are now.
    ///
    /// An unchanged answer only renews the time of the last one, and that at most every 30 s and once after the expiry.
    ///
    /// # Errors
    /// [`StoreError`] when it could not be written; then nothing was.
    pub async fn hear(&self, news: Vec<News>) -> Result<Vec<Payment>, StoreError> {
        let candidates = news.clone();
        let is_worth_writing = self
            .read(move |db| {
                for one in &candidates {
                    if weigh(&row::one(db, one.id)?, one) != Weight::Nothing {
                        return Ok(true);
                    }
                }
                Ok(false)
            })
            .await?;
        if !is_worth_writing {
            return Ok(Vec::new());
        }
        self.write(move |tx| {
            let mut changed = Vec::new();
            for one in news {
                changed.extend(hear_one(tx, one)?);
            }
            Ok(changed)
        })
        .await
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Weight {
    Nothing,
    Time,
    Change,
}

fn weigh(payment: &Payment, news: &News) -> Weight {
    let Some(last) = &payment.heard else {
        return Weight::Change;
    };
    let heard = &news.heard;
    let is_same = last.status == heard.status
        && last.received == heard.received
        && last.amount == heard.amount
        && payment.is_late == news.is_late;
    let crosses_expiry = payment
        .expires_at
        .is_some_and(|end| last.at < end && end <= heard.at);
    if !is_same {
        Weight::Change
    } else if crosses_expiry || heard.at.saturating_sub(last.at) >= STORED_AGE_MS {
        Weight::Time
    } else {
        Weight::Nothing
    }
}

fn hear_one(tx: &Transaction<'_>, news: News) -> Result<Option<Payment>, StoreError> {
    let mut payment = row::one(tx, news.id)?;
    let weight = weigh(&payment, &news);
    if weight == Weight::Nothing {
        return Ok(None);
    }
    if weight == Weight::Change {
        let entry = Event {
            request_id: news.request_id.clone(),
            ..Event::of_status(&news.heard)
        };
        event::append(tx, news.id, &entry)?;
        if let Some(request_id) = news.request_id {
            tx.prepare_cached("UPDATE intent SET request_id = ?2 WHERE id = ?1")?
                .execute((news.id.to_string(), &request_id))?;
            payment.request_id = Some(request_id);
        }
    }
    payment.heard = Some(news.heard);
    payment.money_seen_at = payment.money_seen_at.or(news.money_seen_at);
    payment.is_late = news.is_late;
    row::save(tx, &payment)?;
    Ok((weight == Weight::Change).then_some(payment))
}
