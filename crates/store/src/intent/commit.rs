//! From a draft to a decision: the one moment at which two clicks could become two payments, and don't.

use crate::event::{self, Event, EventKind};
use crate::{Store, StoreError, payment, sale};
use domain::{AccountId, Environment, IntentState, Move, MoveError, PaymentId, SaleId, UnixMs};
use dong::Dong;
use rusqlite::Transaction;

/// What a person decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPayment {
    /// The receiving account.
    pub account_id: AccountId,
    /// The amount asked, above zero.
    pub amount: Dong,
    /// The memo text sent with it.
    pub description: String,
    /// The exact bytes of the request; they never change again.
    pub body: Vec<u8>,
    /// When it was decided.
    pub at: UnixMs,
}

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
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such sale.
    pub async fn mint_draft(&self, id: PaymentId, sale_id: SaleId, at: UnixMs) -> Result<(), StoreError> {
        self.write(move |tx| {
            let environment = sale::environment_of(tx, sale_id)?;
            tx.execute(
                "INSERT INTO intent (id, kind, gateway, environment, sale_id, reference, idempotency_key, state, created_at, updated_at)
                 VALUES (?1, 'payment_create', 'finan_one', ?2, ?3, ?4, ?1, 'draft', ?5, ?5)",
                (id.to_string(), environment.as_str(), sale_id.to_string(), id.reference(), at),
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
            let won = tx.execute(
                "UPDATE intent SET state = 'committed', body = ?2, next_look_at = ?3, updated_at = ?3
                 WHERE id = ?1 AND state = 'draft'",
                (id.to_string(), &new.body, new.at),
            )?;
            if won == 0 {
                return match super::query::one(tx, id)?.state {
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
    let (sale_id, environment): (SaleId, Environment) = {
        let intent = super::query::one(tx, id)?;
        (intent.sale_id, intent.environment)
    };
    payment::insert(tx, id, sale_id, environment, new)
}
