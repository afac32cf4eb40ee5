//! The customer's behaviour, and what the gateway makes of it.

use dong::Dong;
use simulator::{Config, HandError};

use crate::shop::{Shop, id};

fn received(shop: &Shop, payment: &serde_json::Value) -> i64 {
    let read = shop.get(&format!("/api/v1/payments/{}", id(payment)));
    read.json()["data"]["total_paid_amount"].as_i64().unwrap()
}

#[test]
fn full_short_over_late_and_never() {
    let shop = Shop::open();
    let hand = shop.hand();
    let bills = ["full", "short", "over", "late", "never"].map(|name| shop.sell(200_000, name));
    hand.pay_full(id(&bills[0])).unwrap();
    hand.pay_short(id(&bills[1])).unwrap();
    hand.pay_over(id(&bills[2])).unwrap();
    hand.pay_late(id(&bills[3])).unwrap();
    assert!(hand.payment(id(&bills[3])).unwrap().expired);
    let statuses = bills.each_ref().map(|bill| shop.status(bill));
    assert_eq!(statuses, ["paid", "partial_paid", "extra_paid", "paid", "unpaid"]);
    let sums = bills.each_ref().map(|bill| received(&shop, bill));
    assert_eq!(sums, [200_000, 200, 210_000, 200_000, 0]);
}

#[test]
fn several_transfers_add_up() {
    let shop = Shop::open();
    let bill = shop.sell(200_000, "PARTS");
    let hand = shop.hand();
    assert_eq!(
        hand.pay(id(&bill), Dong::new(200)).unwrap().status,
        "partial_paid"
    );
    assert_eq!(hand.pay(id(&bill), Dong::new(199_800)).unwrap().status, "paid");
    assert_eq!(
        hand.pay(id(&bill), Dong::new(1)).unwrap().received,
        Dong::new(200_001)
    );
    assert_eq!(shop.status(&bill), "extra_paid");
}

#[test]
fn a_hand_cannot_pay_nothing_or_nobody() {
    let shop = Shop::open();
    let hand = shop.hand();
    let bill = shop.sell(1, "ONE");
    assert_eq!(hand.pay("nobody", Dong::new(1)), Err(HandError::NoSuchPayment));
    assert_eq!(hand.pay(id(&bill), Dong::ZERO), Err(HandError::NothingToPay));
    assert_eq!(hand.pay(id(&bill), Dong::new(-5)), Err(HandError::NothingToPay));
    assert_eq!(hand.pay_short(id(&bill)), Err(HandError::NothingToPay));
    hand.pay_full(id(&bill)).unwrap();
    assert_eq!(hand.pay_full(id(&bill)), Err(HandError::NothingToPay));
    assert_eq!(hand.pay(id(&bill), Dong::MAX).unwrap().status, "extra_paid");
}

#[test]
fn a_hand_sees_payments_newest_first_and_every_request() {
    let shop = Shop::open();
    shop.sell(1_000, "A");
    shop.sell(2_000, "B");
    let hand = shop.hand();
    let references: Vec<_> = hand
        .payments()
        .into_iter()
        .filter_map(|row| row.reference_id)
        .collect();
    assert_eq!(references, ["B", "A"]);
    assert_eq!(hand.payment_with_reference("A").unwrap().amount, Dong::new(1_000));
    let last = hand.requests().pop().unwrap();
    assert_eq!(
        (last.method.as_str(), last.path.as_str(), last.status),
        ("POST", "/api/v1/payments", Some(201))
    );
}

#[test]
fn a_new_practice_shop_has_a_past() {
    let shop = Shop::with(Config {
        seeded_history: true,
        ..Shop::config()
    });
    let body = shop.get("/api/v1/payments?page_size=100").json();
    let rows = body["data"].as_array().unwrap();
    assert_eq!(rows.len(), 24);
    assert!(
        rows.iter()
            .all(|row| row["created_at"].as_str().unwrap() < "2026-01-15T01:00:00Z")
    );
    for status in ["unpaid", "paid", "partial_paid", "extra_paid"] {
        assert!(rows.iter().any(|row| row["status"] == status), "{status}");
    }
}
