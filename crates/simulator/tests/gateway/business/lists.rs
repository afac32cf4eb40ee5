//! The three lists: pages, order, methods, and the practice shop's own rows.

use serde_json::{Value, json};
use simulator::Config;

use super::{CUSTOMERS, INVOICES, PRODUCTS, customer, invoice, made, product, shop};
use crate::shop::Shop;

fn codes(shop: &Shop, path: &str, pointer: &str) -> Vec<Value> {
    let body = shop.get(path).json();
    let rows = body["data"].as_array().unwrap().iter();
    rows.map(|row| row.pointer(pointer).unwrap().clone()).collect()
}

#[test]
fn lists_are_paged_newest_first_and_carry_the_codes() {
    let shop = shop();
    for number in 2..=4 {
        made(&shop, CUSTOMERS, &customer(&format!("C{number}")));
        made(&shop, PRODUCTS, &product(&format!("S{number}"), 1_000));
        made(&shop, INVOICES, &invoice(&shop, &format!("I{number}")));
    }
    let second = |path: &str| format!("{path}?page=2&page_size=2");
    assert_eq!(
        codes(&shop, &second(CUSTOMERS), "/general_info/customer_code"),
        ["C2", "C1"]
    );
    assert_eq!(
        codes(&shop, &second(PRODUCTS), "/general_info/sku_code"),
        ["S2", "S1"]
    );
    assert_eq!(codes(&shop, &second(INVOICES), "/invoice_code"), ["I2"]);
    assert_eq!(
        shop.get(&second(INVOICES)).json()["meta"],
        json!({"page": 2, "page_size": 2, "total_pages": 2, "total_rows": 3})
    );
    assert_eq!(shop.get(&format!("{INVOICES}?page=0")).status, 400);
    let unknown = format!("{CUSTOMERS}?search=C2&customer_code=C2");
    assert_eq!(
        codes(&shop, &unknown, "/customer_id").len(),
        4,
        "no filter is documented"
    );
}

#[test]
fn other_methods_are_told_what_is_allowed() {
    let shop = shop();
    for path in [CUSTOMERS, PRODUCTS, INVOICES] {
        let all = shop.call("DELETE", path, "").unwrap();
        assert_eq!((all.status, all.header("allow")), (405, Some("GET, POST")));
        let one = shop.post(&format!("{path}/x"), "{}");
        assert_eq!((one.status, one.header("allow")), (405, Some("GET, PUT, DELETE")));
        assert_eq!(shop.get(&format!("{path}/x")).status, 404);
    }
}

#[test]
fn a_new_practice_shop_has_customers_products_and_invoices() {
    let shop = Shop::with(Config {
        seeded_history: true,
        ..Shop::config()
    });
    assert_eq!(codes(&shop, CUSTOMERS, "/customer_id").len(), 5);
    assert_eq!(codes(&shop, PRODUCTS, "/product_id").len(), 8);
    let statuses = codes(&shop, INVOICES, "/status");
    assert_eq!(statuses, ["unpaid", "partial_paid", "unpaid", "paid"]);
    assert!(Shop::open().hand().invoices().is_empty());
}
