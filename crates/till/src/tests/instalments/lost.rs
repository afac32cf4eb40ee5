//! Answers that do not come: whatever happens on the line, one effect and a clear end.

use crate::tests::Shop;
use contract::instalment::{InstalmentStageView as Stage, StepPhase};
use contract::payment::{PaymentPhase, PaymentView, VerdictView};
use contract::{Certainty, ErrorCode};
use domain::IntentState;
use simulator::{Fault, FaultRule, InstalmentCall, Scope};

const PRICE: i64 = 3_000_000;

/// What leaves a request unclear, and whether it took effect.
fn troubles() -> Vec<(Fault, bool)> {
    let processing = |after_effect| Fault::ForceResult {
        result: "REQUEST_PROCESSING".to_owned(),
        after_effect,
    };
    let downstream = |after_effect| Fault::ForceResult {
        result: "DOWNSTREAM_ERROR".to_owned(),
        after_effect,
    };
    vec![
        (Fault::LostAnswer, true),
        (Fault::Reset, false),
        (Fault::ServerError, false),
        (Fault::ServerErrorAfterEffect, true),
        (Fault::CaptivePortal, false),
        (processing(false), false),
        (processing(true), true),
        (downstream(false), false),
        (downstream(true), true),
    ]
}

#[tokio::test]
async fn an_opened_payment_is_opened_once_and_its_link_comes_with_the_repeat() {
    for (fault, took_effect) in troubles() {
        let shop = Shop::open().await;
        shop.once_on(InstalmentCall::Create, fault.clone());
        let payment = shop.instal(PRICE).await;
        assert_eq!(
            (payment.phase, payment.verdict),
            (PaymentPhase::LookingUp, VerdictView::Unknown),
            "{fault:?}"
        );
        let problem = payment.problem.clone().unwrap();
        assert_eq!(problem.certainty, Some(Certainty::Unknown), "{fault:?}");
        assert_eq!(shop.transactions(&payment), usize::from(took_effect), "{fault:?}");
        assert!(shop.sale_of(&payment).await.is_uncertain);
        shop.settle().await;
        let now = shop.payment(&payment).await;
        assert_eq!((now.phase, now.problem), (PaymentPhase::Open, None), "{fault:?}");
        assert!(now.instalment.unwrap().qr.is_some(), "{fault:?}");
        assert_eq!(shop.transactions(&payment), 1, "{fault:?}");
        assert_eq!(
            shop.replays("/v2/payments"),
            usize::from(took_effect),
            "{fault:?}"
        );
        let history = shop.history(&payment).await;
        let told = ["committed", "sent", "answerLost", "repeated", "answered"];
        assert_eq!(history[..5], told.map(str::to_owned), "{fault:?}");
    }
}

#[tokio::test]
async fn a_refund_is_made_once() {
    let vague = [409, 422].map(|status| (Fault::Refuse { status }, false));
    for (fault, took_effect) in troubles().into_iter().chain(vague) {
        let shop = Shop::open().await;
        let payment = shop.instal_paid(PRICE).await;
        shop.once_on(InstalmentCall::Refund, fault.clone());
        let told = shop.refund(&payment).await.unwrap();
        let step = told.instalment.unwrap().refund.unwrap().step;
        assert_eq!(step.phase, StepPhase::Unclear, "{fault:?}");
        assert!(!told.is_refunded && step.next_try_at.is_some(), "{fault:?}");
        assert_eq!(step.problem.unwrap().certainty, Some(Certainty::Unknown));
        assert_eq!(shop.refunds(&payment), usize::from(took_effect), "{fault:?}");
        let again = shop.refund(&payment).await.unwrap();
        let same = again.instalment.unwrap().refund.unwrap().step.reference;
        assert_eq!(same, step.reference, "{fault:?}");
        shop.settle().await;
        assert_eq!(shop.refunds(&payment), 1, "{fault:?}");
        assert_eq!(
            shop.simulated(&payment).refunded_by,
            Some(step.reference),
            "{fault:?}"
        );
        assert!(shop.payment(&payment).await.is_refunded, "{fault:?}");
        assert_eq!(
            shop.replays("/v2/payments/refund"),
            usize::from(took_effect),
            "{fault:?}"
        );
    }
}

#[tokio::test]
async fn a_cancel_that_took_effect_is_known_as_one() {
    for (fault, _) in troubles() {
        let shop = Shop::open().await;
        let payment = shop.instal(PRICE).await;
        shop.once_on(InstalmentCall::Cancel, fault.clone());
        shop.cancel(&payment).await.unwrap();
        shop.settle().await;
        if shop.own(&payment).await.stage != Stage::Cancelled {
            // Told that it still runs, the shop may ask again.
            shop.cancel(&payment).await.unwrap();
        }
        assert_eq!(shop.own(&payment).await.stage, Stage::Cancelled, "{fault:?}");
        assert_eq!(shop.simulated(&payment).state, "cancelled", "{fault:?}");
        shop.check(&payment).await.unwrap();
        assert_eq!(
            shop.payment(&payment).await.phase,
            PaymentPhase::Failed,
            "{fault:?}"
        );
    }
}

#[tokio::test]
async fn a_confirmed_first_part_is_confirmed_once() {
    for (fault, took_effect) in troubles() {
        let shop = Shop::open().await;
        let payment = awaiting_first_part(&shop).await;
        shop.once_on(InstalmentCall::ConfirmStore, fault.clone());
        let told = shop.take_first_part(&payment, 900_000).await.unwrap();
        let part = told.instalment.unwrap().first_part.unwrap();
        assert_eq!(part.confirmation.unwrap().phase, StepPhase::Unclear, "{fault:?}");
        assert_eq!(told.verdict, VerdictView::Unpaid, "{fault:?}");
        shop.settle().await;
        assert_eq!(
            shop.payment(&payment).await.verdict,
            VerdictView::Paid,
            "{fault:?}"
        );
        assert_eq!(
            shop.replays("/v2/payments/confirm-store"),
            usize::from(took_effect),
            "{fault:?}"
        );
    }
}

async fn awaiting_first_part(shop: &Shop) -> PaymentView {
    let payment = shop.instal(PRICE).await;
    let reference = &payment.reference;
    shop.hand.instalment_pays_first_part_here(reference).unwrap();
    shop.check(&payment).await.unwrap()
}

#[tokio::test]
async fn without_a_network_nothing_left_and_nothing_is_unclear() {
    let shop = Shop::open().await;
    shop.lose_the_network().await;
    let payment = shop.instal(PRICE).await;
    assert_eq!(
        (payment.phase, payment.verdict),
        (PaymentPhase::Sending, VerdictView::Unpaid)
    );
    let problem = payment.problem.as_ref().unwrap();
    assert_eq!(problem.certainty, Some(Certainty::NotSent));
    shop.faults(Vec::new());
    shop.settle().await;
    assert_eq!((shop.transactions(&payment), shop.calls("/v2/payments")), (1, 1));
}

#[tokio::test]
async fn no_network_at_the_repeat_says_nothing_about_the_first_try() {
    let shop = Shop::open().await;
    shop.once_on(InstalmentCall::Create, Fault::LostAnswer);
    let payment = shop.instal(PRICE).await;
    shop.lose_the_network().await;
    for _ in 0..3 {
        shop.turn().await;
        assert_eq!(shop.intent(&payment).await, IntentState::Unknown);
        let problem = shop.payment(&payment).await.problem.unwrap();
        assert_eq!(problem.certainty, Some(Certainty::Unknown));
    }
    shop.faults(Vec::new());
    shop.settle().await;
    assert_eq!(shop.payment(&payment).await.phase, PaymentPhase::Open);
    assert_eq!(
        (shop.transactions(&payment), shop.replays("/v2/payments")),
        (1, 1)
    );
}

#[tokio::test]
async fn too_many_requests_are_waited_for() {
    let shop = Shop::open().await;
    let payment = shop.instal_paid(PRICE).await;
    shop.once_on(InstalmentCall::Refund, Fault::LostAnswer);
    shop.refund(&payment).await.unwrap();
    let rule = FaultRule::once(Fault::RateLimited { seconds: 20 });
    shop.faults(vec![rule.only(Scope::Instalment(InstalmentCall::Refund))]);
    shop.turn().await;
    let step = shop.own(&payment).await.refund.unwrap().step;
    assert_eq!(step.phase, StepPhase::Unclear);
    assert_eq!(step.problem.unwrap().code, ErrorCode::RateLimited);
    let wait = step.next_try_at.unwrap().to_ms().unwrap() - shop.till.now();
    assert!((20_000..=31_000).contains(&wait), "{wait}");
    shop.settle().await;
    assert_eq!(shop.refunds(&payment), 1);
    assert!(shop.payment(&payment).await.is_refunded);
}
