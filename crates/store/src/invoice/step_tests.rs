//! What changes a sent invoice: steps that are done, and what the gateway tells.

use super::samples::{DUE, content, update};
use crate::test_support::{Shop, T0, WORLD, heard, news, payment_id, refund, step_id};
use crate::{NewStep, News, Note, PaymentFilter, StepOutcome};
use domain::{Heard, InvoiceStanding, Method, Move, PaymentId, StepDetail, Verdict};
use dong::Dong;

async fn found(shop: &Shop, typed: &str) -> Vec<PaymentId> {
    let filter = PaymentFilter {
        search: Some(typed.to_owned()),
        ..PaymentFilter::all(WORLD)
    };
    let page = shop.store.list_payments(filter, None, 10).await.unwrap();
    page.rows.iter().map(|row| row.payment.id).collect()
}

async fn watched(shop: &Shop) -> Vec<PaymentId> {
    let watched = shop.store.watched_payments(WORLD, Method::Invoice, T0).await;
    watched.unwrap().into_iter().map(|payment| payment.id).collect()
}

#[tokio::test]
async fn an_update_counts_once_it_is_done() {
    let shop = Shop::open().await;
    shop.sent_invoice(1, 108_000).await;
    let step = shop.step(1, 1, update("Cà phê", DUE + 5)).await;
    assert_eq!(step, StepOutcome::Committed);
    let again = shop.step(2, 1, update("Bánh", DUE)).await;
    assert_eq!(again, StepOutcome::Existing(step_id(1)));
    shop.store
        .advance(step_id(1), Move::Send, Note::at(T0 + 200))
        .await
        .unwrap();
    let before = shop.store.payment(payment_id(1)).await.unwrap();
    assert_eq!(before.invoice.unwrap().content, content("Trà ô long"));
    assert!(found(&shop, "ca phe").await.is_empty());
    shop.store
        .advance(step_id(1), Move::Confirm, Note::at(T0 + 300))
        .await
        .unwrap();
    let after = shop.store.payment(payment_id(1)).await.unwrap();
    let StepDetail::InvoiceUpdate { content } = update("Cà phê", DUE + 5) else {
        unreachable!()
    };
    assert_eq!(after.amount, Dong::new(108_000));
    assert_eq!(after.invoice.unwrap().content, *content);
    assert_eq!(found(&shop, "ca phe").await, [payment_id(1)]);
    assert!(found(&shop, "o long").await.is_empty());
}

#[tokio::test]
async fn what_is_written_may_be_written_again() {
    let shop = Shop::open().await;
    shop.sent_invoice(1, 108_000).await;
    shop.changed_invoice(1, 1, "Cà phê", DUE).await;
    let payment = shop.changed_invoice(2, 1, "Bánh mì", DUE).await;
    let own = payment.invoice.unwrap();
    assert_eq!((own.content, own.steps.len()), (content("Bánh mì"), 2));
    for sql in [
        "UPDATE invoice SET content = json_set(content, '$.note', 'x')",
        "UPDATE intent SET detail = NULL WHERE detail IS NOT NULL",
    ] {
        assert!(shop.raw(sql).is_err(), "{sql}");
    }
}

#[tokio::test]
async fn a_refused_update_changes_nothing() {
    let shop = Shop::open().await;
    shop.sent_invoice(1, 108_000).await;
    shop.step(1, 1, update("Cà phê", DUE)).await;
    for way in [Move::Send, Move::Refuse] {
        shop.store
            .advance(step_id(1), way, Note::at(T0 + 200))
            .await
            .unwrap();
    }
    let payment = shop.store.payment(payment_id(1)).await.unwrap();
    assert_eq!(payment.invoice.unwrap().content, content("Trà ô long"));
    let next = shop.step(2, 1, update("Bánh", DUE)).await;
    assert_eq!(next, StepOutcome::Committed);
}

#[tokio::test]
async fn a_deleted_invoice_is_watched_no_more_and_deleted_once() {
    let shop = Shop::open().await;
    shop.sent_invoice(1, 108_000).await;
    shop.sent_invoice(2, 108_000).await;
    assert_eq!(watched(&shop).await, [2, 1].map(payment_id));
    shop.done_step(1, 1, StepDetail::InvoiceDelete).await;
    assert_eq!(watched(&shop).await, [payment_id(2)]);
    let payment = shop.store.payment(payment_id(1)).await.unwrap();
    let standing = InvoiceStanding::of(&payment, T0);
    assert_eq!(standing, Some(InvoiceStanding::Deleted));
    let again = shop.step(2, 1, StepDetail::InvoiceDelete).await;
    assert_eq!(again, StepOutcome::Existing(step_id(1)));
}

#[tokio::test]
async fn each_method_has_its_own_steps() {
    let shop = Shop::open().await;
    shop.sent_invoice(1, 108_000).await;
    shop.confirmed(2, 85_000, T0).await;
    for (payment, detail) in [(1, refund(108_000)), (2, StepDetail::InvoiceDelete)] {
        let new = NewStep {
            id: step_id(1),
            detail,
            body: b"{}".to_vec(),
            at: T0,
        };
        let refused = shop.store.commit_step(payment_id(payment), new).await;
        assert_eq!(refused.unwrap_err().code(), "storage_failed");
    }
}

#[tokio::test]
async fn the_gateways_total_and_tax_replace_ours() {
    let shop = Shop::open().await;
    shop.sent_invoice(1, 108_000).await;
    shop.confirmed(2, 20_000, T0).await;
    let told = |status: &str, total: i64, tax| News {
        gateway_tax: tax,
        ..news(
            1,
            Heard {
                amount: Some(Dong::new(total)),
                ..heard(status, None, T0 + 900)
            },
        )
    };
    shop.store
        .hear(vec![told("unpaid", 108_001, Some(Dong::new(8_001)))])
        .await
        .unwrap();
    let payment = shop.store.payment(payment_id(1)).await.unwrap();
    assert_eq!(
        (payment.amount, payment.asked()),
        (Dong::new(108_000), Dong::new(108_001))
    );
    let all = PaymentFilter::all(WORLD);
    let totals = shop.store.total_payments(all.clone()).await.unwrap();
    assert_eq!(totals.asked, Dong::new(128_001));
    // The same again is no news; silence about the tax is not "no tax"; the tax alone is news.
    let same = shop.store.hear(vec![told("unpaid", 108_001, None)]).await;
    assert!(same.unwrap().is_empty());
    let changed = shop
        .store
        .hear(vec![told("unpaid", 108_001, Some(Dong::new(8_000)))])
        .await
        .unwrap();
    assert_eq!(changed.len(), 1);
    shop.store.hear(vec![told("paid", 108_001, None)]).await.unwrap();
    let payment = shop.store.payment(payment_id(1)).await.unwrap();
    assert_eq!(payment.verdict(), Verdict::Paid);
    assert_eq!(payment.invoice.unwrap().gateway_tax, Some(Dong::new(8_000)));
    let totals = shop.store.total_payments(all).await.unwrap();
    assert_eq!(totals.received, Dong::new(108_001));
    assert!(watched(&shop).await.is_empty());
}
