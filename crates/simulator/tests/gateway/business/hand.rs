//! The customer's behaviour with an invoice, and what survives a restart.

use dong::Dong;
use simulator::{Config, HandError};

use super::{INVOICES, invoice, made, read, shop, stocked};
use crate::shop::Shop;

#[test]
fn parts_add_up_and_the_gateways_word_follows() {
    let shop = shop();
    let created = made(&shop, INVOICES, &invoice(&shop, "INV-1"));
    let id = created["invoice_id"].as_str().unwrap();
    let hand = shop.hand();
    let seen = |shop: &Shop| {
        let now = read(shop, INVOICES, &created["invoice_id"]).1;
        (
            now["status"].as_str().unwrap().to_owned(),
            now["total_paid_amount"].as_i64().unwrap(),
            now["payment_due_amount"].as_i64().unwrap(),
        )
    };
    hand.pay_invoice(id, Dong::new(200)).unwrap();
    assert_eq!(seen(&shop), ("partial_paid".to_owned(), 200, 219_800));
    assert_eq!(hand.pay_invoice_full(id).unwrap().status, "paid");
    assert_eq!(seen(&shop), ("paid".to_owned(), 220_000, 0));
    assert_eq!(hand.pay_invoice_full(id), Err(HandError::NothingToPay));
    hand.pay_invoice(id, Dong::new(1)).unwrap();
    assert_eq!(seen(&shop), ("extra_paid".to_owned(), 220_001, 0));
}

#[test]
fn a_hand_cannot_pay_nothing_or_nobody() {
    let shop = shop();
    let hand = shop.hand();
    let created = made(&shop, INVOICES, &invoice(&shop, "INV-1"));
    let id = created["invoice_id"].as_str().unwrap();
    assert_eq!(hand.pay_invoice(id, Dong::ZERO), Err(HandError::NothingToPay));
    assert_eq!(
        hand.pay_invoice("nobody", Dong::new(1)),
        Err(HandError::NoSuchInvoice)
    );
    assert_eq!(hand.pay_invoice_full("nobody"), Err(HandError::NoSuchInvoice));
    assert_eq!(hand.age_invoice("nobody"), Err(HandError::NoSuchInvoice));
}

#[test]
fn an_aged_invoice_is_past_due_for_everybody_and_keeps_its_word() {
    let shop = shop();
    let created = made(&shop, INVOICES, &invoice(&shop, "INV-1"));
    let id = created["invoice_id"].as_str().unwrap();
    assert!(!shop.hand().invoice(id).unwrap().is_overdue);
    let aged = shop.hand().age_invoice(id).unwrap();
    assert!(aged.is_overdue);
    let now = read(&shop, INVOICES, &created["invoice_id"]).1;
    assert_eq!(now["due_date"], "2026-01-14T01:00:00Z");
    assert_eq!(now["transaction_date"], "2026-01-07T01:00:00Z");
    assert_eq!(now["status"], "unpaid");
    assert_eq!(shop.hand().pay_invoice_full(id).unwrap().status, "paid");
}

#[test]
fn invoices_and_their_money_survive_a_restart_and_older_books_have_none() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("simulator.json");
    let config = || Config {
        state_file: Some(file.clone()),
        seeded_history: false,
        ..Shop::config()
    };
    let shop = stocked(Shop::with(config()));
    let created = made(&shop, INVOICES, &invoice(&shop, "INV-1"));
    let id = created["invoice_id"].as_str().unwrap();
    shop.hand().pay_invoice(id, Dong::new(200)).unwrap();
    let before = shop.hand().invoices();
    shop.close();
    let shop = Shop::with(config());
    assert_eq!(shop.hand().invoices(), before);
    assert_eq!(
        shop.hand().invoice_with_code("INV-1").unwrap().received,
        Dong::new(200)
    );
    assert_eq!(shop.hand().customer_effects("C1"), 1);
    shop.close();

    let mut kept: serde_json::Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
    kept.as_object_mut().unwrap().remove("business").unwrap();
    std::fs::write(&file, kept.to_string()).unwrap();
    let shop = Shop::with(config());
    assert!(shop.hand().invoices().is_empty());
    assert_eq!(shop.get(INVOICES).status, 200);
}
