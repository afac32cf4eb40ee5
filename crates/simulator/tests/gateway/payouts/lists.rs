//! The list of payouts and its paths.

use serde_json::json;
use simulator::PayoutSwitches;

use super::{PAYOUTS, made, shop_with};
use crate::shop::Shop;

#[test]
fn the_newest_is_first_and_pages_are_cut() {
    let shop = Shop::open();
    for reference in ["A", "B", "C"] {
        made(&shop, 1_000, reference);
    }
    let page = |query: &str| {
        let body = shop.get(&format!("{PAYOUTS}{query}")).json();
        let rows = body["data"].as_array().unwrap().clone();
        let references: Vec<_> = rows.into_iter().map(|row| row["reference_id"].clone()).collect();
        (references, body["meta"].clone())
    };
    let (references, meta) = page("?page=1&page_size=2");
    assert_eq!(references, ["C", "B"]);
    assert_eq!(
        meta,
        json!({"page": 1, "page_size": 2, "total_pages": 2, "total_rows": 3})
    );
    assert_eq!(page("?page=2&page_size=2").0, ["A"]);
    assert_eq!(page("").0, ["C", "B", "A"]);
}

#[test]
fn a_list_may_keep_references_to_itself() {
    let shop = shop_with(PayoutSwitches {
        lists_carry_reference_id: false,
        ..PayoutSwitches::default()
    });
    let id = made(&shop, 1_000, "A");
    assert!(shop.get(PAYOUTS).json()["data"][0].get("reference_id").is_none());
    assert_eq!(super::read(&shop, &id)["reference_id"], "A");
}

#[test]
fn other_paths_and_methods_are_refused() {
    let shop = Shop::open();
    let id = made(&shop, 1_000, "A");
    assert_eq!(shop.get(&format!("{PAYOUTS}/nobody")).status, 404);
    assert_eq!(shop.get(&format!("{PAYOUTS}/{id}/otps/1")).status, 404);
    for (method, path, allowed) in [
        ("PUT", PAYOUTS.to_owned(), "GET, POST"),
        ("DELETE", format!("{PAYOUTS}/{id}"), "GET"),
        ("GET", format!("{PAYOUTS}/{id}/otps"), "POST"),
    ] {
        let reply = shop.call(method, &path, "").unwrap();
        assert_eq!(
            (reply.status, reply.header("allow")),
            (405, Some(allowed)),
            "{method} {path}"
        );
    }
}
