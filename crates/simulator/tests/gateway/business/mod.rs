//! Customers, products and invoices.

mod control;
mod customers;
mod faults;
mod hand;
mod invoices;
mod lists;
mod products;
mod readings;

use serde_json::{Value, json};
use simulator::{BusinessSwitches, Config, Switches};

use crate::shop::Shop;

const CUSTOMERS: &str = "/api/v1/customers";
const PRODUCTS: &str = "/api/v1/products";
const INVOICES: &str = "/api/v1/invoices";

fn customer(code: &str) -> Value {
    json!({"general_info": {
        "name": "Nguyễn Văn An", "customer_code": code, "phone": "0900000000", "phone_code": "+84", "type": "personal",
    }})
}

fn product(sku: &str, price: i64) -> Value {
    json!({
        "general_info": {"item_name": "Cà phê sữa", "sku_code": sku},
        "sale_info": {"sale_price": price, "sale_category_code": "C1001", "sale_tax_code": "TAX_CODE_10"},
        "purchase_info": {"purchase_price": 0, "purchase_category_code": "D1001"},
    })
}

fn invoice(shop: &Shop, code: &str) -> Value {
    json!({
        "invoice_code": code,
        "transaction_date": "2026-01-15T01:00:00Z",
        "due_date": "2026-01-22T01:00:00Z",
        "tax_type": "price_excluding_tax",
        "items": [{"code": "S1", "tax_code": "TAX_CODE_10", "quantity": 2, "unit_price": 100_000}],
        "customer": {"code": "C1"},
        "payment_methods": ["bank_transfer", "card"],
        "account_id": shop.first_account()["account_id"],
    })
}

/// A shop with customer C1 and product S1 at 45,000.
fn shop() -> Shop {
    stocked(Shop::open())
}

fn shop_with(business: BusinessSwitches) -> Shop {
    stocked(Shop::with(Config {
        seeded_history: false,
        switches: Switches {
            business,
            ..Switches::default()
        },
        ..Shop::config()
    }))
}

fn stocked(shop: Shop) -> Shop {
    made(&shop, CUSTOMERS, &customer("C1"));
    made(&shop, PRODUCTS, &product("S1", 45_000));
    shop
}

/// Creates and gives its `data`.
fn made(shop: &Shop, path: &str, body: &Value) -> Value {
    let reply = shop.post(path, &body.to_string());
    assert_eq!(
        (reply.status, reply.json()["code"].as_u64()),
        (201, Some(102_001)),
        "{}",
        reply.body
    );
    reply.json()["data"].clone()
}

fn put(shop: &Shop, path: &str, id: &Value, body: &Value) -> (u16, Value) {
    let path = format!("{path}/{}", id.as_str().unwrap());
    let reply = shop.call("PUT", &path, &body.to_string()).unwrap();
    (reply.status, reply.json()["data"].clone())
}

fn delete(shop: &Shop, path: &str, id: &Value) -> u16 {
    let path = format!("{path}/{}", id.as_str().unwrap());
    shop.call("DELETE", &path, "").unwrap().status
}

fn read(shop: &Shop, path: &str, id: &Value) -> (u16, Value) {
    let reply = shop.get(&format!("{path}/{}", id.as_str().unwrap()));
    (reply.status, reply.json()["data"].clone())
}

/// The status of a create in which the value at `pointer` is another.
fn status_with(shop: &Shop, path: &str, good: &Value, pointer: &str, value: &Value) -> u16 {
    let mut body = good.clone();
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    body.pointer_mut(parent).unwrap()[name] = value.clone();
    shop.post(path, &body.to_string()).status
}
