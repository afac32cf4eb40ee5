//! The hand at invoices over HTTP.

use serde_json::Value;
use simulator::Config;

use super::{INVOICES, invoice, made, stocked};
use crate::shop::Shop;
use crate::wire::request;

fn tell(shop: &Shop, command: &str, body: &str) -> (u16, Value) {
    let method = if body.is_empty() { "GET" } else { "POST" };
    let bytes = request(method, &format!("/_hand/{command}"), &[], body);
    let reply = shop.send(&bytes).unwrap();
    (reply.status, reply.json())
}

#[test]
fn invoices_are_paid_and_aged_by_id_or_code() {
    let shop = stocked(Shop::with(Config {
        hand_over_http: true,
        seeded_history: false,
        ..Shop::config()
    }));
    let created = made(&shop, INVOICES, &invoice(&shop, "INV-1"));
    let short = r#"{"code":"INV-1","do":"pay","amount":200}"#;
    assert_eq!(
        tell(&shop, "invoice", short).1["invoice"]["status"],
        "partial_paid"
    );
    let full = format!(r#"{{"id":{},"do":"pay","amount":"full"}}"#, created["invoice_id"]);
    assert_eq!(tell(&shop, "invoice", &full).1["invoice"]["received"], 220_000);
    let aged = tell(&shop, "invoice", r#"{"code":"INV-1","do":"age"}"#);
    assert_eq!((aged.0, &aged.1["invoice"]["is_overdue"]), (200, &true.into()));
    assert_eq!(
        tell(&shop, "invoices", "").1["invoices"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
    for (body, status, error) in [
        (r#"{"code":"NOBODY","do":"age"}"#, 404, "no_such_invoice"),
        (r#"{"do":"age"}"#, 404, "no_such_invoice"),
        (r#"{"code":"INV-1","do":"pay","amount":0}"#, 404, "nothing_to_pay"),
        (r#"{"code":"INV-1","do":"pay"}"#, 400, "not_understood"),
        (r#"{"code":"INV-1","do":"eat"}"#, 400, "not_understood"),
    ] {
        let (found, answer) = tell(&shop, "invoice", body);
        assert_eq!((found, &answer["error"]), (status, &error.into()), "{body}");
    }
}
