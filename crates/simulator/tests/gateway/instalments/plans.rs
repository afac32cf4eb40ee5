//! Instalment packages.

use serde_json::{Value, json};
use simulator::FundiinSwitches;

use super::merchant::{INITIATE, Merchant, PACKAGES, with, word};

fn ask(merchant: &Merchant, share: Option<Value>) -> Value {
    let mut body =
        json!({ "merchantId": "FD000000000000", "amount": { "value": 1_000_000, "currency": "VND" } });
    if let Some(share) = share {
        body["firstInstallmentPercent"] = share;
    }
    merchant.post(PACKAGES, &body)
}

#[test]
fn plans_are_given_in_dong_and_dates() {
    let merchant = Merchant::open();
    let answer = ask(&merchant, None);
    assert_eq!(
        (word(&answer).as_str(), &answer["firstInstallmentPercent"]),
        ("APPROVED", &"0.3".into())
    );
    assert_eq!(answer["firstInstallments"].as_array().unwrap().len(), 3);
    let pack = &answer["installmentPacks"][0];
    assert_eq!(
        (&pack["numberOfInstallments"], &pack["feeAmount"]["value"]),
        (&3.into(), &0.into())
    );
    let schedule = pack["schedule"].as_array().unwrap();
    let parts: Vec<i64> = schedule
        .iter()
        .map(|part| part["amount"]["value"].as_i64().unwrap())
        .collect();
    assert_eq!(parts, [300_000, 350_000, 350_000]);
    assert_eq!(schedule[1]["dueDate"], "2026-02-15");
    assert_eq!(answer["installmentPacks"][1]["feeAmount"]["value"], 52_500);
}

#[test]
fn another_first_part_is_possible_if_it_is_offered() {
    let merchant = Merchant::open();
    for (share, first) in [(json!(0.5), 500_000), (json!(0.40), 400_000)] {
        let answer = ask(&merchant, Some(share));
        assert_eq!(
            answer["installmentPacks"][0]["firstInstallmentAmount"]["value"],
            first
        );
    }
    for share in [json!(0.35), json!(1), json!("half")] {
        assert_eq!(word(&ask(&merchant, Some(share))), "INVALID_REQUEST");
    }
}

#[test]
fn the_chosen_plan_sets_the_first_part() {
    let merchant = Merchant::open();
    let package = ask(&merchant, Some(json!(0.5)))["installmentPacks"][0]["packageId"].clone();
    let chosen = |merchant: &Merchant, package: Value| {
        with(
            merchant.order("PLAN", 400_000),
            "/installment",
            Some(json!({ "packageId": package })),
        )
    };
    merchant.post(INITIATE, &chosen(&merchant, package));
    assert_eq!(
        merchant.hand().instalment("PLAN").unwrap().first_part.get(),
        200_000
    );
    let strict = Merchant::with(FundiinSwitches {
        refuses_unknown_package: true,
        ..FundiinSwitches::default()
    });
    assert_eq!(
        strict.result(INITIATE, &chosen(&strict, "045000".into())),
        "INVALID_REQUEST"
    );
}

#[test]
fn packages_are_for_the_merchant_and_for_amounts() {
    let merchant = Merchant::open();
    let ask = |merchant_id: &str, amount: Value| {
        word(&merchant.post(PACKAGES, &json!({ "merchantId": merchant_id, "amount": amount })))
    };
    assert_eq!(
        ask("stranger", json!({ "value": 1, "currency": "VND" })),
        "INVALID_MERCHANT_ID"
    );
    assert_eq!(
        ask("FD000000000000", json!({ "value": -1, "currency": "VND" })),
        "INVALID_AMOUNT"
    );
    assert_eq!(ask("FD000000000000", json!({ "value": 1 })), "INVALID_REQUEST");
}
