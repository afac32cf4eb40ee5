//! Many clicks at once: one effect.

use super::form;
use crate::instalments;
use crate::tests::Shop;
use contract::instalment::{InstalmentStageView as Stage, StepPhase};
use contract::payment::VerdictView;
use futures_util::future::join_all;
use simulator::{Fault, FaultRule, InstalmentCall, Scope};

const PRICE: i64 = 3_000_000;
const CLICKS: usize = 50;

#[tokio::test]
async fn fifty_clicks_open_one_payment() {
    let shop = Shop::open().await;
    let sale = shop.sale().await;
    let clicks = (0..CLICKS).map(|_| instalments::create(&shop.till, form(&sale, PRICE)));
    let opened: Vec<_> = join_all(clicks).await.into_iter().map(Result::unwrap).collect();
    assert!(opened.iter().all(|one| one.id == opened[0].id));
    assert_eq!(
        (shop.transactions(&opened[0]), shop.calls("/v2/payments")),
        (1, 1)
    );
    assert_eq!(shop.sale_of(&opened[0]).await.payments.len(), 1);
}

#[tokio::test]
async fn fifty_clicks_cancel_once() {
    let shop = Shop::open().await;
    let payment = shop.instal(PRICE).await;
    let told = join_all((0..CLICKS).map(|_| shop.cancel(&payment))).await;
    assert!(told.iter().all(Result::is_ok));
    assert_eq!(shop.calls("/v2/payments/cancel"), 1);
    assert_eq!(shop.own(&payment).await.stage, Stage::Cancelled);
}

#[tokio::test]
async fn fifty_clicks_refund_once() {
    let shop = Shop::open().await;
    let payment = shop.instal_paid(PRICE).await;
    join_all((0..CLICKS).map(|_| shop.refund(&payment))).await;
    assert_eq!(
        (shop.refunds(&payment), shop.calls("/v2/payments/refund")),
        (1, 1)
    );
}

#[tokio::test]
async fn fifty_clicks_confirm_once() {
    let shop = Shop::open().await;
    let payment = shop.instal(PRICE).await;
    shop.hand
        .instalment_pays_first_part_here(&payment.reference)
        .unwrap();
    shop.check(&payment).await.unwrap();
    join_all((0..CLICKS).map(|_| shop.take_first_part(&payment, 900_000))).await;
    assert_eq!(shop.calls("/v2/payments/confirm-store"), 1);
    assert_eq!(shop.payment(&payment).await.verdict, VerdictView::Paid);
}

#[tokio::test]
async fn many_timers_and_clicks_on_an_unclear_refund_make_one() {
    let shop = Shop::open().await;
    let payment = shop.instal_paid(PRICE).await;
    shop.once_on(InstalmentCall::Refund, Fault::LostAnswer);
    shop.refund(&payment).await.unwrap();
    let checks = join_all((0..CLICKS).map(|_| shop.check(&payment)));
    let refunds = join_all((0..CLICKS).map(|_| shop.refund(&payment)));
    tokio::join!(shop.turn(), checks, refunds);
    shop.settle().await;
    assert_eq!(
        (shop.refunds(&payment), shop.calls("/v2/payments/refund")),
        (1, 2)
    );
}

#[tokio::test]
async fn a_cancel_and_a_confirmation_do_not_go_together() {
    let shop = Shop::open().await;
    let payment = shop.instal(PRICE).await;
    shop.hand
        .instalment_pays_first_part_here(&payment.reference)
        .unwrap();
    shop.check(&payment).await.unwrap();
    let (cancelled, confirmed) = tokio::join!(shop.cancel(&payment), shop.take_first_part(&payment, 900_000));
    assert!(cancelled.is_ok() != confirmed.is_ok());
}

#[tokio::test]
async fn a_refused_refund_may_be_asked_again_under_a_new_reference() {
    let shop = Shop::open().await;
    let payment = shop.instal_paid(PRICE).await;
    let refused = Fault::ForceResult {
        result: "ACCESS_DENIED".to_owned(),
        after_effect: false,
    };
    shop.faults(vec![
        FaultRule::once(refused).only(Scope::Instalment(InstalmentCall::Refund)),
    ]);
    let told = shop.refund(&payment).await.unwrap();
    let own = told.instalment.unwrap();
    let first = own.refund.unwrap().step;
    assert_eq!((first.phase, own.can_refund), (StepPhase::Refused, true));
    assert_eq!(first.said.unwrap().result, "ACCESS_DENIED");
    let told = shop.refund(&payment).await.unwrap();
    let second = told.instalment.unwrap().refund.unwrap().step;
    assert_eq!(second.phase, StepPhase::Done);
    assert_ne!(first.reference, second.reference);
    assert_eq!(shop.refunds(&payment), 1);
}
