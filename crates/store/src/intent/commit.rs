//! From a draft to a decision: the one moment at which two clicks could become two payments, and don't.

use super::{NewPayment, Way};
use crate::event::{self, Event, EventKind};
use crate::{Store, StoreError, instalment_customer, payment, sale};
use domain::{IntentKind, IntentState, Move, MoveError, PaymentId, SaleId, UnixMs};
use rusqlite::Transaction;

/// Who decided first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CommitOutcome {
    /// This call did; it alone may send.
    Committed,
    /// Another call did before; this one changed nothing and must not send.
    AlreadyCommitted,
}

impl Store {
    /// Makes the draft of a payment when its form opens. The reference and the idempotency key follow from the id.
    ///
    /// A draft is a transfer's until [`Store::commit`] tells how the customer pays.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such sale.
    pub async fn mint_draft(&self, id: PaymentId, sale_id: SaleId, at: UnixMs) -> Result<(), StoreError> {
        self.write(move |tx| {
            let environment = sale::environment_of(tx, sale_id)?;
            tx.execute(
                "INSERT INTO intent (id, kind, gateway, payment_id, environment, sale_id, reference, idempotency_key, state,
                   created_at, updated_at)
                 VALUES (?1, ?2, ?3, ?1, ?4, ?5, ?6, ?1, 'draft', ?7, ?7)",
                (
                    id.to_string(),
                    IntentKind::PaymentCreate.as_str(),
                    IntentKind::PaymentCreate.gateway().as_str(),
                    environment.as_str(),
                    sale_id.to_string(),
                    id.reference(),
                    at,
                ),
            )?;
            Ok(())
        })
        .await
    }

    /// Turns a draft into a decision, with its payment and the first entry of its timeline, in one durable transaction.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] without a draft, [`StoreError::Move`] when the draft was dropped.
    pub async fn commit(&self, id: PaymentId, new: NewPayment) -> Result<CommitOutcome, StoreError> {
        self.write(move |tx| {
            let kind = new.way.kind();
            let won = tx.execute(
                "UPDATE intent SET state = 'committed', kind = ?2, gateway = ?3, body = ?4, next_look_at = ?5, updated_at = ?5
                 WHERE id = ?1 AND state = 'draft'",
                (id.to_string(), kind.as_str(), kind.gateway().as_str(), &new.body, new.at),
            )?;
            if won == 0 {
                return match super::query::one(tx, id.into())?.state {
                    IntentState::Dropped => Err(StoreError::Move(MoveError {
                        from: IntentState::Dropped,
                        step: Move::Commit,
                    })),
                    _ => Ok(CommitOutcome::AlreadyCommitted),
                };
            }
            insert_payment(tx, id, &new)?;
            event::append(tx, id, &Event::new(EventKind::Committed, new.at))?;
            Ok(CommitOutcome::Committed)
        })
        .await
    }
}

fn insert_payment(tx: &Transaction<'_>, id: PaymentId, new: &NewPayment) -> Result<(), StoreError> {
    let intent = super::query::one(tx, id.into())?;
    let sale_id = intent.sale_id.ok_or(StoreError::NotFound("sale"))?;
    payment::of_way(tx, id, sale_id, intent.environment, new)?;
    if let Way::Instalment { customer, .. } = &new.way {
        instalment_customer::remember(tx, intent.environment, customer, new.at)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::StoreError;
    use crate::test_support::{Shop, T0, WORLD, new_payment, payment_id, sale_id};
    use dong::Dong;

    #[tokio::test]
    async fn a_decision_is_intent_payment_and_timeline_at_once() {
        let shop = Shop::open().await;
        shop.committed(1, 85_000, "Cà phê", T0 + 5).await;
        let payment = shop.store.payment(payment_id(1)).await.unwrap();
        assert_eq!(
            (payment.amount, payment.intent),
            (Dong::new(85_000), IntentState::Committed)
        );
        assert_eq!(payment.reference, payment_id(1).reference());
        assert_eq!(
            shop.store.events(payment_id(1)).await.unwrap()[0].kind,
            EventKind::Committed
        );
        let body = shop.store.body(payment_id(1)).await.unwrap().unwrap();
        assert_eq!(body, b"{\"amount\":85000}");
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn of_many_commits_at_once_exactly_one_wins() {
        let shop = Shop::open().await;
        shop.store
            .mint_draft(payment_id(1), sale_id(1), T0)
            .await
            .unwrap();
        let clicks: Vec<_> = (0..16)
            .map(|click| {
                let store = shop.store.clone();
                tokio::spawn(async move {
                    store
                        .commit(payment_id(1), new_payment(1_000 + click, "", T0))
                        .await
                })
            })
            .collect();
        let mut winners = 0;
        for click in clicks {
            winners += usize::from(click.await.unwrap().unwrap() == CommitOutcome::Committed);
        }
        assert_eq!(winners, 1);
        assert_eq!(shop.store.payments_of_sale(sale_id(1)).await.unwrap().len(), 1);
        assert_eq!(shop.store.events(payment_id(1)).await.unwrap().len(), 1);
    }

    #[tokio::test]
    async fn two_open_stores_cannot_both_win() {
        let shop = Shop::open().await;
        let (other, _) = Store::open(&shop.path(), T0).unwrap();
        shop.store
            .mint_draft(payment_id(1), sale_id(1), T0)
            .await
            .unwrap();
        let outcomes = [
            shop.store
                .commit(payment_id(1), new_payment(1_000, "", T0))
                .await
                .unwrap(),
            other
                .commit(payment_id(1), new_payment(2_000, "", T0))
                .await
                .unwrap(),
        ];
        assert_eq!(
            outcomes,
            [CommitOutcome::Committed, CommitOutcome::AlreadyCommitted]
        );
    }

    #[tokio::test]
    async fn a_payment_that_cannot_be_written_leaves_the_draft() {
        let shop = Shop::open().await;
        shop.store
            .mint_draft(payment_id(1), sale_id(1), T0)
            .await
            .unwrap();
        let refused = shop.store.commit(payment_id(1), new_payment(0, "", T0)).await;
        assert!(matches!(refused, Err(StoreError::Failed(_))), "{refused:?}");
        assert_eq!(
            shop.store.intent(payment_id(1)).await.unwrap().state,
            IntentState::Draft
        );
        assert_eq!(
            shop.store.draft_of_sale(sale_id(1)).await.unwrap(),
            Some(payment_id(1))
        );
    }

    #[tokio::test]
    async fn a_dropped_draft_cannot_be_committed() {
        let shop = Shop::open().await;
        shop.store
            .mint_draft(payment_id(1), sale_id(1), T0)
            .await
            .unwrap();
        shop.advance(1, Move::Drop).await;
        let refused = shop.store.commit(payment_id(1), new_payment(1_000, "", T0)).await;
        assert_eq!(refused.unwrap_err().code(), "intent_move");
        let missing = shop.store.commit(payment_id(2), new_payment(1_000, "", T0)).await;
        assert_eq!(missing.unwrap_err().code(), "not_found");
    }

    #[tokio::test]
    async fn what_was_committed_is_beyond_the_reach_of_sql() {
        let shop = Shop::open().await;
        shop.committed(1, 85_000, "Cà phê", T0).await;
        for sql in [
            "UPDATE intent SET body = x'00'",
            "UPDATE intent SET body = NULL",
            "UPDATE intent SET state = 'draft'",
            "UPDATE intent SET reference = 'other'",
            "DELETE FROM intent",
            "UPDATE payment SET amount = 1",
            "UPDATE payment SET reference = 'other'",
            "UPDATE payment SET account_id = 'other'",
        ] {
            assert!(shop.raw(sql).is_err(), "{sql}");
        }
        shop.advance(1, Move::Send).await;
        shop.advance(1, Move::Refuse).await;
        assert!(shop.raw("UPDATE intent SET state = 'sending'").is_err());
    }

    #[tokio::test]
    async fn what_was_committed_is_there_after_reopening() {
        let shop = Shop::open().await;
        shop.committed(1, 85_000, "Cà phê", T0).await;
        shop.advance(1, Move::Send).await;
        let shop = shop.reopen();
        let open = shop.store.open_intents(WORLD).await.unwrap();
        assert_eq!(
            (open.len(), open[0].state, open[0].attempts),
            (1, IntentState::Sending, 1)
        );
        assert!(shop.store.body(payment_id(1)).await.unwrap().is_some());
    }
}
