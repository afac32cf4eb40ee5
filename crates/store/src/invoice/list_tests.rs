//! The list of invoices against what the domain says of each, and what a customer has.

use super::samples::{DUE, draft, new_invoice};
use crate::book::samples::{customer, customer_id};
use crate::test_support::{Shop, T0, WORLD, heard, news, payment_id};
use crate::{CommitOutcome, Cursor, InvoiceFilter, NewInvoice};
use domain::{Environment, InvoiceContent, InvoiceStanding, Move, PaymentId, StepDetail};
use dong::Dong;

fn all(now: i64) -> InvoiceFilter {
    InvoiceFilter::all(WORLD, now)
}

fn found(typed: &str) -> InvoiceFilter {
    InvoiceFilter {
        search: Some(typed.to_owned()),
        ..all(T0)
    }
}

async fn ids(shop: &Shop, filter: InvoiceFilter) -> Vec<PaymentId> {
    let count = shop.store.total_invoices(filter.clone()).await.unwrap().count;
    let page = shop.store.list_invoices(filter, None, 200).await.unwrap();
    assert_eq!(page.rows.len(), usize::try_from(count).unwrap());
    page.rows.into_iter().map(|row| row.payment.id).collect()
}

/// One invoice of every fate, each below the next in age, and payments that are none.
async fn shop() -> Shop {
    let shop = Shop::open().await;
    shop.committed_invoice(1, 100_000).await;
    shop.committed_invoice(2, 100_000).await;
    shop.advance(2, Move::Send).await;
    shop.advance(2, Move::LoseAnswer).await;
    shop.committed_invoice(3, 100_000).await;
    shop.advance(3, Move::Send).await;
    shop.advance(3, Move::Refuse).await;
    for n in 4..=10 {
        shop.sent_invoice(n, 100_000).await;
    }
    for (n, status, received) in [
        (5, "partial_paid", Some(200)),
        (6, "paid", None),
        (7, "extra_paid", Some(150_000)),
        (8, "on_hold", None),
        (9, "unpaid", None),
    ] {
        let told = vec![news(n, heard(status, received, T0 + 900))];
        shop.store.hear(told).await.unwrap();
    }
    shop.done_step(1, 9, StepDetail::InvoiceDelete).await;
    shop.changed_invoice(2, 10, "Bánh mì", DUE + 1_000).await;
    shop.confirmed(20, 85_000, T0 + 20).await;
    shop.accepted_instalment(21, 3_000_000, T0 + 21).await;
    shop
}

#[tokio::test]
async fn every_standing_lists_those_that_stand_so() {
    let shop = shop().await;
    for now in [T0, DUE, DUE + 1, DUE + 1_000, DUE + 1_001] {
        let everything = shop.store.list_invoices(all(now), None, 200).await.unwrap();
        assert_eq!(everything.rows.len(), 10);
        let mut met = 0;
        for standing in InvoiceStanding::ALL {
            let expected: Vec<_> = everything
                .rows
                .iter()
                .filter(|row| InvoiceStanding::of(&row.payment, now) == Some(standing))
                .map(|row| row.payment.id)
                .collect();
            met += expected.len();
            let filter = InvoiceFilter {
                states: vec![standing],
                ..all(now)
            };
            assert_eq!(ids(&shop, filter).await, expected, "{standing:?} at {now}");
        }
        assert_eq!(met, 10);
    }
    for (now, standing, expected) in [
        (DUE, InvoiceStanding::Waiting, vec![10, 4, 1]),
        (DUE + 1, InvoiceStanding::Overdue, vec![4, 1]),
        (T0, InvoiceStanding::Paid, vec![7, 6]),
        (T0, InvoiceStanding::Unclear, vec![8, 2]),
        (T0, InvoiceStanding::Short, vec![5]),
        (T0, InvoiceStanding::Refused, vec![3]),
        (T0, InvoiceStanding::Deleted, vec![9]),
    ] {
        let filter = InvoiceFilter {
            states: vec![standing],
            ..all(now)
        };
        let expected: Vec<_> = expected.into_iter().map(payment_id).collect();
        assert_eq!(ids(&shop, filter).await, expected, "{standing:?}");
    }
}

#[tokio::test]
async fn standings_due_dates_and_searches_go_together() {
    let shop = shop().await;
    let late = InvoiceFilter {
        states: vec![InvoiceStanding::Overdue, InvoiceStanding::Short],
        search: Some("huong".to_owned()),
        ..all(DUE + 1)
    };
    assert_eq!(ids(&shop, late).await, [5, 4, 1].map(payment_id));
    let window = InvoiceFilter {
        due_from: Some(DUE + 1),
        due_to: Some(DUE + 1_001),
        ..all(T0)
    };
    assert_eq!(ids(&shop, window.clone()).await, [payment_id(10)]);
    let before = InvoiceFilter {
        due_to: Some(DUE + 1_000),
        ..window
    };
    assert!(ids(&shop, before).await.is_empty());
    let totals = shop.store.total_invoices(all(T0)).await.unwrap();
    assert_eq!(
        (totals.count, totals.asked, totals.received),
        (10, Dong::new(1_000_000), Dong::new(250_200))
    );
    assert!(
        ids(&shop, InvoiceFilter::all(Environment::Production, T0))
            .await
            .is_empty()
    );
}

#[tokio::test]
async fn invoices_are_found_by_code_customer_product_and_amount() {
    let shop = shop().await;
    for (typed, expected) in [
        ("HD-7", vec![7]),
        ("hd 10", vec![10]),
        ("banh mi", vec![10]),
        ("o long hd-5", vec![5]),
        ("0912 345 678 hd", vec![]),
        ("gw-6", vec![6]),
    ] {
        let expected: Vec<_> = expected.into_iter().map(payment_id).collect();
        assert_eq!(ids(&shop, found(typed)).await, expected, "{typed}");
    }
    for typed in ["hường", "0912 345 678", "+84912345678", "0312345678"] {
        assert_eq!(ids(&shop, found(typed)).await.len(), 10, "{typed}");
    }
    let amount = InvoiceFilter {
        amount: Some(Dong::new(100_000)),
        ..found("100k")
    };
    assert_eq!(ids(&shop, amount).await.len(), 10);
    assert!(ids(&shop, found("ban 5")).await.is_empty());
}

#[tokio::test]
async fn pages_of_invoices_meet() {
    let shop = shop().await;
    for filter in [all(T0), found("huong")] {
        let (mut seen, mut before) = (Vec::new(), None);
        loop {
            let page = shop.store.list_invoices(filter.clone(), before, 3).await;
            let page = page.unwrap();
            seen.extend(page.rows.iter().map(|row| row.payment.id));
            let Some(next) = page.next else { break };
            before = Some(next.to_string().parse::<Cursor>().unwrap());
        }
        let newest_first: Vec<_> = (1..=10).rev().map(payment_id).collect();
        assert_eq!(seen, newest_first);
    }
}

#[tokio::test]
async fn a_customer_has_invoices_and_instalments_by_phone() {
    let shop = shop().await;
    let other = InvoiceContent {
        customer: None,
        ..new_invoice(11, 1).content
    };
    shop.store.save_invoice_draft(draft(11)).await.unwrap();
    let new = NewInvoice {
        content: other,
        ..new_invoice(11, 5_000)
    };
    let outcome = shop.store.commit_invoice(payment_id(11), new).await.unwrap();
    assert_eq!(outcome, CommitOutcome::Committed);
    let of = async |n, limit| {
        let payments = shop
            .store
            .payments_of_customer(WORLD, customer_id(n), limit)
            .await;
        let ids = payments.unwrap().into_iter().map(|payment| payment.id);
        ids.collect::<Vec<_>>()
    };
    // Without a row in the book only invoices name the customer.
    assert_eq!(of(1, 2).await, [10, 9].map(payment_id));
    let hers = customer(1, "Nguyễn Thị Hường", "0912345678");
    shop.store.save_customer(hers).await.unwrap();
    assert_eq!(of(1, 2).await, [21, 10].map(payment_id));
    assert_eq!(of(1, 200).await.len(), 11);
    assert!(of(2, 200).await.is_empty());
    let mine = InvoiceFilter {
        customer: Some(customer_id(1)),
        ..all(T0)
    };
    assert_eq!(ids(&shop, mine.clone()).await.len(), 10);
    let none = InvoiceFilter {
        customer: Some(customer_id(2)),
        ..mine
    };
    assert!(ids(&shop, none).await.is_empty());
}
