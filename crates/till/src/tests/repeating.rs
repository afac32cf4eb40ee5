//! Whatever happens on the way: one intent, one effect, and nobody is told what is not known.

use super::Shop;
use super::shop::{code, id};
use contract::ErrorCode;
use contract::display::DisplayState;
use contract::payment::{PaymentPhase, PaymentView, VerdictView};
use contract::status::{ClockLevel, FreshnessState};
use domain::{IntentState, Method};
use dong::Dong;
use simulator::{Fault, FaultRule, Scope, Switches};

/// The money is there once, and the counter shows its QR.
async fn has_one_effect(shop: &Shop, payment: &PaymentView) {
    assert_eq!(shop.effects(payment), 1);
    let now = shop.payment(payment).await;
    assert_eq!(
        (now.phase, now.verdict),
        (PaymentPhase::Open, VerdictView::Unpaid)
    );
    assert!(now.qr.is_some() && now.problem.is_none());
}

#[tokio::test]
async fn a_lost_answer_is_looked_up_and_found() {
    let mut shop = Shop::open().await;
    shop.once(Fault::LostAnswer);
    let payment = shop.ask(100_000).await;
    assert_eq!(
        (payment.phase, payment.verdict),
        (PaymentPhase::LookingUp, VerdictView::Unknown)
    );
    assert!(matches!(shop.display(), DisplayState::Checking { .. }));
    assert_eq!(shop.sounds(), [VerdictView::Unknown]);
    shop.settle().await;
    has_one_effect(&shop, &payment).await;
    assert_eq!(shop.met("POST"), 1);
    assert_eq!(shop.sounds(), [VerdictView::Unpaid]);
}

#[tokio::test]
async fn what_was_paid_while_its_answer_was_lost_is_paid_when_found() {
    let mut shop = Shop::open().await;
    shop.once(Fault::LostAnswer);
    let payment = shop.ask(100_000).await;
    let made = shop.hand.payment_with_reference(&payment.reference).unwrap();
    shop.hand.pay_full(&made.payment_request_id).unwrap();
    shop.settle().await;
    assert_eq!(shop.payment(&payment).await.verdict, VerdictView::Paid);
    assert_eq!(shop.sounds(), [VerdictView::Unknown, VerdictView::Paid]);
}

#[tokio::test]
async fn a_gateway_that_fails_after_the_effect_is_looked_up() {
    let shop = Shop::open().await;
    shop.once(Fault::ServerErrorAfterEffect);
    let payment = shop.ask(100_000).await;
    assert_eq!(payment.phase, PaymentPhase::LookingUp);
    shop.settle().await;
    has_one_effect(&shop, &payment).await;
}

#[tokio::test]
async fn what_is_absent_twice_is_sent_again_with_the_same_bytes() {
    let mut shop = Shop::open().await;
    shop.faults(vec![FaultRule::once(Fault::Reset).only(Scope::PaymentCreate)]);
    let payment = shop.ask(100_000).await;
    let bytes = shop.till.store.body(id(&payment)).await.unwrap();
    assert_eq!(
        (payment.phase, shop.effects(&payment)),
        (PaymentPhase::LookingUp, 0)
    );
    shop.turn().await;
    assert_eq!(
        (shop.intent(&payment).await, shop.met("POST")),
        (IntentState::Absent, 1)
    );
    shop.turn().await;
    assert_eq!(
        (shop.intent(&payment).await, shop.met("POST")),
        (IntentState::Absent, 1)
    );
    shop.turn().await;
    has_one_effect(&shop, &payment).await;
    assert_eq!(shop.met("POST"), 2);
    assert_eq!(shop.till.store.body(id(&payment)).await.unwrap(), bytes);
    assert_eq!(shop.sounds(), [VerdictView::Unknown, VerdictView::Unpaid]);
}

#[tokio::test]
async fn an_impatient_person_finds_but_proves_no_absence() {
    let shop = Shop::open().await;
    shop.faults(vec![FaultRule::once(Fault::Reset).only(Scope::PaymentCreate)]);
    let payment = shop.ask(100_000).await;
    for _ in 0..5 {
        shop.check(&payment).await.unwrap();
    }
    assert_eq!(shop.met("POST"), 1);
    assert_eq!(
        shop.till.store.intent(id(&payment)).await.unwrap().absent_looks,
        0
    );
    shop.once(Fault::LostAnswer);
    let other = shop.ask(50_000).await;
    let found = shop.check(&other).await.unwrap();
    assert_eq!(found.phase, PaymentPhase::Open);
    shop.settle().await;
    has_one_effect(&shop, &payment).await;
}

#[tokio::test]
async fn a_list_that_begins_with_the_oldest_is_read_to_its_end() {
    let shop = Shop::with_switches(Switches {
        newest_first: false,
        ..Switches::default()
    })
    .await;
    shop.clock.advance(3 * 60 * 60_000);
    for amount in 1..=60 {
        shop.ask(1_000 + amount).await;
    }
    shop.once(Fault::LostAnswer);
    let payment = shop.ask(100_000).await;
    shop.settle().await;
    has_one_effect(&shop, &payment).await;
}

#[tokio::test]
async fn without_a_network_nothing_leaves_until_it_is_back() {
    let mut shop = Shop::open().await;
    shop.go_offline().await;
    let payment = shop.ask(100_000).await;
    let problem = payment.problem.as_ref().unwrap();
    assert_eq!(problem.certainty, Some(contract::Certainty::NotSent));
    assert_eq!(payment.phase, PaymentPhase::Sending);
    assert_eq!(shop.sounds(), []);
    shop.turn().await;
    assert_eq!(
        shop.till.freshness(Method::Transfer).view().state,
        FreshnessState::Failing
    );
    shop.clock.advance(5_000);
    crate::run::moments::pass(&shop.till).await.unwrap();
    let amount = Dong::new(100_000);
    assert_eq!(shop.display(), DisplayState::NoNetwork { amount });
    shop.faults(Vec::new());
    shop.settle().await;
    has_one_effect(&shop, &payment).await;
    assert!(matches!(shop.display(), DisplayState::Qr { .. }));
    assert_eq!(shop.till.freshness(Method::Transfer).failing_since, None);
}

#[tokio::test]
async fn what_was_closed_before_it_left_never_leaves() {
    let shop = Shop::open().await;
    shop.go_offline().await;
    let payment = shop.ask(100_000).await;
    assert_eq!(code(shop.close(&payment, false).await), ErrorCode::SaleBusy);
    shop.close(&payment, true).await.unwrap();
    shop.faults(Vec::new());
    shop.settle().await;
    assert_eq!(
        (shop.intent(&payment).await, shop.effects(&payment)),
        (IntentState::Dropped, 0)
    );
    assert_eq!(shop.met("POST"), 0);
}

#[tokio::test]
async fn too_many_requests_are_waited_for_without_a_storm() {
    let mut shop = Shop::open().await;
    shop.faults(vec![
        FaultRule::once(Fault::RateLimited { seconds: 30 }).only(Scope::PaymentCreate),
    ]);
    let before = shop.hand.requests().len();
    let payment = shop.ask(100_000).await;
    assert_eq!(payment.problem.as_ref().unwrap().code, ErrorCode::RateLimited);
    assert_eq!(
        shop.till.freshness(Method::Transfer).view().state,
        FreshnessState::Waiting
    );
    assert_eq!(shop.sounds(), []);
    shop.settle().await;
    has_one_effect(&shop, &payment).await;
    assert_eq!(shop.hand.requests().len() - before, 2);
}

#[tokio::test]
async fn wrong_keys_are_refused_and_said() {
    let shop = Shop::open().await;
    shop.vault()
        .save("finan-one/custom/secret-key", &"wrong".into())
        .await
        .unwrap();
    let mut shop = shop.reopen().await;
    let payment = shop.ask(100_000).await;
    assert_eq!(payment.phase, PaymentPhase::Rejected);
    assert_eq!(payment.problem.as_ref().unwrap().code, ErrorCode::Unauthorized);
    assert_eq!(
        (shop.effects(&payment), shop.sounds()),
        (0, vec![VerdictView::Unpaid])
    );
    shop.settle().await;
    assert_eq!(shop.met("POST"), 1);
}

#[tokio::test]
async fn a_clock_that_is_an_hour_wrong_is_corrected() {
    for hours in [-7, 1, 24] {
        let shop = Shop::open().await;
        shop.clock.set_skew(hours * 3_600_000);
        let shop = shop.reopen().await;
        let payment = shop.ask(100_000).await;
        has_one_effect(&shop, &payment).await;
        let clock = crate::clock::check(&shop.till).await.unwrap();
        assert_eq!((clock.level, clock.is_corrected), (ClockLevel::Red, true));
    }
}

#[tokio::test]
async fn a_lost_answer_is_found_whatever_the_clock_said_meanwhile() {
    let shop = Shop::open().await;
    shop.clock.set_skew(24 * 3_600_000);
    let shop = shop.reopen().await;
    shop.once(Fault::LostAnswer);
    let payment = shop.ask(100_000).await;
    shop.clock.set_skew(0);
    let shop = shop.reopen().await;
    for _ in 0..60 {
        shop.ask(1_000).await;
        shop.clock.advance(1_000);
    }
    shop.check(&payment).await.unwrap();
    has_one_effect(&shop, &payment).await;
}

#[tokio::test]
async fn a_log_in_page_is_no_answer() {
    let mut shop = Shop::open().await;
    shop.faults(vec![FaultRule::always(Fault::CaptivePortal)]);
    let payment = shop.ask(100_000).await;
    assert_eq!(payment.verdict, VerdictView::Unknown);
    assert_eq!(payment.problem.as_ref().unwrap().code, ErrorCode::CaptivePortal);
    shop.turn().await;
    assert_eq!(shop.payment(&payment).await.verdict, VerdictView::Unknown);
    shop.faults(Vec::new());
    shop.settle().await;
    has_one_effect(&shop, &payment).await;
    shop.pays(&payment, 100_000).await;
    shop.faults(vec![FaultRule::always(Fault::CaptivePortal)]);
    shop.later(1_000).await;
    assert_eq!(shop.payment(&payment).await.verdict, VerdictView::Unpaid);
    assert!(shop.check(&payment).await.is_err());
    shop.faults(Vec::new());
    shop.later(10_000).await;
    assert_eq!(shop.payment(&payment).await.verdict, VerdictView::Paid);
}

#[tokio::test]
async fn a_status_nobody_knows_is_kept_and_is_not_paid() {
    let mut shop = Shop::open().await;
    let payment = shop.ask(100_000).await;
    let word = "under_review".to_owned();
    shop.faults(vec![FaultRule::always(Fault::UnknownStatus { word })]);
    shop.later(1_000).await;
    let seen = shop.payment(&payment).await;
    assert_eq!(seen.verdict, VerdictView::Unknown);
    assert_eq!(seen.gateway_status.as_deref(), Some("under_review"));
    assert_eq!(
        code(shop.cash(&payment, 100_000).await),
        ErrorCode::MissingUncertain
    );
    let sale = shop.sale_of(&payment).await;
    assert!(sale.is_uncertain && !sale.is_settled);
    assert_eq!(
        code(shop.create(&sale, 100_000).await),
        ErrorCode::MissingUncertain
    );
    shop.faults(Vec::new());
    shop.pays(&payment, 100_000).await;
    shop.later(1_000).await;
    assert_eq!(shop.payment(&payment).await.verdict, VerdictView::Paid);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn fifty_clicks_are_one_request() {
    let shop = Shop::open().await;
    let sale = shop.sale().await;
    let clicks = (0..50).map(|_| shop.create(&sale, 85_000));
    let answers = futures_util::future::join_all(clicks).await;
    assert!(
        answers
            .iter()
            .all(|answer| answer.as_ref().unwrap().id == sale.next_intent_id)
    );
    assert_eq!(shop.met("POST"), 1);
    assert_eq!(shop.effects(answers[0].as_ref().unwrap()), 1);
}
