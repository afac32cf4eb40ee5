//! A sale that is closed while its payment is unclear: it is looked up, never opened anew.

use crate::instalments::settings;
use crate::tests::Shop;
use contract::ErrorCode;
use contract::instalment::InstalmentStageView as Stage;
use contract::instalment_settings::InstalmentSettingsRequest;
use contract::payment::{PaymentPhase, VerdictView};
use domain::IntentState;
use simulator::{Fault, InstalmentCall};

const PRICE: i64 = 3_000_000;

#[tokio::test]
async fn what_took_effect_is_found_by_its_reference() {
    let mut shop = Shop::open().await;
    shop.once_on(InstalmentCall::Create, Fault::LostAnswer);
    let payment = shop.instal(PRICE).await;
    shop.close(&payment, true).await.unwrap();
    shop.settle().await;
    assert_eq!(shop.calls("/v2/payments"), 1);
    let found = shop.payment(&payment).await;
    assert_eq!(found.phase, PaymentPhase::Open);
    assert!(found.instalment.unwrap().can_cancel);
    shop.hand.instalment_accepts(&payment.reference).unwrap();
    shop.instalments_later(5_000).await;
    assert_eq!(shop.payment(&payment).await.verdict, VerdictView::Paid);
    assert_eq!(shop.transactions(&payment), 1);
}

#[tokio::test]
async fn what_never_arrived_is_given_up() {
    let shop = Shop::open().await;
    shop.once_on(InstalmentCall::Create, Fault::Reset);
    let payment = shop.instal(PRICE).await;
    shop.close(&payment, true).await.unwrap();
    shop.settle().await;
    assert_eq!(shop.intent(&payment).await, IntentState::Dropped);
    assert_eq!((shop.transactions(&payment), shop.calls("/v2/payments")), (0, 1));
    assert_eq!(shop.payment(&payment).await.phase, PaymentPhase::Closed);
}

#[tokio::test]
async fn a_used_reference_is_looked_up() {
    let shop = Shop::open().await;
    let used = Fault::ForceResult {
        result: "DUPLICATE_REFERENCE_ID".to_owned(),
        after_effect: true,
    };
    shop.once_on(InstalmentCall::Create, used);
    let payment = shop.instal(PRICE).await;
    assert_eq!(payment.phase, PaymentPhase::LookingUp);
    shop.settle().await;
    assert_eq!((shop.calls("/v2/payments"), shop.transactions(&payment)), (1, 1));
    let own = shop.own(&payment).await;
    assert_eq!(own.stage, Stage::Waiting);
    assert!(own.qr.is_none() && own.can_cancel);
}

#[tokio::test]
async fn an_unclear_refund_goes_on_after_its_sale_is_closed() {
    let shop = Shop::open().await;
    let payment = shop.instal_paid(PRICE).await;
    shop.once_on(InstalmentCall::Refund, Fault::Reset);
    shop.refund(&payment).await.unwrap();
    shop.close(&payment, true).await.unwrap();
    shop.settle().await;
    assert_eq!(shop.refunds(&payment), 1);
    assert!(shop.payment(&payment).await.is_refunded);
}

#[tokio::test]
async fn without_the_shops_ids_it_waits_and_holds_nobody_up() {
    let shop = Shop::open().await;
    let unclear = async || {
        shop.once_on(InstalmentCall::Create, Fault::LostAnswer);
        let payment = shop.instal(PRICE).await;
        shop.close(&payment, true).await.unwrap();
        payment
    };
    let both = [unclear().await, unclear().await];
    let ids = |merchant_id: &str| InstalmentSettingsRequest {
        merchant_id: Some(merchant_id.to_owned()),
        ..InstalmentSettingsRequest::default()
    };
    settings::update(&shop.till, ids("")).await.unwrap();
    for _ in 0..3 {
        shop.turn().await;
    }
    for payment in &both {
        assert_eq!(shop.intent(payment).await, IntentState::Unknown);
        let now = shop.payment(payment).await;
        assert_eq!(now.problem.unwrap().code, ErrorCode::InstalmentNotSetUp);
        assert!(now.next_look_at.unwrap().to_ms().unwrap() > shop.till.now());
    }
    let right = shop.gateway.fundiin_credentials().merchant_id.clone();
    settings::update(&shop.till, ids(&right)).await.unwrap();
    shop.settle().await;
    for payment in &both {
        assert_eq!(shop.intent(payment).await, IntentState::Done);
    }
}
