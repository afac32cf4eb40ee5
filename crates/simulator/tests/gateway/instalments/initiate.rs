//! Creating a transaction.

use serde_json::json;
use simulator::FundiinSwitches;

use super::merchant::{INITIATE, Merchant, with, word};

const PAGES_OWN_EXAMPLE: &str = include_str!("../vectors/v2.json");

#[test]
fn an_order_is_approved_and_not_paid() {
    let merchant = Merchant::open();
    let answer = merchant.sell("ORDER-1", 400_000);
    assert_eq!(answer["merchantId"], "FD000000000000");
    assert_eq!(answer["referenceId"], "ORDER-1");
    assert_eq!(answer["responseTime"], "2026-01-15 08:00:00");
    assert_eq!(answer["resultMsg"], "Thành công");
    assert!(
        answer["paymentUrl"]
            .as_str()
            .unwrap()
            .starts_with("https://fundiin.vn/")
    );
    assert_eq!(answer["qrData"], answer["paymentUrl"]);
    assert_eq!(answer.get("paymentTransId"), None);
    let status = merchant.status("ORDER-1");
    assert_eq!(
        (&status["paymentStatus"], &status["resultStatus"]),
        (&"WAITING".into(), &"WAITING".into())
    );
    assert_eq!(status["amount"], json!({ "value": 400_000, "currency": "VND" }));
    assert_eq!(status.get("paymentMethod"), None);
}

#[test]
fn every_payment_method_and_option_of_the_page_is_taken() {
    let merchant = Merchant::open();
    for method in ["APP", "POS", "WEB"] {
        let mut order = merchant.order(&format!("WITH-{method}"), 400_000);
        order["paymentMethod"] = method.into();
        order["terminalType"] = "DESKTOP_BROWSER".into();
        order["extraData"] = "{\"a\":1}".into();
        order["installment"] = json!({ "packageId": "" });
        order["seller"] = json!({ "id": "S", "name": "Lan" });
        order["transExpiredTime"] = 900_000.into();
        order["sendSms"] = true.into();
        order["sendEmail"] = false.into();
        order["unknown"] = json!([1]);
        order["customer"]["gender"] = "F".into();
        order["customer"]["dateOfBirth"] = "17-04-1999".into();
        assert_eq!(merchant.result(INITIATE, &order), "APPROVED", "{method}");
    }
}

#[test]
fn the_language_is_english_unless_vietnamese_is_asked_for() {
    let merchant = Merchant::open();
    let order = with(merchant.order("EN", 400_000), "/lang", None);
    assert_eq!(merchant.post(INITIATE, &order)["resultMsg"], "Approved");
    let order = with(merchant.order("FR", 400_000), "/lang", Some("fr".into()));
    assert_eq!(merchant.result(INITIATE, &order), "INVALID_REQUEST");
}

#[test]
fn the_pages_own_example_fails_only_by_its_placeholders() {
    let merchant = Merchant::open();
    let mut order: serde_json::Value = serde_json::from_str(PAGES_OWN_EXAMPLE).unwrap();
    assert_eq!(merchant.result(INITIATE, &order), "INVALID_MERCHANT_ID");
    let good = merchant.order("EXAMPLE", 400_000);
    for name in ["merchantId", "storeId", "referenceId"] {
        order[name] = good[name].clone();
    }
    assert_eq!(merchant.result(INITIATE, &order), "APPROVED");
    let strict = Merchant::with(FundiinSwitches {
        category_is_required: true,
        ..FundiinSwitches::default()
    });
    let answer = strict.post(INITIATE, &order);
    assert_eq!(answer["resultMsg"], "Yêu cầu không hợp lệ. [items[0].category]");
}

#[test]
fn what_merchants_in_the_wild_send_passes_the_lenient_switches_only() {
    let order = |merchant: &Merchant| {
        let order = with(
            merchant.order("WILD", 400_000),
            "/amount/value",
            Some("400000".into()),
        );
        let order = with(order, "/paymentMethod", Some("BNPL".into()));
        with(with(order, "/platformId", None), "/storeId", None)
    };
    let (strict, lenient) = (Merchant::open(), Merchant::with(FundiinSwitches::lenient()));
    assert_eq!(strict.result(INITIATE, &order(&strict)), "INVALID_REQUEST");
    assert_eq!(lenient.result(INITIATE, &order(&lenient)), "APPROVED");
}

#[test]
fn an_amount_may_be_written_with_a_point_but_has_no_fraction() {
    let merchant = Merchant::open();
    let order = |reference, value| with(merchant.order(reference, 400_000), "/amount/value", Some(value));
    assert_eq!(
        merchant.result(INITIATE, &order("A", json!(400_000.0))),
        "APPROVED"
    );
    assert_eq!(
        merchant.result(INITIATE, &order("B", json!(400_000.5))),
        "INVALID_AMOUNT"
    );
    assert_eq!(word(&merchant.status("B")), "INVALID_REFERENCE_ID");
}

#[test]
fn items_need_not_add_up_unless_switched_on() {
    let merchant = Merchant::open();
    let with_fee = |merchant: &Merchant| {
        with(
            merchant.order("FEE", 400_000),
            "/amount/value",
            Some(430_000.into()),
        )
    };
    assert_eq!(merchant.result(INITIATE, &with_fee(&merchant)), "APPROVED");
    let strict = Merchant::with(FundiinSwitches {
        items_must_add_up: true,
        ..FundiinSwitches::default()
    });
    assert_eq!(strict.result(INITIATE, &with_fee(&strict)), "INVALID_AMOUNT");
}
