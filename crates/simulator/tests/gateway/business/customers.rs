//! Customers: what is taken, what is refused, and the life of one.

use serde_json::json;

use super::{CUSTOMERS, INVOICES, customer, delete, invoice, made, put, read, shop, status_with};
use crate::shop::Shop;

#[test]
fn a_customer_is_created_read_replaced_and_deleted() {
    let shop = Shop::open();
    let mut body = customer("C1");
    body["address"] = json!({"province": "Huế", "zip_code": ""});
    body["bank_accounts"] = json!([{"bank_code": "201", "account_number": "0000000001"}]);
    let created = made(&shop, CUSTOMERS, &body);
    let id = &created["customer_id"];
    assert!(id.as_str().unwrap().starts_with("CUST-"));
    assert_eq!(created["general_info"], body["general_info"]);
    assert_eq!(created["address"], json!({"province": "Huế"}));
    assert_eq!(created["created_at"], "2026-01-15T01:00:00Z");
    assert_eq!(read(&shop, CUSTOMERS, id), (200, created.clone()));

    shop.hand().advance_clock(60);
    let mut changed = customer("C1");
    changed["general_info"]["name"] = "Trần Bình".into();
    let (status, answered) = put(&shop, CUSTOMERS, id, &changed);
    assert_eq!(
        (status, &answered["general_info"]["name"]),
        (200, &"Trần Bình".into())
    );
    assert!(answered["address"].is_null() && answered["bank_accounts"].is_null());
    assert_eq!(answered["created_at"], "2026-01-15T01:00:00Z");
    assert_eq!(answered["updated_at"], "2026-01-15T01:01:00Z");
    assert_eq!(read(&shop, CUSTOMERS, id).1, answered);

    assert_eq!(delete(&shop, CUSTOMERS, id), 200);
    assert_eq!(
        (read(&shop, CUSTOMERS, id).0, delete(&shop, CUSTOMERS, id)),
        (404, 404)
    );
    assert_eq!(put(&shop, CUSTOMERS, id, &changed).0, 404);
}

#[test]
fn a_code_is_taken_until_its_customer_is_gone() {
    let shop = shop();
    let again = customer("C1");
    assert_eq!(shop.post(CUSTOMERS, &again.to_string()).status, 409);
    let other = made(&shop, CUSTOMERS, &customer("C2"));
    assert_eq!(put(&shop, CUSTOMERS, &other["customer_id"], &again).0, 409);
    assert_eq!(
        put(&shop, CUSTOMERS, &other["customer_id"], &customer("C2")).0,
        200
    );
    assert_eq!(delete(&shop, CUSTOMERS, &other["customer_id"]), 200);
    made(&shop, CUSTOMERS, &customer("C2"));
    assert_eq!(
        (
            shop.hand().customer_effects("C1"),
            shop.hand().customer_effects("C2")
        ),
        (1, 2)
    );
}

#[test]
fn a_company_needs_somebody_to_speak_to() {
    let shop = Shop::open();
    let mut body = customer("C1");
    body["general_info"]["type"] = "company".into();
    for nobody in [json!(null), json!([])] {
        body["general_info"]["contact_persons"] = nobody;
        let reply = shop.post(CUSTOMERS, &body.to_string());
        assert_eq!(reply.status, 400);
        let said = reply.json()["message"]["error"].as_str().unwrap().to_owned();
        assert_eq!(said, "general_info.contact_persons is required");
    }
    body["general_info"]["contact_persons"] =
        json!([{"name": "Oanh", "phone_number": "0900000001", "email": ""}]);
    made(&shop, CUSTOMERS, &body);
}

#[test]
fn unreadable_bodies_are_400_and_broken_rules_422() {
    let shop = Shop::open();
    let good = customer("C1");
    for (pointer, value, status) in [
        ("/general_info", json!(null), 400),
        ("/general_info", json!([]), 400),
        ("/general_info/name", json!(""), 400),
        ("/general_info/customer_code", json!(7), 400),
        ("/general_info/phone", json!(null), 400),
        ("/general_info/phone_code", json!(null), 400),
        ("/general_info/type", json!(null), 400),
        ("/general_info/type", json!("shop"), 422),
        ("/general_info/email", json!(5), 400),
        ("/general_info/contact_persons", json!([{"name": "A"}]), 400),
        ("/general_info/contact_persons", json!("A"), 400),
        ("/address", json!("Huế"), 400),
        ("/address", json!({"ward": 1}), 400),
        ("/bank_accounts", json!([1]), 400),
        ("/bank_accounts", json!([{"account_number": 1}]), 400),
        ("/unknown", json!({"a": [1]}), 201),
    ] {
        let found = status_with(&shop, CUSTOMERS, &good, pointer, &value);
        assert_eq!(found, status, "{pointer} = {value}");
    }
    assert_eq!(shop.post(CUSTOMERS, "[]").status, 400);
}

#[test]
fn a_customer_with_an_invoice_stays() {
    let shop = shop();
    let id = shop.get(CUSTOMERS).json()["data"][0]["customer_id"].clone();
    let bill = made(&shop, INVOICES, &invoice(&shop, "INV-1"));
    assert_eq!(delete(&shop, CUSTOMERS, &id), 422);
    assert_eq!(delete(&shop, INVOICES, &bill["invoice_id"]), 200);
    assert_eq!(delete(&shop, CUSTOMERS, &id), 200);
}
