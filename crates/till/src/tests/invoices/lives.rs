//! What becomes of invoices.

use super::super::shop::code;
use super::{DAY_MS, Shop, books, content, draft, named, save, seen, send, sent};
use crate::invoices;
use crate::run::moments;
use contract::customer::{CustomerListRequest, CustomerRequest};
use contract::display::DisplayState;
use contract::event::TillEvent;
use contract::instalment::StepPhase;
use contract::invoice::{
    InvoiceListRequest, InvoiceShowRequest, InvoiceStandingView, InvoiceUpdateRequest, InvoiceView,
};
use contract::payment::{MethodView, PaymentListRequest, VerdictView};
use contract::{ErrorCode, Time};
use dong::Dong;
use gateway::Clock;

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

/// What the list of payments says of one day, counted from the invoice's.
async fn day(shop: &Shop, start: i64, number: i64) -> (u32, i64) {
    let moment = |number: i64| Some(Time::from_ms(start + number * DAY_MS));
    let request = PaymentListRequest {
        from: moment(number),
        to: moment(number + 1),
        ..PaymentListRequest::default()
    };
    let page = crate::payments::list(&shop.till, request).await.unwrap();
    assert_eq!(usize::try_from(page.count).unwrap(), page.rows.len());
    (page.count, page.received.get())
}

#[tokio::test]
async fn the_money_of_an_invoice_counts_on_the_day_it_came() {
    let mut shop = Shop::open().await;
    let start = shop.clock.now_ms() - 3_600_000;
    let invoice = sent(&shop).await;
    assert_eq!(day(&shop, start, 0).await, (1, 0), "asked for, nothing received");
    watch(&mut shop, 3 * DAY_MS).await;
    let transfer = shop.ask(20_000).await;
    shop.pays(&transfer, 20_000).await;
    shop.later(1_000).await;
    pays(&shop, &invoice, 8_000);
    watch(&mut shop, 600_000).await;
    // A part counts with what came in, and only on its day.
    assert_eq!(day(&shop, start, 3).await, (2, 28_000));
    assert_eq!(day(&shop, start, 0).await, (0, 0));
    pays(&shop, &invoice, 100_000);
    watch(&mut shop, 600_000).await;
    assert_eq!(day(&shop, start, 3).await, (2, 128_000));
    for (verdicts, methods, expected) in [
        (Some(vec![VerdictView::Paid]), None, 128_000),
        (None, Some(vec![MethodView::Invoice]), 108_000),
        (Some(vec![VerdictView::Short]), Some(vec![MethodView::Invoice]), 0),
        (None, Some(vec![MethodView::Transfer]), 20_000),
    ] {
        for search in [None, Some(String::new())] {
            let request = PaymentListRequest {
                from: Some(Time::from_ms(start + 3 * DAY_MS)),
                verdicts: verdicts.clone(),
                methods: methods.clone(),
                search,
                ..PaymentListRequest::default()
            };
            let page = crate::payments::list(&shop.till, request).await.unwrap();
            assert_eq!(page.received, Dong::new(expected), "{verdicts:?} {methods:?}");
        }
    }
    for (number, expected) in [(0, 0), (3, 1)] {
        let request = PaymentListRequest {
            search: Some(invoice.code.clone()),
            from: Some(Time::from_ms(start + number * DAY_MS)),
            to: Some(Time::from_ms(start + (number + 1) * DAY_MS)),
            ..PaymentListRequest::default()
        };
        let page = crate::payments::list(&shop.till, request).await.unwrap();
        assert_eq!(page.count, expected, "searched on day {number}");
    }
}

#[tokio::test]
async fn a_days_pages_hold_invoices_of_before_without_gap_or_repetition() {
    let mut shop = Shop::open().await;
    let start = shop.clock.now_ms() - 3_600_000;
    let invoice = sent(&shop).await;
    watch(&mut shop, DAY_MS).await;
    for amount in 1..=3 {
        shop.ask(amount * 1_000).await;
    }
    pays(&shop, &invoice, 108_000);
    watch(&mut shop, 600_000).await;
    let (mut seen, mut cursor) = (Vec::new(), None);
    loop {
        let request = PaymentListRequest {
            from: Some(Time::from_ms(start + DAY_MS)),
            limit: Some(2),
            cursor,
            ..PaymentListRequest::default()
        };
        let page = crate::payments::list(&shop.till, request).await.unwrap();
        assert_eq!(page.count, 4);
        seen.extend(page.rows.into_iter().map(|row| row.amount.get()));
        cursor = page.next_cursor;
        if cursor.is_none() {
            break;
        }
    }
    assert_eq!(seen, [3_000, 2_000, 1_000, 108_000]);
}

#[tokio::test]
async fn a_paid_invoice_is_in_its_customers_history() {
    let mut shop = Shop::open().await;
    books(&shop).await;
    let customers = crate::customers::list(&shop.till, CustomerListRequest::default())
        .await
        .unwrap();
    let customer = customers
        .rows
        .into_iter()
        .find(|one| one.facts.code == "KH-1")
        .unwrap();
    let mut content = content(&shop);
    content.customer.as_mut().unwrap().customer_id = Some(customer.id.clone());
    let draft = draft(&shop, content).await;
    let invoice = send(&shop, &draft.id).await.unwrap();
    for (amount, received, standing) in [
        (8_000, 8_000, InvoiceStandingView::Short),
        (100_000, 108_000, InvoiceStandingView::Paid),
    ] {
        pays(&shop, &invoice, amount);
        watch(&mut shop, 6_000).await;
        let customer_id = customer.id.clone();
        let history = crate::customers::get(&shop.till, CustomerRequest { customer_id })
            .await
            .unwrap();
        let row = &history.invoices[0];
        assert_eq!(
            (row.received, row.standing),
            (Some(Dong::new(received)), standing)
        );
    }
}

#[tokio::test]
async fn an_invoice_that_falls_due_while_the_app_is_open_is_told_once() {
    let mut shop = Shop::open().await;
    let invoice = sent(&shop).await;
    moments::pass(&shop.till).await.unwrap();
    shop.told();
    let overdue = |shop: &mut Shop| {
        let told = shop.told().into_iter().filter_map(|event| match event {
            TillEvent::Invoice { invoice } => Some((invoice.id, invoice.standing)),
            _ => None,
        });
        told.collect::<Vec<_>>()
    };
    shop.clock.advance(7 * DAY_MS);
    moments::pass(&shop.till).await.unwrap();
    assert_eq!(overdue(&mut shop), [], "its last moment is not over");
    shop.clock.advance(1);
    moments::pass(&shop.till).await.unwrap();
    assert_eq!(
        overdue(&mut shop),
        [(invoice.id.clone(), InvoiceStandingView::Overdue)]
    );
    shop.clock.advance(30_000);
    moments::pass(&shop.till).await.unwrap();
    assert_eq!(overdue(&mut shop), []);
}
