//! Answers that got lost, before and after the effect, of the payout and of its code.

use super::setup::AMOUNT;
use super::{Sent, Shop, code};
use contract::ErrorCode;
use contract::payout::PayoutStandingView;
use gateway::Clock;
use simulator::{Fault, FaultRule, Scope};

#[tokio::test]
async fn a_payout_whose_answer_was_lost_is_found_and_adopted() {
    for fault in [Fault::LostAnswer, Fault::ServerErrorAfterEffect] {
        let shop = Shop::that_pays().await;
        shop.strike(fault.clone(), Scope::PayoutCreate);
        let payout = shop.pay_out(AMOUNT).await.unwrap();
        assert_eq!(payout.standing, PayoutStandingView::Unclear, "{fault:?}");
        assert!(!payout.can_send && !payout.can_close && !payout.can_enter_code);
        assert_eq!(code(shop.let_go(&payout).await), ErrorCode::PayoutNotReady);
        assert_eq!(code(shop.close_payout(&payout).await), ErrorCode::PayoutNotReady);
        shop.turns(10).await;
        let found = shop.payout(&payout).await;
        assert_eq!(found.standing, PayoutStandingView::AwaitingCode, "{fault:?}");
        assert_eq!(
            (shop.creates(), shop.hand.payout_effects(&payout.reference)),
            (1, 1)
        );
    }
}

#[tokio::test]
async fn a_payout_that_was_lost_before_its_effect_waits_for_a_person_who_sends_or_closes() {
    for sends in [true, false] {
        let shop = Shop::that_pays().await;
        shop.strike(Fault::Reset, Scope::PayoutCreate);
        let payout = shop.pay_out(AMOUNT).await.unwrap();
        assert_eq!(payout.standing, PayoutStandingView::Unclear);
        // A person's hurry proves nothing.
        for _ in 0..5 {
            let looked = shop.check_payout(&payout).await.unwrap();
            assert_eq!(looked.standing, PayoutStandingView::Unclear);
        }
        shop.turns(20).await;
        let undecided = shop.payout(&payout).await;
        assert_eq!(undecided.standing, PayoutStandingView::Undecided);
        assert!(undecided.absent_looks >= 2 && undecided.can_send && undecided.can_close);
        shop.clock.advance(24 * 3_600_000);
        shop.turns(20).await;
        assert_eq!(shop.creates(), 1, "nothing leaves by itself");
        shop.unlock().await;
        shop.payout(&payout).await;
        if sends {
            let sent = shop.let_go(&payout).await.unwrap();
            assert_eq!(sent.standing, PayoutStandingView::AwaitingCode);
            assert_eq!(
                (shop.creates(), shop.hand.payout_effects(&payout.reference)),
                (2, 1)
            );
        } else {
            let closed = shop.close_payout(&payout).await.unwrap();
            assert_eq!(closed.standing, PayoutStandingView::Closed);
            assert!(shop.record(&payout).is_none());
        }
    }
}

#[tokio::test]
async fn nothing_is_believed_absent_of_a_list_that_cannot_be_read() {
    let shop = Shop::that_pays().await;
    shop.faults(vec![
        FaultRule::once(Fault::LostAnswer).only(Scope::PayoutCreate),
        FaultRule::always(Fault::ServerError).only(Scope::Reads),
    ]);
    let payout = shop.pay_out(AMOUNT).await.unwrap();
    shop.turns(15).await;
    assert_eq!(shop.payout(&payout).await.standing, PayoutStandingView::Unclear);
    shop.faults(Vec::new());
    shop.turns(3).await;
    assert_eq!(
        shop.payout(&payout).await.standing,
        PayoutStandingView::AwaitingCode
    );
    assert_eq!(shop.creates(), 1);
}

#[tokio::test]
async fn what_never_left_leaves_within_the_minute_and_then_waits_for_a_person() {
    let shop = Shop::that_pays().await;
    shop.form(AMOUNT).await;
    let read_back = shop.read_back(AMOUNT).await.unwrap();
    shop.go_offline().await;
    let begun = shop.clock.now_ms();
    let payout = shop.decide(&read_back.payout_id).await.unwrap();
    assert_eq!(payout.standing, PayoutStandingView::NotSent);
    shop.faults(Vec::new());
    shop.turns(1).await;
    assert_eq!(
        shop.payout(&payout).await.standing,
        PayoutStandingView::AwaitingCode
    );
    assert!(shop.clock.now_ms() - begun < 60_000);

    let late = shop.read_back(1_000_000).await.unwrap();
    shop.go_offline().await;
    let late = shop.decide(&late.payout_id).await.unwrap();
    shop.clock.advance(60_000);
    shop.faults(Vec::new());
    shop.turns(5).await;
    assert_eq!(shop.payout(&late).await.standing, PayoutStandingView::NotSent);
    assert!(shop.record(&late).is_none());
    let sent = shop.let_go(&late).await.unwrap();
    assert_eq!(sent.standing, PayoutStandingView::AwaitingCode);
    assert_eq!(shop.hand.payout_effects(&late.reference), 1);
}

#[tokio::test]
async fn a_code_whose_answer_was_lost_after_its_effect_is_looked_up_by_id() {
    let sent = Sent::new().await;
    sent.shop.strike(Fault::LostAnswer, Scope::PayoutCode);
    let unclear = sent.hand_in(&sent.code()).await.unwrap();
    assert_eq!(unclear.standing, PayoutStandingView::CodeUnclear);
    assert!(!unclear.can_enter_code && !unclear.can_close);
    assert!(sent.hand_in(&sent.code()).await.is_ok());
    assert_eq!(sent.submissions(), 1, "a second code does not leave");
    sent.shop.turns(10).await;
    let done = sent.seen().await;
    assert!(
        matches!(
            done.standing,
            PayoutStandingView::Processing | PayoutStandingView::Succeeded
        ),
        "{:?}",
        done.standing
    );
    assert_eq!(sent.submissions(), 1);
}

#[tokio::test]
async fn a_code_that_was_lost_before_its_effect_may_be_entered_again_after_two_looks() {
    let sent = Sent::new().await;
    sent.shop.strike(Fault::Reset, Scope::PayoutCode);
    let unclear = sent.hand_in(&sent.code()).await.unwrap();
    assert_eq!(unclear.standing, PayoutStandingView::CodeUnclear);
    sent.shop.turn().await;
    assert_eq!(sent.seen().await.standing, PayoutStandingView::CodeUnclear);
    sent.shop.turns(10).await;
    assert_eq!(sent.seen().await.standing, PayoutStandingView::AwaitingCode);
    assert_eq!(sent.submissions(), 0);
    let done = sent.hand_in(&sent.code()).await.unwrap();
    assert_eq!(done.standing, PayoutStandingView::Processing);
    assert_eq!(sent.submissions(), 1);
}

#[tokio::test]
async fn a_wrong_clock_makes_no_second_payout_and_hides_none() {
    for skew in [
        -31_000,
        31_000,
        7 * 3_600_000,
        -24 * 3_600_000,
        -46 * 365 * 24 * 3_600_000,
    ] {
        let shop = Shop::that_pays().await;
        shop.clock.set_skew(skew);
        shop.unlock().await;
        let plain = shop.pay_out(AMOUNT).await.unwrap();
        assert_eq!(plain.standing, PayoutStandingView::AwaitingCode, "{skew}");
        shop.strike(Fault::LostAnswer, Scope::PayoutCreate);
        let lost = shop.pay_out(1_000_000).await.unwrap();
        assert_eq!(lost.standing, PayoutStandingView::Unclear, "{skew}");
        shop.clock.set_skew(0);
        shop.turns(10).await;
        shop.unlock().await;
        assert_eq!(
            shop.payout(&lost).await.standing,
            PayoutStandingView::AwaitingCode,
            "{skew}"
        );
        assert_eq!(shop.creates(), 2, "{skew}");
    }
}
