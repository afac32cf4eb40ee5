//! Fifty clicks, two windows, two tills on one database: one POST.

use super::setup::AMOUNT;
use super::{Sent, Shop, code};
use crate::app;
use contract::ErrorCode;
use contract::payout::PayoutStandingView;
use futures_util::future::join_all;
use std::sync::Arc;

#[tokio::test]
async fn fifty_creates_at_once_and_replays_make_one_payout() {
    let shop = Shop::that_pays().await;
    let read_back = shop.read_back(AMOUNT).await.unwrap();
    let all = join_all((0..50).map(|_| shop.decide(&read_back.payout_id))).await;
    for one in all {
        assert_eq!(one.unwrap().id, read_back.payout_id);
    }
    let again = shop.decide(&read_back.payout_id).await.unwrap();
    assert_eq!(again.standing, PayoutStandingView::AwaitingCode);
    assert_eq!(shop.creates(), 1);
    assert_eq!(shop.hand.payout_effects(&again.reference), 1);
    // After a restart a replay gives the same payout, and what was only read back is gone.
    let unused = shop.read_back(AMOUNT).await.unwrap();
    let shop = shop.reopen().await;
    shop.unlock().await;
    assert!(shop.decide(&read_back.payout_id).await.is_ok());
    assert_eq!(
        code(shop.decide(&unused.payout_id).await),
        ErrorCode::ReadBackGone
    );
    assert_eq!(shop.creates(), 1);
}

#[tokio::test]
async fn fifty_codes_at_once_are_one() {
    let sent = Sent::new().await;
    let typed = sent.code();
    let all = join_all((0..50).map(|_| sent.hand_in(&typed))).await;
    assert!(all.iter().any(Result::is_ok));
    assert_eq!(sent.submissions(), 1);
    assert_eq!(sent.shop.codes_met(), 1);
}

#[tokio::test]
async fn an_old_read_back_cannot_be_used() {
    let shop = Shop::that_pays().await;
    let read_back = shop.read_back(AMOUNT).await.unwrap();
    shop.clock.advance(15 * 60_000);
    shop.unlock().await;
    assert_eq!(
        code(shop.decide(&read_back.payout_id).await),
        ErrorCode::ReadBackGone
    );
    assert_eq!(shop.creates(), 0);
}

#[tokio::test]
async fn two_tills_on_one_database_hand_in_one_code_and_send_nothing_of_the_other() {
    let sent = Sent::new().await;
    let config = sent.shop.till.config.clone();
    let clock = Arc::new(sent.shop.clock.clone());
    let other = app::open(config, clock, sent.shop.vault()).await.unwrap();
    let pin = super::secret(super::OWNER);
    crate::owner::unlock(&other, contract::owner::OwnerUnlockRequest { pin })
        .await
        .unwrap();
    let typed = sent.code();
    let request = contract::payout::PayoutCodeRequest {
        payout_id: sent.payout.id.clone(),
        code: super::secret(&typed),
        pin: super::secret(super::OWNER),
    };
    let (one, two) = tokio::join!(sent.hand_in(&typed), crate::payouts::verify_code(&other, request));
    assert!(one.is_ok() || two.is_ok());
    assert_eq!(sent.submissions(), 1);
    sent.shop.go_offline().await;
    let waiting = sent.shop.pay_out(1_000_000).await.unwrap();
    assert_eq!(waiting.standing, PayoutStandingView::NotSent);
    sent.shop.faults(Vec::new());
    for _ in 0..3 {
        crate::journal::run_due(&other).await.unwrap();
    }
    assert!(sent.shop.record(&waiting).is_none());
}
