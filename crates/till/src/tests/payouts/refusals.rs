//! What the gateway refuses, and what it repeats otherwise.

use super::setup::AMOUNT;
use super::{Shop, code};
use contract::ErrorCode;
use contract::payout::{PayoutDifferenceView, PayoutStandingView};
use dong::Dong;
use simulator::{Fault, Scope};

#[tokio::test]
async fn an_address_that_is_not_listed_is_said_so() {
    let shop = Shop::that_pays().await;
    let read_back = shop.read_back(AMOUNT).await.unwrap();
    shop.hand.set_whitelisted(false);
    let refused = shop.decide(&read_back.payout_id).await.unwrap();
    assert_eq!(refused.standing, PayoutStandingView::Refused);
    assert_eq!(refused.problem.unwrap().code, ErrorCode::AddressNotListed);
    shop.hand.set_whitelisted(true);
    shop.turns(5).await;
    assert_eq!(shop.creates(), 1);
}

#[tokio::test]
async fn too_little_money_is_the_gateways_refusal_in_its_words() {
    let shop = Shop::that_pays().await;
    shop.hand.set_balance(Dong::new(1_000));
    let refused = shop.pay_out(AMOUNT).await.unwrap();
    assert_eq!(refused.standing, PayoutStandingView::Refused);
    let problem = refused.problem.unwrap();
    assert_eq!(problem.code, ErrorCode::PayoutOverBalance);
    assert_eq!(problem.params.get("balance").map(String::as_str), Some("1000"));
    let words = problem.params.get("message").unwrap();
    assert!(words.contains("insufficient"), "{words}");
}

#[tokio::test]
async fn a_conflict_is_looked_up_and_adopted() {
    let shop = Shop::that_pays().await;
    shop.strike(Fault::Refuse { status: 409 }, Scope::PayoutCreate);
    let payout = shop.pay_out(AMOUNT).await.unwrap();
    assert_eq!(payout.standing, PayoutStandingView::Unclear);
    shop.turns(10).await;
    assert_eq!(shop.payout(&payout).await.standing, PayoutStandingView::Undecided);
    assert_eq!(shop.creates(), 1);
}

#[tokio::test]
async fn no_code_is_entered_for_another_amount_than_was_decided() {
    let shop = Shop::that_pays().await;
    shop.strike(Fault::OtherPayoutAmount, Scope::PayoutCreate);
    let payout = shop.pay_out(AMOUNT).await.unwrap();
    assert_eq!(payout.standing, PayoutStandingView::Differs);
    assert_eq!(payout.differences, [PayoutDifferenceView::Amount]);
    assert!(!payout.can_enter_code && payout.can_close);
    let typed = shop.hand.payout_code(&shop.record(&payout).unwrap().id).unwrap();
    assert_eq!(
        code(shop.hand_in(&payout, &typed).await),
        ErrorCode::PayoutTampered
    );
    assert_eq!(shop.codes_met(), 0);
    shop.close_payout(&payout).await.unwrap();
}

#[tokio::test]
async fn too_many_requests_leave_the_decision_and_it_goes_within_the_minute() {
    let shop = Shop::that_pays().await;
    shop.strike(Fault::RateLimited { seconds: 20 }, Scope::PayoutCreate);
    let payout = shop.pay_out(AMOUNT).await.unwrap();
    assert_eq!(payout.standing, PayoutStandingView::NotSent);
    shop.turns(6).await;
    assert_eq!(
        shop.payout(&payout).await.standing,
        PayoutStandingView::AwaitingCode
    );
    assert_eq!(shop.hand.payout_effects(&payout.reference), 1);
}
