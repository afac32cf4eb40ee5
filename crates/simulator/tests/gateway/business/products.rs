//! Products: what is taken, what is refused, and the life of one.

use serde_json::json;

use super::{INVOICES, PRODUCTS, delete, invoice, made, product, put, read, shop, status_with};
use crate::shop::Shop;

#[test]
fn a_product_is_created_read_replaced_and_deleted() {
    let shop = Shop::open();
    let created = made(&shop, PRODUCTS, &product("S1", 45_000));
    let id = &created["product_id"];
    assert!(id.as_str().unwrap().starts_with("PROD-"));
    for group in ["general_info", "sale_info", "purchase_info"] {
        assert_eq!(created[group], product("S1", 45_000)[group]);
    }
    assert_eq!(read(&shop, PRODUCTS, id), (200, created.clone()));
    let (status, answered) = put(&shop, PRODUCTS, id, &product("S1", 50_000));
    assert_eq!(
        (status, &answered["sale_info"]["sale_price"]),
        (200, &50_000.into())
    );
    assert_eq!(delete(&shop, PRODUCTS, id), 200);
    assert_eq!(read(&shop, PRODUCTS, id).0, 404);
}

#[test]
fn a_sku_is_taken_until_its_product_is_gone() {
    let shop = shop();
    assert_eq!(shop.post(PRODUCTS, &product("S1", 1).to_string()).status, 409);
    let other = made(&shop, PRODUCTS, &product("S2", 1));
    assert_eq!(
        put(&shop, PRODUCTS, &other["product_id"], &product("S1", 1)).0,
        409
    );
    assert_eq!(shop.hand().product_effects("S1"), 1);
}

#[test]
fn unreadable_bodies_are_400_and_broken_rules_422() {
    let shop = Shop::open();
    let good = product("S1", 45_000);
    for (pointer, value, status) in [
        ("/general_info/item_name", json!(null), 400),
        ("/general_info/sku_code", json!(""), 400),
        ("/general_info/unit", json!(1), 400),
        ("/sale_info", json!(null), 400),
        ("/purchase_info", json!(null), 400),
        ("/sale_info/sale_price", json!("45000"), 400),
        ("/sale_info/sale_price", json!(0.5), 400),
        ("/sale_info/sale_price", json!(-1), 422),
        ("/sale_info/sale_category_code", json!(null), 400),
        ("/sale_info/sale_category_code", json!("D1001"), 422),
        ("/sale_info/sale_tax_code", json!("VAT"), 422),
        ("/purchase_info/purchase_price", json!(null), 400),
        ("/purchase_info/purchase_category_code", json!("C1001"), 422),
        ("/purchase_info/purchase_tax_code", json!("TAX_CODE_101"), 422),
        ("/sale_info/sale_tax_code", json!(""), 201),
    ] {
        let found = status_with(&shop, PRODUCTS, &good, pointer, &value);
        assert_eq!(found, status, "{pointer} = {value}");
    }
}

#[test]
fn a_product_on_an_invoice_stays() {
    let shop = shop();
    let id = shop.get(PRODUCTS).json()["data"][0]["product_id"].clone();
    made(&shop, INVOICES, &invoice(&shop, "INV-1"));
    assert_eq!(delete(&shop, PRODUCTS, &id), 422);
}
