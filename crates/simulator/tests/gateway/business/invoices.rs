//! Invoices: what is taken, what is refused, what they come to, and the life of one.

use dong::Dong;
use serde_json::{Value, json};

use super::{INVOICES, delete, invoice, made, put, read, shop, status_with};

#[test]
fn an_invoice_is_created_with_a_link_and_the_gateways_sums() {
    let shop = shop();
    let created = made(&shop, INVOICES, &invoice(&shop, "INV-001"));
    let id = &created["invoice_id"];
    let link = created["payment_link"].as_str().unwrap();
    assert!(link.starts_with("https://pay.finan.one/") && link.ends_with(id.as_str().unwrap()));
    assert_eq!(
        (&created["status"], &created["invoice_code"]),
        (&"unpaid".into(), &"INV-001".into())
    );
    assert_eq!(
        (&created["total_amount"], &created["tax_amount"]),
        (&220_000.into(), &20_000.into())
    );
    assert_eq!(created["payment_due_amount"], 220_000);
    assert_eq!(created["due_date"], "2026-01-22T01:00:00Z");
    assert_eq!(created["items"][0]["name"], "Cà phê sữa");
    assert!(created["bank_transfer_detail"].is_null());
    assert_eq!(read(&shop, INVOICES, id), (200, created.clone()));
}

#[test]
fn a_price_left_out_or_zero_is_the_products() {
    let shop = shop();
    for (number, price) in [json!(null), json!(0)].into_iter().enumerate() {
        let mut body = invoice(&shop, &format!("INV-{number}"));
        body["items"][0]["unit_price"] = price;
        let created = made(&shop, INVOICES, &body);
        assert_eq!(created["items"][0]["unit_price"], 45_000);
        assert_eq!(created["total_amount"], 99_000);
    }
}

#[test]
fn discounts_may_have_fractions_and_zero_is_none() {
    let shop = shop();
    let total = |number: usize, discount: Value| {
        let mut body = invoice(&shop, &format!("INV-{number}"));
        body["tax_type"] = "tax_not_applicable".into();
        body["discount"] = discount;
        let created = made(&shop, INVOICES, &body);
        (
            created["total_amount"].as_i64().unwrap(),
            created["discount"].is_null(),
        )
    };
    assert_eq!(
        total(1, json!({"is_percentage": true, "value": 2.5})),
        (195_000, false)
    );
    assert_eq!(
        total(2, json!({"is_percentage": false, "value": 10_000})),
        (190_000, false)
    );
    assert_eq!(
        total(3, json!({"is_percentage": false, "value": 0})),
        (200_000, true)
    );
}

#[test]
fn a_code_is_taken_until_its_invoice_is_gone() {
    let shop = shop();
    let first = made(&shop, INVOICES, &invoice(&shop, "INV-1"));
    assert_eq!(
        shop.post(INVOICES, &invoice(&shop, "INV-1").to_string()).status,
        409
    );
    assert_eq!(shop.hand().invoice_effects("INV-1"), 1);
    assert_eq!(delete(&shop, INVOICES, &first["invoice_id"]), 200);
    made(&shop, INVOICES, &invoice(&shop, "INV-1"));
    assert_eq!(shop.hand().invoice_effects("INV-1"), 2);
}

#[test]
fn an_unpaid_invoice_may_change_and_one_with_money_may_not() {
    let shop = shop();
    let created = made(&shop, INVOICES, &invoice(&shop, "INV-1"));
    let id = &created["invoice_id"];
    let mut changed = invoice(&shop, "INV-1");
    changed["items"][0]["quantity"] = 3.into();
    let (status, answered) = put(&shop, INVOICES, id, &changed);
    assert_eq!((status, &answered["total_amount"]), (200, &330_000.into()));
    assert_eq!(answered["payment_link"], created["payment_link"]);
    shop.hand()
        .pay_invoice(id.as_str().unwrap(), Dong::new(1))
        .unwrap();
    assert_eq!(put(&shop, INVOICES, id, &changed).0, 422);
    assert_eq!(delete(&shop, INVOICES, id), 422);
}

#[test]
fn unreadable_bodies_are_400_and_broken_rules_422() {
    let shop = shop();
    let good = invoice(&shop, "INV-1");
    for (pointer, value, status) in [
        ("/invoice_code", json!(null), 400),
        ("/transaction_date", json!("2026-01-15"), 400),
        ("/transaction_date", json!("2026-01-15T08:00:00+07:00"), 400),
        ("/due_date", json!(null), 400),
        ("/due_date", json!("2026-01-15T00:59:59Z"), 422),
        ("/tax_type", json!(null), 400),
        ("/tax_type", json!("vat"), 422),
        ("/items", json!([]), 400),
        ("/items", json!([7]), 400),
        ("/items/0/code", json!(null), 400),
        ("/items/0/code", json!("NOBODY"), 422),
        ("/items/0/tax_code", json!(null), 400),
        ("/items/0/tax_code", json!("VAT"), 422),
        ("/items/0/quantity", json!(1.5), 400),
        ("/items/0/quantity", json!(0), 422),
        ("/items/0/unit_price", json!("1"), 400),
        ("/items/0/unit_price", json!(-1), 422),
        ("/items/0/unit_price", json!(9_000_000_000_i64), 422),
        ("/customer", json!(null), 400),
        ("/customer/code", json!("NOBODY"), 422),
        ("/customer/email", json!(1), 400),
        ("/discount", json!({"value": 1}), 400),
        ("/discount", json!({"is_percentage": true, "value": "5"}), 400),
        ("/discount", json!({"is_percentage": true, "value": 101}), 422),
        ("/discount", json!({"is_percentage": true, "value": 100}), 422),
        ("/discount", json!({"is_percentage": false, "value": -1}), 422),
        ("/note", json!(1), 400),
        ("/payment_methods", json!(null), 400),
        ("/payment_methods", json!([]), 400),
        ("/payment_methods", json!("card"), 400),
        ("/payment_methods", json!(["cash"]), 422),
        ("/account_id", json!(null), 400),
        ("/account_id", json!("nobody"), 404),
    ] {
        let found = status_with(&shop, INVOICES, &good, pointer, &value);
        assert_eq!(found, status, "{pointer} = {value}");
    }
    assert_eq!(shop.hand().invoice_effects("INV-1"), 0);
    let mut card = good;
    card["payment_methods"] = json!(["card", "ewallet_momo"]);
    card["account_id"] = json!(null);
    made(&shop, INVOICES, &card);
}
