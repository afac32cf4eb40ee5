//! A key is kept by the gateway for a week. After that an unclear request is not repeated.

use crate::journal;
use crate::tests::Shop;
use contract::instalment::StepPhase;
use contract::payment::PaymentPhase;
use domain::IntentState;
use simulator::{Fault, FaultRule, InstalmentCall, Scope};

const PRICE: i64 = 3_000_000;
const DAY_MS: i64 = 24 * 3_600_000;

fn always_lost(call: InstalmentCall) -> Vec<FaultRule> {
    vec![FaultRule::always(Fault::LostAnswer).only(Scope::Instalment(call))]
}

#[tokio::test]
async fn an_old_unclear_refund_stays_unclear_and_never_gets_a_second_reference() {
    let shop = Shop::open().await;
    let payment = shop.instal_paid(PRICE).await;
    shop.faults(always_lost(InstalmentCall::Refund));
    let told = shop.refund(&payment).await.unwrap();
    let reference = told.instalment.unwrap().refund.unwrap().step.reference;
    for _ in 0..8 {
        shop.clock.advance(DAY_MS);
        journal::run_due(&shop.till).await.unwrap();
        shop.refund(&payment).await.unwrap();
    }
    let met = shop.calls("/v2/payments/refund");
    let shop = shop.reopen().await;
    shop.faults(Vec::new());
    for _ in 0..5 {
        shop.clock.advance(3_600_000);
        journal::run_due(&shop.till).await.unwrap();
        shop.check(&payment).await.unwrap();
        shop.refund(&payment).await.unwrap();
    }
    assert_eq!(shop.calls("/v2/payments/refund"), met);
    let own = shop.own(&payment).await;
    assert!(!own.can_refund);
    let step = own.refund.unwrap().step;
    assert_eq!((step.phase, step.next_try_at), (StepPhase::Unclear, None));
    assert_eq!(step.reference, reference);
    assert!(step.problem.is_some());
    assert_eq!(shop.refunds(&payment), 1);
    assert!(!shop.payment(&payment).await.is_refunded);
}

#[tokio::test]
async fn an_old_unclear_payment_is_looked_up_instead() {
    let shop = Shop::open().await;
    shop.faults(always_lost(InstalmentCall::Create));
    let payment = shop.instal(PRICE).await;
    for _ in 0..7 {
        shop.clock.advance(DAY_MS);
        journal::run_due(&shop.till).await.unwrap();
    }
    let met = shop.calls("/v2/payments");
    shop.settle().await;
    assert_eq!(shop.calls("/v2/payments"), met);
    assert_eq!(shop.intent(&payment).await, IntentState::Done);
    assert_eq!(shop.transactions(&payment), 1);
    assert_eq!(shop.payment(&payment).await.phase, PaymentPhase::Expired);
}

#[tokio::test]
async fn within_the_week_it_is_repeated() {
    let shop = Shop::open().await;
    let payment = shop.instal_paid(PRICE).await;
    shop.faults(always_lost(InstalmentCall::Refund));
    shop.refund(&payment).await.unwrap();
    shop.clock.advance(5 * DAY_MS);
    shop.faults(Vec::new());
    shop.settle().await;
    assert!(shop.payment(&payment).await.is_refunded);
    assert_eq!(shop.refunds(&payment), 1);
}
