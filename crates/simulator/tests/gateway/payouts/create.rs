//! What may be paid out, by whom, from what.

use dong::Dong;
use serde_json::{Value, json};
use simulator::PayoutSwitches;

use super::{PAYOUTS, account_at, made, payout, read, shop_with};
use crate::shop::Shop;

fn status_with(shop: &Shop, name: &str, value: Value) -> u16 {
    let mut body = payout(shop, 100_000, "CHECKED");
    body[name] = value;
    shop.post(PAYOUTS, &body.to_string()).status
}

#[test]
fn a_payout_waits_for_its_code_and_shows_who_gets_what() {
    let shop = Shop::open();
    let id = made(&shop, 6_000_000, "PO-1");
    let row = read(&shop, &id);
    for (name, value) in [
        ("id", json!(id)),
        ("status", json!("waiting_confirm")),
        ("amount", json!(6_000_000)),
        ("beneficiary_account_name", json!("NGUYEN VAN A")),
        ("beneficiary_account_number", json!("0000123456")),
        ("beneficiary_bank_id", json!("161")),
        ("reference_id", json!("PO-1")),
        ("description", json!("pay 1")),
        ("remaining_try", json!(3)),
        ("created_at", json!("2026-01-15T01:00:00Z")),
    ] {
        assert_eq!(row[name], value, "{name}");
    }
    assert!(!row.to_string().contains(&shop.hand().payout_code(&id).unwrap()));
    assert_eq!(
        shop.hand().balance(),
        Dong::new(200_000_000),
        "no money moves before the code"
    );
}

#[test]
fn required_fields_rules_and_limits_are_checked() {
    let shop = Shop::open();
    for name in [
        "account_id",
        "amount",
        "beneficiary_account_name",
        "beneficiary_account_number",
        "beneficiary_bank_id",
        "description",
    ] {
        assert_eq!(status_with(&shop, name, Value::Null), 400, "{name}");
    }
    for (name, value, status) in [
        ("amount", json!("100000"), 400),
        ("amount", json!(0), 422),
        ("amount", json!(-1), 422),
        ("amount", json!(1_000_000_001), 422),
        ("description", json!("x".repeat(31)), 422),
        ("description", json!("ế".repeat(30)), 201),
        ("currency", json!("USD"), 422),
        ("beneficiary_bank_id", json!("VCB"), 422),
        ("account_id", json!("nobody"), 404),
        ("account_id", account_at(&shop, "MB"), 422),
    ] {
        assert_eq!(status_with(&shop, name, value.clone()), status, "{name} {value}");
    }
    let mut small = payout(&shop, 1, "SMALL");
    for optional in ["currency", "reference_id"] {
        small.as_object_mut().unwrap().remove(optional);
    }
    assert_eq!(shop.post(PAYOUTS, &small.to_string()).status, 201);
}

#[test]
fn a_virtual_account_pays_nothing_out() {
    let shop = Shop::open();
    let virtuals = shop.get("/api/v1/bank-accounts").json()["data"].clone();
    let rows = virtuals.as_array().unwrap();
    let under_shinhan = rows.iter().find(|row| row["bank_code"] == "SHBVN").unwrap();
    assert_eq!(
        status_with(&shop, "account_id", under_shinhan["account_id"].clone()),
        422
    );
}

#[test]
fn a_reference_is_taken_once_unless_the_switch_says_otherwise() {
    let shop = Shop::open();
    made(&shop, 1_000, "TWICE");
    let body = payout(&shop, 1_000, "TWICE").to_string();
    assert_eq!(shop.post(PAYOUTS, &body).status, 409);
    assert_eq!(shop.hand().payout_effects("TWICE"), 1);

    let shop = shop_with(PayoutSwitches {
        reference_id_is_unique: false,
        ..PayoutSwitches::default()
    });
    made(&shop, 1_000, "TWICE");
    made(&shop, 1_000, "TWICE");
    assert_eq!(shop.hand().payout_effects("TWICE"), 2);
}

#[test]
fn more_than_the_balance_is_refused_and_the_balance_is_shown() {
    let shop = Shop::open();
    shop.hand().set_balance(Dong::new(99_999));
    let reply = shop.post(PAYOUTS, &payout(&shop, 100_000, "LOW").to_string());
    assert_eq!(
        (reply.status, &reply.json()["message"]["error"]),
        (422, &json!("insufficient balance"))
    );
    assert_eq!(shop.hand().payout_effects("LOW"), 0);
    shop.hand().set_balance(Dong::new(100_000));
    made(&shop, 100_000, "LOW");
    let masters = shop.get("/api/v1/master-bank-accounts").json()["data"].clone();
    let balances: Vec<_> = masters
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row.get("balance_available_amount").cloned())
        .collect();
    assert_eq!(balances, [Some(json!(100_000)), None, None]);
}

#[test]
fn an_address_that_is_not_whitelisted_gets_403_for_payouts_only() {
    let shop = Shop::open();
    let id = made(&shop, 1_000, "BEFORE");
    shop.hand().set_whitelisted(false);
    let body = payout(&shop, 1_000, "AFTER").to_string();
    let one = format!("{PAYOUTS}/{id}");
    let codes = format!("{one}/otps");
    let replies = [
        shop.post(PAYOUTS, &body),
        shop.get(PAYOUTS),
        shop.get(&one),
        shop.post(&codes, r#"{"pass_code":"1"}"#),
    ];
    for reply in replies {
        assert_eq!(
            (reply.status, &reply.json()["message"]["error"]),
            (403, &json!("IP not whitelisted"))
        );
    }
    assert_eq!(
        (
            shop.hand().payout_effects("AFTER"),
            shop.hand().code_submissions(&id)
        ),
        (0, 0)
    );
    assert_eq!(shop.get("/api/v1/payments").status, 200);
    shop.hand().set_whitelisted(true);
    assert_eq!(shop.post(PAYOUTS, &body).status, 201);
}
