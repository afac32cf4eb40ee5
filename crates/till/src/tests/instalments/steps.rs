//! Steps on an instalment payment: cancel, refund, and what may follow what.

use crate::instalments;
use crate::tests::Shop;
use crate::tests::shop::code;
use contract::ErrorCode;
use contract::display::DisplayState;
use contract::instalment::{FirstPartRequest, InstalmentStageView as Stage, StepPhase, TenderView};
use contract::payment::{PaymentListRequest, PaymentPhase, VerdictView};
use dong::Dong;

const PRICE: i64 = 3_000_000;

#[tokio::test]
async fn an_unpaid_one_is_cancelled_and_frees_the_sale() {
    let mut shop = Shop::open().await;
    let payment = shop.instal(PRICE).await;
    shop.told();
    let cancelled = shop.cancel(&payment).await.unwrap();
    let own = cancelled.instalment.unwrap();
    assert_eq!(
        (own.stage, cancelled.phase, own.cancel.unwrap().phase),
        (Stage::Cancelled, PaymentPhase::Failed, StepPhase::Done)
    );
    assert_eq!(shop.sounds(), [VerdictView::Unpaid]);
    assert_eq!(shop.simulated(&payment).state, "cancelled");
    let ended = DisplayState::InstalmentEnded {
        amount: Dong::new(PRICE),
        how: Stage::Cancelled,
    };
    assert_eq!(shop.display(), ended);
    let history = shop.history(&payment).await;
    let told = [
        "instalment_cancel committed",
        "instalment_cancel sent",
        "instalment_cancel answered",
        "status",
    ];
    assert!(history.ends_with(&told.map(str::to_owned)), "{history:?}");
    assert!(shop.rest(&payment).await.is_ok());
}

#[tokio::test]
async fn a_second_cancel_gives_what_the_first_did() {
    let shop = Shop::open().await;
    let payment = shop.instal(PRICE).await;
    shop.cancel(&payment).await.unwrap();
    let again = shop.cancel(&payment).await.unwrap();
    assert_eq!(again.instalment.unwrap().stage, Stage::Cancelled);
    assert_eq!(shop.calls("/v2/payments/cancel"), 1);
}

#[tokio::test]
async fn what_was_paid_meanwhile_is_not_cancelled_but_paid() {
    let shop = Shop::open().await;
    let payment = shop.instal(PRICE).await;
    shop.hand.instalment_accepts(&payment.reference).unwrap();
    let told = shop.cancel(&payment).await.unwrap();
    let own = told.instalment.unwrap();
    let step = own.cancel.unwrap();
    assert_eq!(
        (told.verdict, own.stage, step.phase),
        (VerdictView::Paid, Stage::Accepted, StepPhase::Refused)
    );
    assert_eq!(step.said.unwrap().result, "PAYMENT_ALREADY_COMPLETED");
    assert_eq!(step.problem.unwrap().code, ErrorCode::InstalmentRefused);
    assert_eq!(code(shop.cancel(&payment).await), ErrorCode::PaymentNotReady);
}

#[tokio::test]
async fn while_the_customer_is_at_it_nothing_is_cancelled_and_it_can_be_tried_again() {
    let mut shop = Shop::open().await;
    let payment = shop.instal(PRICE).await;
    shop.hand.instalment_begins(&payment.reference).unwrap();
    let told = shop.cancel(&payment).await.unwrap();
    let own = told.instalment.unwrap();
    assert_eq!(
        (own.stage, own.cancel.unwrap().phase),
        (Stage::InProgress, StepPhase::Refused)
    );
    assert!(own.can_cancel);
    shop.hand.instalment_refuses(&payment.reference).unwrap();
    shop.cancel(&payment).await.unwrap();
    shop.instalments_later(4_000).await;
    assert_eq!(shop.own(&payment).await.stage, Stage::Cancelled);
    assert_eq!(shop.calls("/v2/payments/cancel"), 2);
}

#[tokio::test]
async fn a_refund_takes_the_money_out_of_the_sale_and_the_totals() {
    let mut shop = Shop::open().await;
    let payment = shop.instal_paid(PRICE).await;
    shop.told();
    let refunded = shop.refund(&payment).await.unwrap();
    assert!(refunded.is_refunded);
    let refund = refunded.instalment.unwrap().refund.unwrap();
    assert_eq!(
        (refund.amount, refund.step.phase),
        (Dong::new(PRICE), StepPhase::Done)
    );
    assert!(refund.step.gateway_id.is_some());
    assert_ne!(refund.step.reference, payment.reference);
    assert_eq!(refund.reason.as_deref(), Some("Khách đổi ý"));
    let sale = shop.sale_of(&payment).await;
    assert_eq!((sale.received, sale.missing), (Dong::ZERO, Dong::new(PRICE)));
    assert_eq!(
        shop.display(),
        DisplayState::Review {
            amount: Dong::new(PRICE),
            lines: Vec::new(),
        }
    );
    assert_eq!(shop.refunds(&payment), 1);
    assert_eq!(shop.simulated(&payment).refunded_by, Some(refund.step.reference));
    let page = crate::payments::list(&shop.till, PaymentListRequest::default())
        .await
        .unwrap();
    assert_eq!((page.rows[0].is_refunded, page.received), (true, Dong::ZERO));
    assert!(
        shop.history(&payment)
            .await
            .contains(&"instalment_refund answered".to_owned())
    );
    shop.refund(&payment).await.unwrap();
    assert_eq!(
        (shop.refunds(&payment), shop.calls("/v2/payments/refund")),
        (1, 1)
    );
    let again = shop.open_instalment(&sale, PRICE).await.unwrap();
    assert_eq!(shop.transactions(&again), 1);
}

#[tokio::test]
async fn only_what_is_paid_is_refunded() {
    let shop = Shop::open().await;
    let payment = shop.instal(PRICE).await;
    assert_eq!(code(shop.refund(&payment).await), ErrorCode::PaymentNotReady);
    shop.hand
        .instalment_pays_first_part_here(&payment.reference)
        .unwrap();
    let payment = shop.check(&payment).await.unwrap();
    assert_eq!(code(shop.refund(&payment).await), ErrorCode::PaymentNotReady);
    let transfer = shop.ask(50_000).await;
    assert_eq!(code(shop.refund(&transfer).await), ErrorCode::PaymentNotReady);
    assert_eq!(code(shop.cancel(&transfer).await), ErrorCode::PaymentNotReady);
    assert_eq!(
        code(shop.take_first_part(&transfer, 1_000).await),
        ErrorCode::PaymentNotReady
    );
    assert_eq!(shop.calls("/v2/payments/refund"), 0);
}

#[tokio::test]
async fn a_first_part_is_the_sum_that_was_asked_and_less_than_the_price() {
    let shop = Shop::open().await;
    let payment = shop.instal(PRICE).await;
    assert_eq!(
        code(shop.take_first_part(&payment, PRICE).await),
        ErrorCode::AmountTooLarge
    );
    shop.hand
        .instalment_pays_first_part_here(&payment.reference)
        .unwrap();
    shop.check(&payment).await.unwrap();
    assert_eq!(
        code(shop.take_first_part(&payment, 899_999).await),
        ErrorCode::FirstPartDiffers
    );
    assert_eq!(shop.calls("/v2/payments/confirm-store"), 0);
}

#[tokio::test]
async fn the_first_part_is_kept_as_it_was_taken() {
    let shop = Shop::open().await;
    let payment = shop.instal(PRICE).await;
    shop.hand
        .instalment_pays_first_part_here(&payment.reference)
        .unwrap();
    let request = FirstPartRequest {
        payment_id: payment.id.clone(),
        amount: Dong::new(900_000),
        tender: TenderView::BankTransfer,
        receipt: " PT\u{202E}-02 ".to_owned(),
    };
    let told = instalments::confirm_first_part(&shop.till, request)
        .await
        .unwrap();
    let part = told.instalment.unwrap().first_part.unwrap();
    assert_eq!(
        (part.amount, part.tender, part.receipt.as_deref()),
        (
            Some(Dong::new(900_000)),
            Some(TenderView::BankTransfer),
            Some("PT-02")
        )
    );
    assert_eq!(part.confirmation.unwrap().phase, StepPhase::Done);
    shop.take_first_part(&payment, 900_000).await.unwrap();
    assert_eq!(shop.calls("/v2/payments/confirm-store"), 1);
}
