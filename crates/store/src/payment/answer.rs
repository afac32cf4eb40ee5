//! What the gateway gave for a payment, and what the guard and the shop made of it.

use super::row;
use crate::event::{self, Event, EventKind};
use crate::intent::{self, Note};
use crate::{Store, StoreError};
use domain::{Heard, Move, Payment, PaymentId, QrState, UnixMs};
use dong::Dong;
use rusqlite::Transaction;

/// What the guard decided about a QR.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QrVerdict {
    /// What may be shown.
    pub state: QrState,
    /// The stable code of a refusal or caution.
    pub problem: Option<String>,
}

/// The gateway's record of a payment, from its answer or found in its lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GatewayAnswer {
    /// When it was read.
    pub at: UnixMs,
    /// The gateway's id, where the answer tells it.
    pub gateway_id: Option<String>,
    /// The gateway's hosted page.
    pub payment_url: Option<String>,
    /// The QR text exactly as the gateway gave it.
    pub qr_text: Option<String>,
    /// What the guard decided about it.
    pub qr: QrVerdict,
    /// When the link and its QR run out.
    pub expires_at: Option<UnixMs>,
    /// Until when the lists are watched for it.
    pub watched_until: Option<UnixMs>,
    /// What it said about money.
    pub heard: Option<Heard>,
    /// When money was first seen, if it was.
    pub money_seen_at: Option<UnixMs>,
    /// Whether that money certainly came after the expiry.
    pub is_late: bool,
    /// The gateway's request id.
    pub request_id: Option<String>,
    /// The tax of an invoice in the gateway's figures, where it told; `None` leaves what is known.
    pub gateway_tax: Option<Dong>,
}

impl Store {
    /// The gateway has it: takes [`Move::Confirm`] and keeps all that was given, in one transaction.
    ///
    /// # Errors
    /// [`StoreError::Move`] when the intent's state does not allow it; nothing changes then.
    pub async fn confirm(&self, id: PaymentId, answer: GatewayAnswer) -> Result<Payment, StoreError> {
        self.write(move |tx| {
            let note = Note {
                request_id: answer.request_id.clone(),
                gateway_id: answer.gateway_id.clone(),
                ..Note::at(answer.at)
            };
            intent::take(tx, id.into(), Move::Confirm, &note)?;
            if answer.qr_text.is_some() {
                event::append(tx, id, &qr_event(&answer.qr, answer.at))?;
            }
            if let Some(heard) = &answer.heard {
                event::append(tx, id, &Event::of_status(heard))?;
            }
            change(tx, id, |payment| {
                payment.gateway_id = answer.gateway_id.or(payment.gateway_id.take());
                payment.payment_url = answer.payment_url;
                payment.qr_text = answer.qr_text;
                payment.qr_state = answer.qr.state;
                payment.qr_problem = answer.qr.problem;
                payment.expires_at = answer.expires_at;
                payment.watched_until = answer.watched_until;
                payment.heard = answer.heard;
                payment.money_seen_at = answer.money_seen_at;
                payment.is_late = answer.is_late;
                if let Some(own) = &mut payment.invoice {
                    own.gateway_tax = answer.gateway_tax.or(own.gateway_tax);
                }
            })
        })
        .await
    }

    /// Keeps another decision about a payment's QR, for one whose account a person has confirmed since.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such payment.
    pub async fn set_qr(&self, id: PaymentId, qr: QrVerdict, at: UnixMs) -> Result<Payment, StoreError> {
        self.write(move |tx| {
            event::append(tx, id, &qr_event(&qr, at))?;
            change(tx, id, |payment| {
                payment.qr_state = qr.state;
                payment.qr_problem = qr.problem;
            })
        })
        .await
    }

    /// Notes that another payment took this one's place; it is watched on.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such payment.
    pub async fn set_replaced_by(
        &self,
        id: PaymentId,
        by: PaymentId,
        at: UnixMs,
    ) -> Result<Payment, StoreError> {
        self.write(move |tx| {
            row::one(tx, by)?;
            event::append(tx, id, &Event::new(EventKind::Replaced, at))?;
            change(tx, id, |payment| payment.replaced_by = Some(by))
        })
        .await
    }

    /// Sets when a payment's QR runs out, where it became known to be another moment.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such payment.
    pub async fn set_expires_at(&self, id: PaymentId, expires_at: UnixMs) -> Result<Payment, StoreError> {
        self.write(move |tx| change(tx, id, |payment| payment.expires_at = Some(expires_at)))
            .await
    }

    /// Sets until when the lists are watched for a payment; `None` ends the watch.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such payment.
    pub async fn set_watched_until(
        &self,
        id: PaymentId,
        until: Option<UnixMs>,
    ) -> Result<Payment, StoreError> {
        self.write(move |tx| change(tx, id, |payment| payment.watched_until = until))
            .await
    }
}

fn qr_event(qr: &QrVerdict, at: UnixMs) -> Event {
    Event {
        code: qr.problem.clone(),
        ..Event::new(EventKind::QrChecked, at)
    }
}

fn change(
    tx: &Transaction<'_>,
    id: PaymentId,
    edit: impl FnOnce(&mut Payment),
) -> Result<Payment, StoreError> {
    let mut payment = row::one(tx, id)?;
    edit(&mut payment);
    row::save(tx, &payment)?;
    Ok(payment)
}

#[cfg(test)]
mod tests {
    use crate::test_support::{Shop, T0, answer, payment_id};
    use domain::IntentState;

    #[tokio::test]
    async fn an_answer_is_kept_whole() {
        let shop = Shop::open().await;
        let confirmed = shop.confirmed(1, 85_000, T0).await;
        let read = shop.store.payment(payment_id(1)).await.unwrap();
        assert_eq!(read.intent, IntentState::Done);
        assert_eq!(read.gateway_id.as_deref(), Some("gw-1"));
        assert_eq!(read.qr_text.as_deref(), Some("000201"));
        assert_eq!(read.watched_until, Some(T0 + 86_400_000));
        assert_eq!(read.request_id.as_deref(), Some("req-1"));
        assert_eq!(read, confirmed);
        assert_eq!(
            shop.store.intent(read.id).await.unwrap().gateway_id.as_deref(),
            Some("gw-1")
        );
    }

    #[tokio::test]
    async fn a_second_answer_changes_nothing() {
        let shop = Shop::open().await;
        let first = shop.confirmed(1, 85_000, T0).await;
        let second = shop.store.confirm(payment_id(1), answer(2, T0 + 1)).await;
        assert_eq!(second.unwrap_err().code(), "intent_move");
        assert_eq!(shop.store.payment(payment_id(1)).await.unwrap(), first);
    }

    #[tokio::test]
    async fn times_learnt_later_replace_the_first_ones() {
        let shop = Shop::open().await;
        shop.confirmed(1, 85_000, T0).await;
        shop.store.set_expires_at(payment_id(1), T0 + 7).await.unwrap();
        shop.store.set_watched_until(payment_id(1), None).await.unwrap();
        let read = shop.store.payment(payment_id(1)).await.unwrap();
        assert_eq!((read.expires_at, read.watched_until), (Some(T0 + 7), None));
    }

    #[tokio::test]
    async fn a_payment_is_replaced_only_by_one_that_exists() {
        let shop = Shop::open().await;
        shop.confirmed(1, 85_000, T0).await;
        let missing = shop.store.set_replaced_by(payment_id(1), payment_id(2), T0).await;
        assert_eq!(missing.unwrap_err().code(), "not_found");
        shop.confirmed(2, 85_000, T0 + 1).await;
        let old = shop
            .store
            .set_replaced_by(payment_id(1), payment_id(2), T0 + 2)
            .await
            .unwrap();
        assert_eq!(old.replaced_by, Some(payment_id(2)));
        assert_eq!(old.watched_until, Some(T0 + 86_400_000));
    }
}
