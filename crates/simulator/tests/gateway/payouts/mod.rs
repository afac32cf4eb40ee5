//! Payouts.

mod codes;
mod control;
mod create;
mod faults;
mod hand;
mod lists;

use serde_json::{Value, json};
use simulator::{Config, PayoutSwitches, Switches};

use crate::shop::Shop;

const PAYOUTS: &str = "/api/v1/payouts";

fn shop_with(payouts: PayoutSwitches) -> Shop {
    Shop::with(Config {
        seeded_history: false,
        switches: Switches {
            payouts,
            ..Switches::default()
        },
        ..Shop::config()
    })
}

/// The id of a master account at this bank.
fn account_at(shop: &Shop, bank_code: &str) -> Value {
    let masters = shop.get("/api/v1/master-bank-accounts").json()["data"].clone();
    let found = masters
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["bank_code"] == bank_code);
    found.unwrap()["account_id"].clone()
}

fn payout(shop: &Shop, amount: i64, reference: &str) -> Value {
    json!({
        "account_id": account_at(shop, "SHBVN"), "amount": amount,
        "beneficiary_account_name": "NGUYEN VAN A", "beneficiary_account_number": "0000123456",
        "beneficiary_bank_id": "161", "currency": "VND", "reference_id": reference, "description": "pay 1",
    })
}

/// Creates and gives its id.
fn made(shop: &Shop, amount: i64, reference: &str) -> String {
    let reply = shop.post(PAYOUTS, &payout(shop, amount, reference).to_string());
    assert_eq!(
        (reply.status, reply.json()["code"].as_u64()),
        (201, Some(102_001)),
        "{}",
        reply.body
    );
    reply.json()["data"]["id"].as_str().unwrap().to_owned()
}

fn read(shop: &Shop, id: &str) -> Value {
    let reply = shop.get(&format!("{PAYOUTS}/{id}"));
    assert_eq!(reply.status, 200, "{}", reply.body);
    reply.json()["data"].clone()
}

/// Sends a code: the status and the whole body.
fn submit(shop: &Shop, id: &str, code: &str) -> (u16, Value) {
    let body = json!({ "pass_code": code }).to_string();
    let reply = shop.post(&format!("{PAYOUTS}/{id}/otps"), &body);
    (reply.status, reply.json())
}

fn right_code(shop: &Shop, id: &str) -> String {
    shop.hand().payout_code(id).unwrap()
}

fn wrong_code(shop: &Shop, id: &str) -> &'static str {
    if right_code(shop, id) == "000000" {
        "111111"
    } else {
        "000000"
    }
}
