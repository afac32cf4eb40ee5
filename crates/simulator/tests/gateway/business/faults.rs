//! Faults at the three resources, and whom a scope spares.

use simulator::{Fault, FaultRule, Scope};

use super::{CUSTOMERS, INVOICES, PRODUCTS, customer, delete, invoice, made, product, put, read, shop};

#[test]
fn a_lost_create_leaves_one_invoice_behind_that_its_code_finds() {
    let shop = shop();
    let body = invoice(&shop, "LOST").to_string();
    shop.break_with(FaultRule::once(Fault::LostAnswer).only(Scope::InvoiceCreate));
    assert_eq!(shop.get(INVOICES).status, 200);
    made(&shop, CUSTOMERS, &customer("C2"));
    assert!(shop.call("POST", INVOICES, &body).is_err());
    assert_eq!(shop.hand().invoice_effects("LOST"), 1);
    assert_eq!(shop.get(INVOICES).json()["data"][0]["invoice_code"], "LOST");
    assert_eq!(
        shop.post(INVOICES, &body).status,
        409,
        "a repeat has no second effect"
    );
    assert_eq!(shop.hand().invoice_effects("LOST"), 1);
}

#[test]
fn changes_and_removals_can_lose_their_answer_too() {
    let shop = shop();
    let created = made(&shop, PRODUCTS, &product("S2", 1));
    let id = &created["product_id"];
    let path = format!("{PRODUCTS}/{}", id.as_str().unwrap());
    shop.break_with(FaultRule::once(Fault::LostAnswer).only(Scope::Products));
    assert!(shop.call("PUT", &path, &product("S2", 2).to_string()).is_err());
    assert_eq!(read(&shop, PRODUCTS, id).1["sale_info"]["sale_price"], 2);
    shop.break_with(FaultRule::once(Fault::ServerErrorAfterEffect));
    assert_eq!(delete(&shop, PRODUCTS, id), 500);
    assert_eq!(delete(&shop, PRODUCTS, id), 404);
}

#[test]
fn a_refused_write_has_no_effect() {
    let shop = shop();
    for scope in [Scope::CustomerCreate, Scope::Customers, Scope::Writes] {
        shop.break_with(FaultRule::once(Fault::ServerError).only(scope));
        assert_eq!((shop.get(PRODUCTS).status, shop.get(INVOICES).status), (200, 200));
        let reply = shop.post(CUSTOMERS, &customer("C9").to_string());
        assert_eq!(
            (reply.status, shop.hand().customer_effects("C9")),
            (500, 0),
            "{scope:?}"
        );
    }
}

#[test]
fn scopes_are_read_from_short_json_and_spare_the_others() {
    let shop = shop();
    let rule: FaultRule =
        serde_json::from_str(r#"{"fault":"refuse","status":422,"repeat":"always","only":"product_create"}"#)
            .unwrap();
    shop.break_with(rule);
    assert_eq!(shop.post(PRODUCTS, &product("S2", 1).to_string()).status, 422);
    assert_eq!(shop.get(PRODUCTS).status, 200);
    let id = shop.get(PRODUCTS).json()["data"][0]["product_id"].clone();
    assert_eq!(put(&shop, PRODUCTS, &id, &product("S1", 1)).0, 200);
    made(&shop, INVOICES, &invoice(&shop, "INV-1"));
}

#[test]
fn an_unknown_status_word_is_sent_to_readers_of_invoices() {
    let shop = shop();
    let created = made(&shop, INVOICES, &invoice(&shop, "INV-1"));
    shop.break_with(FaultRule::once(Fault::UnknownStatus {
        word: "Chờ_duyệt".to_owned(),
    }));
    assert_eq!(
        read(&shop, INVOICES, &created["invoice_id"]).1["status"],
        "Chờ_duyệt"
    );
    assert_eq!(
        read(&shop, INVOICES, &created["invoice_id"]).1["status"],
        "unpaid"
    );
}
