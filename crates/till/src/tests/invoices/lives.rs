//! What becomes of invoices.

use super::super::shop::code;
use super::{DAY_MS, Shop, books, content, draft, named, save, seen, send, sent};
use crate::invoices;
use contract::ErrorCode;
use contract::display::DisplayState;
use contract::instalment::StepPhase;
use contract::invoice::{
    InvoiceListRequest, InvoiceShowRequest, InvoiceStandingView, InvoiceUpdateRequest, InvoiceView,
};
use contract::payment::{MethodView, PaymentListRequest, VerdictView};
use dong::Dong;

fn standing(invoice: &InvoiceView) -> (InvoiceStandingView, VerdictView) {
    (invoice.standing, invoice.payment.verdict)
}

fn pays(shop: &Shop, invoice: &InvoiceView, amount: i64) {
    let id = shop.hand.invoice_with_code(&invoice.code).unwrap().invoice_id;
    shop.hand.pay_invoice(&id, Dong::new(amount)).unwrap();
}

async fn watch(shop: &mut Shop, ms: i64) {
    shop.clock.advance(ms);
    shop.invoice_watching.step(&shop.till).await.unwrap();
}

#[tokio::test]
async fn from_the_books_to_paid() {
    let mut shop = Shop::open().await;
    let invoice = sent(&shop).await;
    assert_eq!(
        standing(&invoice),
        (InvoiceStandingView::Waiting, VerdictView::Unpaid)
    );
    assert_eq!(invoice.gateway_total, Some(Dong::new(108_000)));
    let link = invoice.link_qr.clone().unwrap();
    assert_eq!(Some(link.text), invoice.payment.payment_url);
    let invoice_id = Some(invoice.id.clone());
    invoices::show(&shop.till, InvoiceShowRequest { invoice_id })
        .await
        .unwrap();
    assert!(matches!(shop.display(), DisplayState::Invoice { amount, .. } if amount == Dong::new(108_000)));
    pays(&shop, &invoice, 8_000);
    watch(&mut shop, 0).await;
    let short = seen(&shop, &invoice.id).await;
    assert_eq!(standing(&short), (InvoiceStandingView::Short, VerdictView::Short));
    pays(&shop, &invoice, 100_000);
    watch(&mut shop, 6_000).await;
    let paid = seen(&shop, &invoice.id).await;
    assert_eq!(standing(&paid), (InvoiceStandingView::Paid, VerdictView::Paid));
    assert_eq!(
        shop.display(),
        DisplayState::Paid {
            amount: Dong::new(108_000)
        }
    );
    assert!(paid.link_qr.is_none() && !paid.can_delete);
    let request = PaymentListRequest {
        methods: Some(vec![MethodView::Invoice]),
        ..PaymentListRequest::default()
    };
    let page = crate::payments::list(&shop.till, request).await.unwrap();
    assert_eq!((page.count, page.received), (1, Dong::new(108_000)));
}

#[tokio::test]
async fn an_unpaid_one_is_overdue_after_its_day_and_never_on_the_counter() {
    let mut shop = Shop::open().await;
    let invoice = sent(&shop).await;
    watch(&mut shop, 8 * DAY_MS).await;
    assert_eq!(
        seen(&shop, &invoice.id).await.standing,
        InvoiceStandingView::Overdue
    );
    let request = InvoiceListRequest {
        standings: Some(vec![InvoiceStandingView::Overdue]),
        ..InvoiceListRequest::default()
    };
    let page = invoices::list(&shop.till, request).await.unwrap();
    assert_eq!((page.count, page.asked), (1, Dong::new(108_000)));
    let state = crate::app::state(&shop.till).await.unwrap();
    assert!(state.sales.is_empty());
}

#[tokio::test]
async fn a_draft_is_sent_once_however_often_it_is_sent() {
    let shop = Shop::open().await;
    books(&shop).await;
    let draft = draft(&shop, content(&shop)).await;
    let sends: Vec<_> = (0..20)
        .map(|_| {
            let (till, id) = (shop.till.clone(), draft.id.clone());
            tokio::spawn(async move { invoices::create(&till, named(&id)).await })
        })
        .collect();
    for one in sends {
        // Whoever comes second finds the draft sent, or being sent.
        let _sent = one.await.unwrap();
    }
    assert_eq!(shop.hand.invoice_effects(&draft.code), 1);
    assert_eq!(
        seen(&shop, &draft.id).await.standing,
        InvoiceStandingView::Waiting
    );
}

#[tokio::test]
async fn a_code_that_is_used_elsewhere_is_refused_and_the_content_can_be_sent_under_another() {
    let shop = Shop::open().await;
    let first = sent(&shop).await;
    let mut other = content(&shop);
    other.note = "khác".to_owned();
    let taken = save(&shop, None, &first.code, other).await.unwrap();
    assert_eq!(code(send(&shop, &taken.id).await), ErrorCode::CodeTaken);
    let again = save(&shop, Some(&taken.id), "PT-KHAC", taken.content.clone())
        .await
        .unwrap();
    let sent = send(&shop, &again.id).await.unwrap();
    assert_eq!(
        (sent.code.as_str(), sent.standing),
        ("PT-KHAC", InvoiceStandingView::Waiting)
    );
}

#[tokio::test]
async fn an_unpaid_one_is_changed_and_deleted_a_paid_one_is_not() {
    let mut shop = Shop::open().await;
    let invoice = sent(&shop).await;
    let mut content = invoice.content.clone();
    content.lines[0].quantity = 3;
    let invoice_id = invoice.id.clone();
    let changed = invoices::update(&shop.till, InvoiceUpdateRequest { invoice_id, content })
        .await
        .unwrap();
    assert_eq!(changed.update.unwrap().phase, StepPhase::Done);
    watch(&mut shop, 0).await;
    let changed = seen(&shop, &invoice.id).await;
    assert_eq!(changed.content.lines[0].quantity, 3);
    assert_eq!(changed.gateway_total, Some(Dong::new(162_000)));
    let deleted = invoices::delete(&shop.till, named(&invoice.id)).await.unwrap();
    assert_eq!(deleted.standing, InvoiceStandingView::Deleted);
    let again = invoices::delete(&shop.till, named(&invoice.id)).await;
    assert_eq!(code(again), ErrorCode::PaymentNotReady);
    let copy = invoices::duplicate(&shop.till, named(&invoice.id)).await.unwrap();
    let second = send(&shop, &copy.id).await.unwrap();
    pays(&shop, &second, 162_000);
    watch(&mut shop, 6_000).await;
    let refused = invoices::delete(&shop.till, named(&second.id)).await;
    assert_eq!(code(refused), ErrorCode::PaymentNotReady);
}
