//! One request with everything wrong, repaired step by step: each step uncovers the next check of the contract.

use serde_json::{Value, json};

use super::merchant::{INITIATE, Merchant, with, word};

#[test]
fn checks_come_in_the_contracts_order() {
    let merchant = Merchant::open();
    merchant.sell("TAKEN", 400_000);
    let mut order = with(
        merchant.order("not a reference", 0),
        "/customer/phoneNumber",
        Some("12".into()),
    );
    order["merchantId"] = "stranger".into();
    order["storeId"] = "elsewhere".into();
    order["items"] = json!([]);
    let repair: [(&str, &str, Value); 8] = [
        (
            "INVALID_REQUEST",
            "/items",
            merchant.order("X", 400_000)["items"].clone(),
        ),
        ("INVALID_MERCHANT_ID", "/merchantId", "FD000000000000".into()),
        ("INVALID_STORE_ID", "/storeId", "STORE-01".into()),
        ("INVALID_REFERENCE_ID", "/referenceId", "TAKEN".into()),
        ("DUPLICATE_REFERENCE_ID", "/referenceId", "FREE".into()),
        ("INVALID_AMOUNT", "/amount/value", 99_999.into()),
        (
            "PHONE_NUMBER_INVALID",
            "/customer/phoneNumber",
            "091234567".into(),
        ),
        (
            "PHONE_NUMBER_UNAVAILABLE",
            "/customer/phoneNumber",
            "0912345678".into(),
        ),
    ];

    let headers = |count: usize, body: &str| {
        let mut headers = merchant.headers(body);
        let wrong_signature = "0".repeat(64);
        if count == 0 {
            headers[1].1 = "stranger".to_owned();
        }
        if count <= 1 {
            headers[3].1 = wrong_signature;
        }
        headers
    };
    let text = order.to_string();
    let ask = |method: &str, path: &str, count: usize| {
        word(
            &merchant
                .send(method, path, &headers(count, &text), &text)
                .unwrap()
                .json(),
        )
    };
    assert_eq!(ask("GET", "/v2/nothing", 0), "INVALID_API");
    assert_eq!(ask("GET", INITIATE, 0), "INVALID_HTTP_METHOD");
    assert_eq!(ask("POST", INITIATE, 0), "INVALID_CLIENT_ID");
    assert_eq!(ask("POST", INITIATE, 1), "INVALID_SIGNATURE");
    for (expected, pointer, value) in repair {
        assert_eq!(merchant.result(INITIATE, &order), expected);
        order = with(order, pointer, Some(value));
    }
    assert_eq!(merchant.result(INITIATE, &order), "AMOUNT_BELOW_MINIMUM_LIMIT");
    order["amount"]["value"] = 25_000_001.into();
    assert_eq!(merchant.result(INITIATE, &order), "AMOUNT_EXCEEDED_UPPER_LIMIT");
    order["amount"]["value"] = 100_000.into();
    assert_eq!(merchant.result(INITIATE, &order), "APPROVED");
}

#[test]
fn a_key_that_was_used_is_seen_before_the_body() {
    let merchant = Merchant::open();
    let order = merchant.order("KEYED", 400_000);
    let first = merchant.try_post(INITIATE, &order, Some("key")).unwrap();
    assert_eq!(first.status, 200);
    let reply = merchant
        .try_post(INITIATE, &json!({ "broken": true }), Some("key"))
        .unwrap();
    assert_eq!(
        reply.json()["resultMsg"],
        "The request is invalid. [Idempotency-Key]"
    );
}
