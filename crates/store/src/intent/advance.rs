//! Moving an intent along the state machine of `domain::IntentState`, never past it.

use super::query::{self, Intent};
use crate::event::{self, Event, EventKind};
use crate::{Store, StoreError, payment, payout};
use domain::{IntentId, IntentKind, IntentState, Move, MoveError, Said, UnixMs};
use rusqlite::Transaction;

/// What is known of a move besides the move itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// When.
    pub at: UnixMs,
    /// The stable code of what went wrong; `None` leaves the last one, [`Move::Confirm`] clears it.
    pub failure: Option<String>,
    /// The gateway's request id; `None` leaves the last one.
    pub request_id: Option<String>,
    /// When the journal acts next; `None` when it need not.
    pub next_look_at: Option<UnixMs>,
    /// What the gateway said in words; `None` leaves the last ones, [`Move::Confirm`] clears them.
    pub said: Option<Said>,
    /// The gateway's id of a step; `None` leaves what is known. A payment learns its own by [`Store::confirm`] and [`Store::hear`],
    /// a payout by [`Store::confirm_payout`].
    pub gateway_id: Option<String>,
}

impl Note {
    /// A move without anything else to tell.
    #[must_use]
    pub const fn at(at: UnixMs) -> Self {
        Self {
            at,
            failure: None,
            request_id: None,
            next_look_at: None,
            said: None,
            gateway_id: None,
        }
    }
}

impl Store {
    /// Takes one move: state, counters, failure, next look, timeline and the payment's verdict or the payout's standing change in one
    /// transaction, and what a done step changes of an invoice. Returns the state that follows: a code whose payout has ended is closed
    /// at once, whatever the move was.
    ///
    /// Not for [`Move::Commit`] (see [`Store::commit`]), nor for [`Move::Confirm`] of an intent that makes a payment or a payout (see
    /// [`Store::confirm`] and [`Store::confirm_payout`]), which need more. A step is confirmed here.
    ///
    /// # Errors
    /// [`StoreError::Move`] when the state does not allow it, or when the kind does not: a payout is never repeated unseen, and a code
    /// that may have left is never sent again. Nothing changes then.
    pub async fn advance(
        &self,
        id: impl Into<IntentId>,
        step: Move,
        note: Note,
    ) -> Result<IntentState, StoreError> {
        let id = id.into();
        self.write(move |tx| {
            let moved = take(tx, id, step, &note)?;
            match moved.payout_id() {
                Some(payout) => payout::follow(tx, payout, note.at)?,
                None => payment::follow(tx, &moved)?,
            }
            Ok(query::one(tx, id)?.state)
        })
        .await
    }
}

/// The move itself, inside a larger transaction; returns the intent with its new state and nothing else renewed.
pub(crate) fn take(
    tx: &Transaction<'_>,
    id: IntentId,
    step: Move,
    note: &Note,
) -> Result<Intent, StoreError> {
    let mut intent = query::one(tx, id)?;
    if !is_for(intent.kind, intent.state, step) {
        return Err(StoreError::Move(MoveError {
            from: intent.state,
            step,
        }));
    }
    intent.state = intent.state.after(step)?;
    let is_attempt = matches!(step, Move::Send | Move::Repeat);
    let (is_miss, is_confirm) = (step == Move::Miss, step == Move::Confirm);
    let said = note.said.as_ref();
    tx.prepare_cached(
        "UPDATE intent SET
           state = ?2,
           attempts = attempts + ?3,
           absent_looks = CASE WHEN ?3 THEN 0 ELSE absent_looks + ?4 END,
           last_failure = CASE WHEN ?5 THEN NULL ELSE COALESCE(?6, last_failure) END,
           request_id = COALESCE(?7, request_id),
           next_look_at = ?8,
           updated_at = ?9,
           said_result = CASE WHEN ?5 THEN NULL ELSE COALESCE(?10, said_result) END,
           said_message = CASE WHEN ?5 THEN NULL ELSE COALESCE(?11, said_message) END,
           gateway_id = COALESCE(?12, gateway_id)
         WHERE id = ?1",
    )?
    .execute((
        id.to_string(),
        intent.state.as_str(),
        is_attempt,
        is_miss,
        is_confirm,
        &note.failure,
        &note.request_id,
        note.next_look_at,
        note.at,
        said.map(|said| &said.result),
        said.map(|said| &said.message),
        &note.gateway_id,
    ))?;
    let entry = Event {
        about: Some(intent.kind).filter(|kind| !kind.is_create()),
        code: note.failure.clone(),
        request_id: note.request_id.clone(),
        reason: said.map(|said| said.result.clone()),
        message: said
            .map(|said| said.message.clone())
            .filter(|text| !text.is_empty()),
        ..Event::new(EventKind::of_move(step), note.at)
    };
    event::append(tx, intent.payment_id, &entry)?;
    Ok(intent)
}

/// Whether a kind may take a move that its state allows: the gateway holds no key of a payout, and nobody has a code twice.
const fn is_for(kind: IntentKind, from: IntentState, step: Move) -> bool {
    !matches!(
        (kind, from, step),
        (IntentKind::PayoutCreate | IntentKind::PayoutCode, _, Move::Repeat)
            | (IntentKind::PayoutCode, IntentState::Absent, Move::Send)
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_support::{Shop, T0, WORLD, payment_id};
    use domain::Verdict;

    async fn verdict(shop: &Shop) -> (Verdict, usize) {
        let stored = crate::PaymentFilter {
            verdicts: vec![Verdict::Unknown],
            ..crate::PaymentFilter::all(WORLD)
        };
        let listed = shop
            .store
            .list_payments(stored, None, 10)
            .await
            .unwrap()
            .rows
            .len();
        (shop.store.payment(payment_id(1)).await.unwrap().verdict(), listed)
    }

    #[tokio::test]
    async fn a_lost_answer_is_looked_up_twice_before_it_may_leave_again() {
        let shop = Shop::open().await;
        shop.committed(1, 85_000, "", T0).await;
        shop.advance(1, Move::Send).await;
        shop.advance(1, Move::LoseAnswer).await;
        assert_eq!(verdict(&shop).await, (Verdict::Unknown, 1));
        for _ in 0..2 {
            shop.advance(1, Move::Look).await;
            shop.advance(1, Move::Miss).await;
        }
        assert_eq!(shop.store.intent(payment_id(1)).await.unwrap().absent_looks, 2);
        shop.advance(1, Move::Send).await;
        let intent = shop.store.intent(payment_id(1)).await.unwrap();
        assert_eq!((intent.attempts, intent.absent_looks), (2, 0));
        let kinds: Vec<_> = shop
            .store
            .events(payment_id(1))
            .await
            .unwrap()
            .iter()
            .map(|e| e.kind.as_str())
            .collect();
        assert_eq!(
            kinds,
            [
                "committed",
                "sent",
                "answerLost",
                "looked",
                "notFound",
                "looked",
                "notFound",
                "sent"
            ]
        );
    }

    #[tokio::test]
    async fn an_illegal_move_changes_nothing() {
        let shop = Shop::open().await;
        shop.committed(1, 85_000, "", T0).await;
        shop.advance(1, Move::Send).await;
        shop.advance(1, Move::LoseAnswer).await;
        let before = shop.store.intent(payment_id(1)).await.unwrap();
        let refused = shop
            .store
            .advance(payment_id(1), Move::Send, Note::at(T0 + 9))
            .await;
        assert!(matches!(refused, Err(StoreError::Move(_))));
        assert_eq!(shop.store.intent(payment_id(1)).await.unwrap(), before);
        assert_eq!(shop.store.events(payment_id(1)).await.unwrap().len(), 3);
    }

    #[tokio::test]
    async fn a_repeat_is_an_attempt_that_has_not_been_looked_for() {
        let shop = Shop::open().await;
        shop.committed(1, 85_000, "", T0).await;
        for step in [
            Move::Send,
            Move::LoseAnswer,
            Move::Look,
            Move::Miss,
            Move::Look,
            Move::LookFailed,
        ] {
            shop.advance(1, step).await;
        }
        assert_eq!(shop.store.intent(payment_id(1)).await.unwrap().absent_looks, 1);
        shop.advance(1, Move::Repeat).await;
        let intent = shop.store.intent(payment_id(1)).await.unwrap();
        assert_eq!((intent.attempts, intent.absent_looks), (2, 0));
    }

    #[tokio::test]
    async fn the_words_of_a_refusal_stay_with_the_payment() {
        let shop = Shop::open().await;
        shop.committed(1, 85_000, "", T0).await;
        shop.advance(1, Move::Send).await;
        let said = Said {
            result: "MERCHANT_BLOCKED".to_owned(),
            message: "Cửa hàng bị khoá".to_owned(),
        };
        let refused = Note {
            said: Some(said.clone()),
            ..Note::at(T0)
        };
        shop.store
            .advance(payment_id(1), Move::Refuse, refused)
            .await
            .unwrap();
        let payment = shop.store.payment(payment_id(1)).await.unwrap();
        assert_eq!(payment.said, Some(said));
    }

    #[tokio::test]
    async fn failures_and_request_ids_stay_until_others_come() {
        let shop = Shop::open().await;
        shop.committed(1, 85_000, "", T0).await;
        let failed = Note {
            failure: Some("no_network".to_owned()),
            request_id: Some("req-9".to_owned()),
            next_look_at: Some(T0 + 500),
            ..Note::at(T0)
        };
        shop.advance(1, Move::Send).await;
        shop.store
            .advance(payment_id(1), Move::NotSent, failed)
            .await
            .unwrap();
        assert!(shop.store.due_intents(WORLD, T0 + 499).await.unwrap().is_empty());
        assert_eq!(shop.store.due_intents(WORLD, T0 + 500).await.unwrap().len(), 1);
        shop.advance(1, Move::Send).await;
        let payment = shop.store.payment(payment_id(1)).await.unwrap();
        assert_eq!(payment.last_failure.as_deref(), Some("no_network"));
        assert_eq!(payment.request_id.as_deref(), Some("req-9"));
        assert_eq!(payment.next_look_at, None);
    }
}
