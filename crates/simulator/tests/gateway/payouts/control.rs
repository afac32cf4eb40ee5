//! The hand at payouts over HTTP.

use serde_json::{Value, json};
use simulator::Config;

use super::{PAYOUTS, made, submit};
use crate::shop::Shop;
use crate::wire::request;

fn tell(shop: &Shop, command: &str, body: &str) -> (u16, Value) {
    let method = if body.is_empty() { "GET" } else { "POST" };
    let bytes = request(method, &format!("/_hand/{command}"), &[], body);
    let reply = shop.send(&bytes).unwrap();
    (reply.status, reply.json())
}

fn shop() -> Shop {
    Shop::with(Config {
        hand_over_http: true,
        seeded_history: false,
        ..Shop::config()
    })
}

#[test]
fn the_sms_is_read_and_the_bank_settles() {
    let shop = shop();
    let id = made(&shop, 1_000, "PO-1");
    let (status, sms) = tell(&shop, "payout", r#"{"reference":"PO-1","do":"code"}"#);
    assert_eq!(
        (status, sms["code"].as_str()),
        (200, shop.hand().payout_code(&id).as_deref())
    );
    assert_eq!(submit(&shop, &id, sms["code"].as_str().unwrap()).0, 201);
    let word = format!(r#"{{"id":"{id}","do":"settle","outcome":{{"unknown":"held"}}}}"#);
    assert_eq!(tell(&shop, "payout", &word).1["payout"]["status"], "held");
    let success = r#"{"reference":"PO-1","do":"settle","outcome":"success"}"#;
    assert_eq!(tell(&shop, "payout", success).1["payout"]["status"], "success");
    let listed = tell(&shop, "payouts", "").1["payouts"].clone();
    assert_eq!(listed[0]["reference_id"], "PO-1");
    assert!(!listed.to_string().contains(sms["code"].as_str().unwrap()));
    for (body, status, error) in [
        (success, 409, "not_open"),
        (r#"{"reference":"PO-1","do":"expire_code"}"#, 409, "not_open"),
        (r#"{"reference":"NOBODY","do":"code"}"#, 404, "no_such_payout"),
        (r#"{"id":"nobody","do":"expire_code"}"#, 404, "no_such_payout"),
        (r#"{"do":"code"}"#, 404, "no_such_payout"),
        (
            r#"{"reference":"PO-1","do":"settle","outcome":"maybe"}"#,
            400,
            "not_understood",
        ),
        (r#"{"reference":"PO-1","do":"steal"}"#, 400, "not_understood"),
    ] {
        let (found, answer) = tell(&shop, "payout", body);
        assert_eq!((found, &answer["error"]), (status, &error.into()), "{body}");
    }
}

#[test]
fn a_code_can_be_made_too_old() {
    let shop = shop();
    made(&shop, 1_000, "PO-1");
    let aged = tell(&shop, "payout", r#"{"reference":"PO-1","do":"expire_code"}"#);
    assert_eq!(
        (aged.0, &aged.1["payout"]["is_code_expired"]),
        (200, &json!(true))
    );
}

#[test]
fn the_whitelist_and_the_balance_are_set() {
    let shop = shop();
    assert_eq!(
        tell(&shop, "bank", r#"{"is_whitelisted":false}"#),
        (200, json!({"is_whitelisted": false, "balance": 200_000_000}))
    );
    assert_eq!(shop.get(PAYOUTS).status, 403);
    assert_eq!(
        tell(&shop, "bank", r#"{"is_whitelisted":true,"balance":5}"#),
        (200, json!({"is_whitelisted": true, "balance": 5}))
    );
    assert_eq!(shop.get(PAYOUTS).status, 200);
    assert_eq!(tell(&shop, "bank", r#"{"whitelisted":true}"#).0, 400);
}
