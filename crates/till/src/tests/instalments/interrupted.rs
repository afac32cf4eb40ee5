//! The app ends, or is killed, or its keys are lost, between a request and its answer.

use super::Puppet;
use super::puppet::opened;
use crate::tests::Shop;
use crate::tests::shop::id;
use crate::{instalments, journal};
use contract::Certainty;
use contract::credentials::EnvironmentKind;
use contract::instalment::StepPhase;
use contract::instalment_settings::InstalmentKeysRequest;
use contract::payment::{PaymentPhase, PaymentView};
use domain::{IntentId, IntentKind, IntentState, Move};
use simulator::{Fault, InstalmentCall};
use store::Note;
use testkit::Reply;

const PRICE: i64 = 3_000_000;

async fn step_id(shop: &Shop, payment: &PaymentView, kind: IntentKind) -> IntentId {
    let stored = shop.till.store.payment(id(payment)).await.unwrap();
    stored.instalment.unwrap().step(kind).unwrap().id
}

async fn save_keys(shop: &Shop, secret: &str) {
    let request = InstalmentKeysRequest {
        kind: EnvironmentKind::Custom,
        client_id: shop.gateway.fundiin_credentials().client_id.clone().into(),
        secret_key: secret.into(),
    };
    instalments::keys::save(&shop.till, request).await.unwrap();
}

#[tokio::test]
async fn the_app_restarted_between_the_tries_goes_on_under_the_same_key() {
    let shop = Shop::open().await;
    shop.once_on(InstalmentCall::Create, Fault::LostAnswer);
    let payment = shop.instal(PRICE).await;
    let shop = shop.reopen().await;
    shop.settle().await;
    assert_eq!(
        (shop.transactions(&payment), shop.replays("/v2/payments")),
        (1, 1)
    );
    let paid = shop.simulated(&payment).reference_id;
    shop.hand.instalment_accepts(&paid).unwrap();
    shop.check(&payment).await.unwrap();
    shop.once_on(InstalmentCall::Refund, Fault::LostAnswer);
    shop.refund(&payment).await.unwrap();
    let shop = shop.reopen().await;
    shop.settle().await;
    assert_eq!(
        (shop.refunds(&payment), shop.replays("/v2/payments/refund")),
        (1, 1)
    );
    assert!(shop.payment(&payment).await.is_refunded);
}

#[tokio::test]
async fn killed_while_opening_it_asks_again() {
    let shop = Shop::open().await;
    shop.lose_the_network().await;
    let payment = shop.instal(PRICE).await;
    let note = Note::at(shop.till.now());
    shop.till
        .store
        .advance(id(&payment), Move::Send, note)
        .await
        .unwrap();
    shop.faults(Vec::new());
    let shop = shop.reopen().await;
    assert_eq!(shop.intent(&payment).await, IntentState::Unknown);
    shop.settle().await;
    assert_eq!(shop.transactions(&payment), 1);
    assert_eq!(shop.payment(&payment).await.phase, PaymentPhase::Open);
}

#[tokio::test]
async fn killed_while_refunding_it_repeats_the_same_refund() {
    let shop = Shop::open().await;
    let payment = shop.instal_paid(PRICE).await;
    shop.lose_the_network().await;
    shop.refund(&payment).await.unwrap();
    let step = step_id(&shop, &payment, IntentKind::InstalmentRefund).await;
    let note = Note::at(shop.till.now());
    shop.till.store.advance(step, Move::Send, note).await.unwrap();
    shop.faults(Vec::new());
    let shop = shop.reopen().await;
    let told = shop.refund(&payment).await.unwrap();
    let unclear = told.instalment.unwrap().refund.unwrap().step;
    assert_eq!(unclear.phase, StepPhase::Unclear);
    shop.settle().await;
    assert_eq!(shop.simulated(&payment).refunded_by, Some(unclear.reference));
    assert_eq!(shop.refunds(&payment), 1);
}

#[tokio::test]
async fn a_task_that_is_dropped_in_flight_leaves_nothing_behind() {
    let shop = Shop::open().await;
    let payment = shop.instal_paid(PRICE).await;
    shop.once_on(InstalmentCall::Refund, Fault::Latency { ms: 60_000 });
    let refund = shop.refund(&payment);
    let given_up = async {
        while !shop.hand.faults().is_empty() {
            tokio::task::yield_now().await;
        }
    };
    tokio::select! {
        _ = refund => panic!("the answer cannot be here yet"),
        () = given_up => {}
    }
    // The gateway still works on the first: the same key is told to wait.
    shop.turn().await;
    let unclear = shop.own(&payment).await.refund.unwrap().step;
    assert_eq!(unclear.phase, StepPhase::Unclear);
    assert_eq!(shop.refunds(&payment), 1);
    assert_eq!(
        shop.refund(&payment)
            .await
            .unwrap()
            .instalment
            .unwrap()
            .refund
            .unwrap()
            .step
            .reference,
        unclear.reference
    );
}

#[tokio::test]
async fn keys_made_wrong_between_the_tries_say_nothing_about_the_first() {
    let shop = Shop::open().await;
    let right = shop.gateway.fundiin_credentials().secret.clone();
    let payment = shop.instal_paid(PRICE).await;
    shop.once_on(InstalmentCall::Refund, Fault::LostAnswer);
    shop.refund(&payment).await.unwrap();
    save_keys(&shop, "another-secret").await;
    for _ in 0..3 {
        shop.turn().await;
        let step = shop.own(&payment).await.refund.unwrap().step;
        assert_eq!(step.phase, StepPhase::Unclear);
        assert_eq!(step.problem.unwrap().certainty, Some(Certainty::Unknown));
    }
    save_keys(&shop, &right).await;
    shop.settle().await;
    assert_eq!(shop.refunds(&payment), 1);
    assert!(shop.payment(&payment).await.is_refunded);
}

#[tokio::test]
async fn a_word_about_the_merchant_or_a_vague_one_says_nothing_about_the_first_try() {
    for word in [
        "ACCESS_DENIED",
        "INVALID_MERCHANT_ID",
        "INVALID_STORE_ID",
        "ERROR_GENERAL",
        "SOMETHING_NEW",
    ] {
        let shop = Shop::open().await;
        let refunded = shop.instal_paid(PRICE).await;
        shop.once_on(InstalmentCall::Refund, Fault::LostAnswer);
        shop.refund(&refunded).await.unwrap();
        let forced = Fault::ForceResult {
            result: word.to_owned(),
            after_effect: false,
        };
        shop.once_on(InstalmentCall::Refund, forced.clone());
        shop.turn().await;
        let step = shop.own(&refunded).await.refund.unwrap().step;
        assert_eq!(step.phase, StepPhase::Unclear, "{word}");
        shop.settle().await;
        assert_eq!(shop.refunds(&refunded), 1, "{word}");
        shop.once_on(InstalmentCall::Create, Fault::LostAnswer);
        let opened = shop.instal(PRICE).await;
        shop.once_on(InstalmentCall::Create, forced);
        shop.turn().await;
        assert_eq!(shop.intent(&opened).await, IntentState::Unknown, "{word}");
        shop.settle().await;
        assert_eq!(shop.intent(&opened).await, IntentState::Done, "{word}");
        assert_eq!(shop.transactions(&opened), 1, "{word}");
    }
}

#[tokio::test]
async fn a_refusal_without_the_gateways_word_says_nothing_about_the_first_try() {
    for status in [400, 403, 404, 422] {
        let shop = Shop::open().await;
        let page = Reply::http(status, "", b"");
        let script = vec![Reply::Close, page.clone(), page, opened()];
        let puppet = Puppet::in_front_of(&shop, script).await;
        let payment = shop.instal(PRICE).await;
        shop.turn().await;
        assert_eq!(shop.intent(&payment).await, IntentState::Unknown, "{status}");
        shop.settle().await;
        assert_eq!(shop.intent(&payment).await, IntentState::Done, "{status}");
        assert_eq!(puppet.seen().len(), 4, "{status}");
    }
}

#[tokio::test]
async fn without_keys_an_unclear_one_waits_for_them() {
    let shop = Shop::open().await;
    let right = shop.gateway.fundiin_credentials().secret.clone();
    shop.once_on(InstalmentCall::Create, Fault::LostAnswer);
    let payment = shop.instal(PRICE).await;
    instalments::keys::remove(&shop.till).await.unwrap();
    assert_eq!(journal::next_due(&shop.till).await.unwrap(), None);
    journal::run_due(&shop.till).await.unwrap();
    assert_eq!(shop.intent(&payment).await, IntentState::Unknown);
    save_keys(&shop, &right).await;
    shop.settle().await;
    assert_eq!(shop.transactions(&payment), 1);
}
