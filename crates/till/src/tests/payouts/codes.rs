//! What the bank makes of a code.

use super::{Sent, Shop, code};
use contract::ErrorCode;
use contract::instalment::StepPhase;
use contract::payout::PayoutStandingView;
use simulator::{Fault, PayoutSwitches, Scope, Switches};

#[tokio::test]
async fn a_wrong_code_tells_the_tries_left_and_the_right_one_follows() {
    let sent = Sent::new().await;
    let wrong = sent.hand_in("000000").await.unwrap();
    let step = wrong.code.unwrap();
    assert_eq!(step.phase, StepPhase::Refused);
    let problem = step.problem.unwrap();
    assert_eq!(problem.code, ErrorCode::CodeRefused);
    assert_eq!(problem.params.get("tries").map(String::as_str), Some("2"));
    assert_eq!(
        (wrong.tries_left, wrong.standing),
        (Some(2), PayoutStandingView::AwaitingCode)
    );
    let right = sent.hand_in(&sent.code()).await.unwrap();
    assert_eq!(right.standing, PayoutStandingView::Processing);
    assert_eq!(sent.submissions(), 2);
}

#[tokio::test]
async fn a_success_that_says_the_code_was_wrong_is_a_refusal() {
    let switches = Switches {
        payouts: PayoutSwitches {
            wrong_code_is_refused: false,
            ..PayoutSwitches::default()
        },
        ..Switches::default()
    };
    let shop = Shop::that_pays_with(simulator::Config {
        switches,
        ..simulator::Config::default()
    })
    .await;
    let payout = shop.pay_out(super::setup::AMOUNT).await.unwrap();
    let wrong = shop.hand_in(&payout, "000000").await.unwrap();
    assert_eq!(wrong.code.unwrap().phase, StepPhase::Refused);
    assert_eq!(wrong.standing, PayoutStandingView::AwaitingCode);
}

#[tokio::test]
async fn after_the_last_wrong_code_the_payout_has_failed_and_no_money_moved() {
    let sent = Sent::new().await;
    for _ in 0..3 {
        sent.hand_in("000000").await.unwrap();
    }
    let failed = sent.seen().await;
    assert_eq!(failed.standing, PayoutStandingView::Failed);
    assert!(!sent.record().is_money_taken);
    assert_eq!(code(sent.hand_in(&sent.code()).await), ErrorCode::PayoutNotReady);
    assert_eq!(sent.submissions(), 3);
}

#[tokio::test]
async fn what_is_no_code_never_leaves() {
    let sent = Sent::new().await;
    for typed in ["", " ", "12a456", "12-34"] {
        assert_eq!(code(sent.hand_in(typed).await), ErrorCode::CodeUnreadable);
    }
    assert_eq!(sent.shop.codes_met(), 0);
}

#[tokio::test]
async fn a_code_that_could_not_leave_is_forgotten_and_asked_for_again() {
    let sent = Sent::new().await;
    sent.shop
        .strike(Fault::RateLimited { seconds: 30 }, Scope::PayoutCode);
    assert_eq!(code(sent.hand_in(&sent.code()).await), ErrorCode::RateLimited);
    assert_eq!(sent.submissions(), 0);
    sent.shop.clock.advance(31_000);
    sent.shop.turns(5).await;
    assert_eq!(sent.submissions(), 0, "no code leaves by itself");
    assert_eq!(sent.seen().await.standing, PayoutStandingView::AwaitingCode);
    assert!(sent.hand_in(&sent.code()).await.is_ok());
    assert_eq!(sent.submissions(), 1);
}

#[tokio::test]
async fn a_payout_waits_for_its_code_over_a_restart() {
    let sent = Sent::new().await.reopen().await;
    assert_eq!(sent.seen().await.standing, PayoutStandingView::AwaitingCode);
    let done = sent.hand_in(&sent.code()).await.unwrap();
    assert_eq!(done.standing, PayoutStandingView::Processing);
}
