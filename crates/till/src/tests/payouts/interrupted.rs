//! The app ends at every step, and is started again: one payout or none, and the standing tells which.

use super::setup::AMOUNT;
use super::{Sent, Shop};
use crate::payouts as ops;
use contract::payout::{PayoutStandingView, PayoutView};
use simulator::{Fault, FaultRule, Scope};
use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

/// Runs a future for so many polls and drops it: the app ends there.
async fn for_polls<F: Future>(future: F, polls: usize) -> Option<F::Output> {
    let mut future = pin!(future);
    for _ in 0..polls {
        let mut context = Context::from_waker(Waker::noop());
        if let Poll::Ready(done) = future.as_mut().poll(&mut context) {
            return Some(done);
        }
        tokio::time::sleep(std::time::Duration::from_millis(2)).await;
    }
    None
}

#[tokio::test]
async fn the_app_ends_somewhere_between_the_decision_and_its_answer() {
    for polls in [1, 2, 3, 4, 5, 6, 8, 10, 14, 20] {
        let shop = Shop::that_pays().await;
        let read_back = shop.read_back(AMOUNT).await.unwrap();
        for_polls(shop.decide(&read_back.payout_id), polls).await;
        let shop = shop.reopen().await;
        shop.unlock().await;
        shop.turns(12).await;
        let page = ops::list(&shop.till, contract::payout::PayoutListRequest::default())
            .await
            .unwrap();
        assert!(shop.creates() <= 1, "{polls}");
        let made = shop.hand.payouts().len();
        match page.rows.as_slice() {
            [] => assert_eq!(made, 0, "{polls}"),
            [one] => match one.standing {
                PayoutStandingView::AwaitingCode => assert_eq!(made, 1, "{polls}"),
                PayoutStandingView::NotSent | PayoutStandingView::Undecided => assert_eq!(made, 0, "{polls}"),
                other => panic!("{polls}: {other:?}"),
            },
            more => panic!("{polls}: {} payouts", more.len()),
        }
    }
}

#[tokio::test]
async fn the_app_ends_somewhere_while_a_code_is_handed_in() {
    for polls in [1, 2, 3, 4, 5, 6, 8, 10, 14, 20, 30] {
        let sent = Sent::new().await;
        let typed = sent.code();
        for_polls(sent.hand_in(&typed), polls).await;
        let sent = sent.reopen().await;
        sent.shop.turns(15).await;
        assert!(sent.submissions() <= 1, "{polls}");
        sent.shop.watch_payouts_after(1).await;
        let seen: PayoutView = sent.seen().await;
        if sent.record().is_money_taken {
            assert!(
                matches!(
                    seen.standing,
                    PayoutStandingView::Processing | PayoutStandingView::Succeeded
                ),
                "{polls}: {:?}",
                seen.standing
            );
        } else {
            assert_eq!(seen.standing, PayoutStandingView::AwaitingCode, "{polls}");
        }
    }
}

#[tokio::test]
async fn what_had_not_left_when_the_app_ended_never_leaves_by_itself() {
    let shop = Shop::that_pays().await;
    let read_back = shop.read_back(AMOUNT).await.unwrap();
    shop.faults(vec![
        FaultRule::always(Fault::RateLimited { seconds: 5 }).only(Scope::PayoutCreate),
    ]);
    let payout = shop.decide(&read_back.payout_id).await.unwrap();
    assert_eq!(payout.standing, PayoutStandingView::NotSent);
    let shop = shop.reopen().await;
    shop.faults(Vec::new());
    for _ in 0..5 {
        crate::journal::run_due(&shop.till).await.unwrap();
        shop.clock.advance(3_000);
    }
    shop.unlock().await;
    assert_eq!(shop.payout(&payout).await.standing, PayoutStandingView::NotSent);
    assert!(shop.record(&payout).is_none());
    let sent = shop.let_go(&payout).await.unwrap();
    assert_eq!(sent.standing, PayoutStandingView::AwaitingCode);
}
