//! Payouts for tests.

use super::{NewPayout, PayoutAnswer};
use crate::test_support::{Shop, T0, WORLD, step_id};
use crate::{CommitOutcome, Note, StepOutcome, StoreError};
use domain::{
    AccountId, Destination, HeardPayout, IntentId, IntentState, Move, Payout, PayoutContent, PayoutId,
    PayoutStatus, ToldPayout,
};
use dong::Dong;
use uuid::Uuid;

pub(crate) const LIMIT: i64 = 50_000_000;

pub(crate) fn payout_id(n: u128) -> PayoutId {
    PayoutId::new(Uuid::from_u128(0x0190_0000_0000_7000_d000_0000_0000_0000 + n))
}

pub(crate) fn destination() -> Destination {
    Destination {
        bank_id: "161".to_owned(),
        bank_bin: Some("970436".to_owned()),
        bank_name: "Vietcombank".to_owned(),
        account_number: "0011001234567".to_owned(),
        account_name: "NGUYEN VAN AN".to_owned(),
    }
}

pub(crate) fn new_payout(amount: i64, at: i64) -> NewPayout {
    NewPayout {
        environment: WORLD,
        content: PayoutContent {
            account_id: AccountId::new("acc-1"),
            destination: destination(),
            amount: Dong::new(amount),
            description: "TIEN HANG".to_owned(),
            beneficiary_id: None,
        },
        body: format!("{{\"amount\":{amount}}}").into_bytes(),
        at,
        day_limit: Dong::new(LIMIT),
        day_start: T0,
    }
}

pub(crate) fn heard(word: &str, at: i64) -> HeardPayout {
    HeardPayout {
        status: PayoutStatus::of_word(word),
        told: ToldPayout::default(),
        tries_left: None,
        transaction_number: None,
        at,
    }
}

pub(crate) fn answer(n: u128, at: i64) -> PayoutAnswer {
    PayoutAnswer {
        at,
        gateway_id: format!("po-{n}"),
        heard: heard("waiting_confirm", at),
        request_id: Some("req-1".to_owned()),
        watched_until: Some(T0 + 86_400_000),
    }
}

impl Shop {
    pub(crate) async fn committed_payout(&self, n: u128, amount: i64) {
        let outcome = self
            .store
            .commit_payout(payout_id(n), new_payout(amount, T0 + 1))
            .await;
        assert_eq!(outcome.unwrap(), CommitOutcome::Committed);
    }

    /// A payout that waits for its code.
    pub(crate) async fn accepted_payout(&self, n: u128, amount: i64) -> Payout {
        self.committed_payout(n, amount).await;
        self.move_to(payout_id(n), &[Move::Send]).await.unwrap();
        self.store
            .confirm_payout(payout_id(n), answer(n, T0 + 2))
            .await
            .unwrap()
    }

    /// A code of payout `n` that is on its way.
    pub(crate) async fn sent_code(&self, code: u128, n: u128) {
        let outcome = self.store.commit_code(payout_id(n), step_id(code), T0 + 3).await;
        assert_eq!(outcome.unwrap(), StepOutcome::Committed);
        self.move_to(step_id(code), &[Move::Send]).await.unwrap();
    }

    /// Takes moves one after the other and returns the last state.
    pub(crate) async fn move_to(
        &self,
        id: impl Into<IntentId>,
        moves: &[Move],
    ) -> Result<IntentState, StoreError> {
        let id = id.into();
        let mut state = self.store.intent(id).await?.state;
        for step in moves {
            state = self.store.advance(id, *step, Note::at(T0 + 4)).await?;
        }
        Ok(state)
    }

    /// The watch hears a status.
    pub(crate) async fn hears(&self, n: u128, word: &str, at: i64) -> Option<Payout> {
        let until = Some(T0 + 86_400_000);
        let heard = self
            .store
            .hear_payout(payout_id(n), heard(word, at), until, None)
            .await;
        heard.unwrap()
    }
}
