//! Other readings of the contract, each one switch away.

use dong::Dong;
use serde_json::json;
use simulator::BusinessSwitches;
use vietqr::VietQr;

use super::{CUSTOMERS, INVOICES, PRODUCTS, customer, delete, invoice, made, put, read, shop_with};

#[test]
fn codes_may_repeat() {
    let shop = shop_with(BusinessSwitches {
        codes_are_unique: false,
        ..BusinessSwitches::default()
    });
    made(&shop, INVOICES, &invoice(&shop, "TWICE"));
    made(&shop, INVOICES, &invoice(&shop, "TWICE"));
    assert_eq!(shop.hand().invoice_effects("TWICE"), 2);
}

#[test]
fn lists_may_hide_the_codes_and_ids_be_plain() {
    let shop = shop_with(BusinessSwitches {
        lists_carry_codes: false,
        ids_are_plain: true,
        ..BusinessSwitches::default()
    });
    let created = made(&shop, INVOICES, &invoice(&shop, "INV-1"));
    assert_eq!(created["invoice_code"], "INV-1");
    assert!(created["invoice_id"].is_null());
    assert_eq!(read(&shop, INVOICES, &created["id"]).0, 200);
    for (path, pointer) in [
        (CUSTOMERS, "/general_info/customer_code"),
        (PRODUCTS, "/general_info/sku_code"),
        (INVOICES, "/invoice_code"),
    ] {
        let row = shop.get(path).json()["data"][0].clone();
        assert!(row.pointer(pointer).is_none() && row["id"].is_string(), "{path}");
    }
}

#[test]
fn a_put_may_merge_and_answer_nothing() {
    let shop = shop_with(BusinessSwitches {
        updates_merge: true,
        updates_are_echoed: false,
        ..BusinessSwitches::default()
    });
    let mut body = customer("C2");
    body["general_info"]["email"] = "a@example.com".into();
    body["address"] = json!({"ward": "Bến Thành"});
    let id = made(&shop, CUSTOMERS, &body)["customer_id"].clone();
    let part = json!({"general_info": {"name": "Mới", "email": ""}});
    assert_eq!(put(&shop, CUSTOMERS, &id, &part), (200, json!(null)));
    let now = read(&shop, CUSTOMERS, &id).1;
    assert_eq!(now["general_info"]["name"], "Mới");
    assert_eq!(now["general_info"]["phone"], "0900000000");
    assert!(now["general_info"]["email"].is_null(), "an empty text clears");
    assert_eq!(now["address"]["ward"], "Bến Thành");
}

#[test]
fn what_is_in_use_may_be_deleted() {
    let shop = shop_with(BusinessSwitches {
        deletes_what_is_in_use: true,
        ..BusinessSwitches::default()
    });
    let created = made(&shop, INVOICES, &invoice(&shop, "INV-1"));
    for (path, id) in [(CUSTOMERS, "customer_id"), (PRODUCTS, "product_id")] {
        let id = shop.get(path).json()["data"][0][id].clone();
        assert_eq!(delete(&shop, path, &id), 200);
    }
    assert_eq!(read(&shop, INVOICES, &created["invoice_id"]).1, created);
}

#[test]
fn a_discount_may_come_after_tax_and_an_invoice_have_a_qr() {
    let shop = shop_with(BusinessSwitches {
        discount_comes_before_tax: false,
        invoices_carry_a_qr: true,
        ..BusinessSwitches::default()
    });
    let mut body = invoice(&shop, "INV-1");
    body["discount"] = json!({"is_percentage": true, "value": 50});
    let created = made(&shop, INVOICES, &body);
    assert_eq!(created["total_amount"], 120_000);
    let qr = VietQr::parse(created["bank_transfer_detail"]["qr_code"].as_str().unwrap()).unwrap();
    assert_eq!(
        (qr.amount, qr.purpose.as_deref()),
        (Some(Dong::new(120_000)), Some("INV 1"))
    );
}
