//! What the watch hears. One poll tells of many payments, so all of it is one transaction, and silence is none.

use super::row;
use crate::event::{self, Event};
use crate::{Store, StoreError};
use domain::{Heard, Payment, PaymentId, UnixMs};
use dong::Dong;
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
    /// The gateway's id of the payment, where the status tells it; `None` leaves what is known.
    pub gateway_id: Option<String>,
    /// The first part that the shop has to take, where the gateway told; `None` leaves what is known.
    pub first_part: Option<Dong>,
    /// The tax of an invoice in the gateway's figures, where it told; `None` leaves what is known.
    pub gateway_tax: Option<Dong>,
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
        && last.reason == heard.reason
        && last.message == heard.message
        && payment.is_late == news.is_late
        && !tells_more(payment, news);
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

/// Whether it tells of the payment itself what was not known.
fn tells_more(payment: &Payment, news: &News) -> bool {
    let first_part = payment.instalment.as_ref().and_then(|own| own.first_part);
    let is_new_id = news.gateway_id.is_some() && news.gateway_id != payment.gateway_id;
    let is_new_part = news.first_part.is_some() && news.first_part != first_part;
    let tax = payment.invoice.as_ref().and_then(|own| own.gateway_tax);
    let is_new_tax = news.gateway_tax.is_some() && news.gateway_tax != tax;
    is_new_id || (is_new_part && payment.instalment.is_some()) || (is_new_tax && payment.invoice.is_some())
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
        tx.prepare_cached(
            "UPDATE intent SET request_id = COALESCE(?2, request_id), gateway_id = COALESCE(?3, gateway_id) WHERE id = ?1",
        )?
        .execute((news.id.to_string(), &news.request_id, &news.gateway_id))?;
        payment.request_id = news.request_id.or(payment.request_id.take());
        payment.gateway_id = news.gateway_id.or(payment.gateway_id.take());
        if let Some(own) = &mut payment.instalment {
            own.first_part = news.first_part.or(own.first_part);
        }
        if let Some(own) = &mut payment.invoice {
            own.gateway_tax = news.gateway_tax.or(own.gateway_tax);
        }
    }
    payment.heard = Some(news.heard);
    payment.money_seen_at = payment.money_seen_at.or(news.money_seen_at);
    payment.is_late = news.is_late;
    row::save(tx, &payment)?;
    Ok((weight == Weight::Change).then_some(payment))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_support::{Shop, T0, WORLD, heard, news, payment_id};
    use domain::{Method, Verdict};

    #[tokio::test]
    async fn money_is_news_once() {
        let shop = Shop::open().await;
        shop.confirmed(1, 85_000, T0).await;
        shop.confirmed(2, 20_000, T0 + 1).await;
        let paid = News {
            money_seen_at: Some(T0 + 900),
            ..news(1, heard("paid", Some(85_000), T0 + 900))
        };
        let still = news(2, heard("unpaid", None, T0 + 900));
        let changed = shop.store.hear(vec![paid.clone(), still.clone()]).await.unwrap();
        assert_eq!(changed.len(), 1);
        assert_eq!(
            (changed[0].verdict(), changed[0].money_seen_at),
            (Verdict::Paid, Some(T0 + 900))
        );
        assert!(shop.store.hear(vec![paid, still]).await.unwrap().is_empty());
        assert_eq!(
            shop.store
                .watched_payments(WORLD, Method::Transfer, T0 + 900)
                .await
                .unwrap()
                .len(),
            1
        );
        let events = shop.store.events(payment_id(1)).await.unwrap();
        assert_eq!(events.last().unwrap().status.as_deref(), Some("paid"));
    }

    #[tokio::test]
    async fn the_first_answer_after_the_expiry_is_always_remembered() {
        let shop = Shop::open().await;
        let end = shop.confirmed(1, 85_000, T0).await.expires_at.unwrap();
        for (at, stored) in [
            (T0 + 900, T0),
            (T0 + 40_000, T0 + 40_000),
            (end - 900, end - 900),
            (end, end),
            (end + 900, end),
        ] {
            let changed = shop
                .store
                .hear(vec![news(1, heard("unpaid", None, at))])
                .await
                .unwrap();
            assert!(changed.is_empty());
            assert_eq!(
                shop.store.payment(payment_id(1)).await.unwrap().heard.unwrap().at,
                stored,
                "heard at {at}"
            );
        }
    }

    #[tokio::test]
    async fn an_unheard_of_status_is_kept_as_it_is_spelt() {
        let shop = Shop::open().await;
        shop.confirmed(1, 85_000, T0).await;
        shop.store
            .hear(vec![news(1, heard("On Hold", None, T0 + 1))])
            .await
            .unwrap();
        let payment = shop.store.payment(payment_id(1)).await.unwrap();
        assert_eq!(payment.heard.as_ref().unwrap().status.as_str(), "On Hold");
        assert_eq!(payment.verdict(), Verdict::Unknown);
        assert_eq!(
            shop.store
                .watched_payments(WORLD, Method::Transfer, T0)
                .await
                .unwrap()
                .len(),
            1
        );
    }
}
