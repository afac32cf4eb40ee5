//! How a payout goes on at the bank.

use super::Sent;
use contract::payout::PayoutStandingView;
use simulator::{Fault, FaultRule, PayoutOutcome, Scope};

#[tokio::test]
async fn the_bank_may_carry_out_refuse_or_leave_for_tomorrow() {
    for (outcome, standing) in [
        (PayoutOutcome::Success, PayoutStandingView::Succeeded),
        (PayoutOutcome::Failed, PayoutStandingView::Failed),
        (PayoutOutcome::Settling, PayoutStandingView::Settling),
        (
            PayoutOutcome::Unknown("ON_HOLD".to_owned()),
            PayoutStandingView::Odd,
        ),
    ] {
        let sent = Sent::new().await;
        sent.hand_in(&sent.code()).await.unwrap();
        sent.shop.hand.settle_payout(&sent.record().id, outcome).unwrap();
        sent.shop.watch_payouts_after(3_500).await;
        assert_eq!(sent.seen().await.standing, standing);
    }
}

#[tokio::test]
async fn tomorrows_reconciliation_is_heard_and_an_unknown_word_is_no_end() {
    let sent = Sent::new().await;
    sent.hand_in(&sent.code()).await.unwrap();
    let id = sent.record().id;
    for outcome in [
        PayoutOutcome::Settling,
        PayoutOutcome::Unknown("Tạm_giữ".to_owned()),
    ] {
        sent.shop.hand.settle_payout(&id, outcome).unwrap();
        sent.shop.watch_payouts_after(601_000).await;
    }
    sent.shop.unlock().await;
    assert_eq!(sent.seen().await.status.as_deref(), Some("Tạm_giữ"));
    sent.shop.clock.advance(26 * 3_600_000);
    sent.shop.hand.settle_payout(&id, PayoutOutcome::Success).unwrap();
    sent.shop.watch_payouts_after(1_000).await;
    sent.shop.unlock().await;
    assert_eq!(sent.seen().await.standing, PayoutStandingView::Succeeded);
}

#[tokio::test]
async fn silence_is_no_failure() {
    let sent = Sent::new().await;
    sent.hand_in(&sent.code()).await.unwrap();
    let rule = FaultRule::always(Fault::ServerError).only(Scope::Payouts);
    sent.shop.faults(vec![rule]);
    for _ in 0..5 {
        sent.shop.watch_payouts_after(10_000).await;
    }
    assert_eq!(sent.seen().await.standing, PayoutStandingView::Processing);
}
