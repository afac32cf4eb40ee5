//! The vocabulary of faults at Fundiin's endpoints.

use simulator::{Fault, FaultRule, InstalmentCall, Scope};

use super::merchant::{INITIATE, Merchant, STATUS, word};

/// The 19 of the Initiate page with the HTTP status assumed for each.
const RESULTS: [(&str, u16); 18] = [
    ("ACCESS_DENIED", 403),
    ("INVALID_REQUEST", 400),
    ("INVALID_REFERENCE_ID", 400),
    ("INVALID_STORE_ID", 400),
    ("DUPLICATE_REFERENCE_ID", 200),
    ("INVALID_CLIENT_ID", 401),
    ("INVALID_SIGNATURE", 401),
    ("INVALID_MERCHANT_ID", 400),
    ("INVALID_HTTP_METHOD", 405),
    ("INVALID_API", 404),
    ("INVALID_AMOUNT", 400),
    ("PHONE_NUMBER_UNAVAILABLE", 200),
    ("PHONE_NUMBER_INVALID", 400),
    ("AMOUNT_EXCEEDED_UPPER_LIMIT", 200),
    ("AMOUNT_BELOW_MINIMUM_LIMIT", 200),
    ("REQUEST_PROCESSING", 422),
    ("DOWNSTREAM_ERROR", 504),
    ("ERROR_GENERAL", 500),
];

fn force(merchant: &Merchant, result: &str, after_effect: bool) {
    let (result, scope) = (result.to_owned(), Scope::PaymentCreate);
    let rule = FaultRule::once(Fault::ForceResult { result, after_effect });
    merchant.shop.break_with(rule.only(scope));
}

#[test]
fn every_result_can_be_forced_once_and_the_same_key_then_succeeds() {
    let merchant = Merchant::open();
    for (result, status) in RESULTS {
        let order = merchant.order(result, 400_000);
        force(&merchant, result, false);
        assert_eq!(
            word(&merchant.status(result)),
            "INVALID_REFERENCE_ID",
            "other endpoints are not struck"
        );
        let reply = merchant.try_post(INITIATE, &order, Some(result)).unwrap();
        let answer = reply.json();
        assert_eq!((reply.status, word(&answer).as_str()), (status, result));
        assert!(answer["resultMsg"].as_str().unwrap().len() > 5 && answer.get("paymentUrl").is_none());
        assert_eq!(answer["referenceId"], result);
        assert!(merchant.hand().instalment(result).is_none());
        let again = merchant.try_post(INITIATE, &order, Some(result)).unwrap().json();
        assert_eq!(word(&again), "APPROVED");
    }
    force(&merchant, "APPROVED", false);
    assert!(merchant.sell("YES", 400_000)["paymentUrl"].is_string());
}

#[test]
fn a_forced_result_may_hide_an_effect_or_be_a_word_nobody_knows() {
    let merchant = Merchant::open();
    let order = merchant.order("HIDDEN", 400_000);
    force(&merchant, "DOWNSTREAM_ERROR", true);
    assert_eq!(
        merchant.try_post(INITIATE, &order, Some("k")).unwrap().status,
        504
    );
    assert!(merchant.hand().instalment("HIDDEN").is_some());
    let again = merchant.try_post(INITIATE, &order, Some("k")).unwrap().json();
    assert_eq!(word(&again), "APPROVED");
    force(&merchant, "UNDER_REVIEW", false);
    assert_eq!(
        merchant.result(INITIATE, &merchant.order("ODD", 400_000)),
        "UNDER_REVIEW"
    );
}

#[test]
fn the_network_can_break_before_anything_happens() {
    let merchant = Merchant::open();
    let order = merchant.order("A", 400_000);
    merchant.shop.break_with(FaultRule::once(Fault::Reset));
    assert!(merchant.try_post(INITIATE, &order, None).is_err());
    merchant.shop.break_with(FaultRule::once(Fault::CaptivePortal));
    let portal = merchant.try_post(INITIATE, &order, None).unwrap();
    assert_eq!((portal.status, portal.body.starts_with("<!DOCTYPE")), (200, true));
    for (fault, status) in [(Fault::ServerError, 500), (Fault::Refuse { status: 503 }, 503)] {
        merchant.shop.break_with(FaultRule::once(fault));
        let reply = merchant.try_post(INITIATE, &order, None).unwrap();
        assert_eq!(
            (reply.status, word(&reply.json()).as_str()),
            (status, "ERROR_GENERAL")
        );
    }
    assert!(merchant.hand().instalments().is_empty());
}

#[test]
fn too_many_requests_say_how_long_and_leave_finan_one_alone() {
    let merchant = Merchant::open();
    merchant
        .shop
        .break_with(FaultRule::once(Fault::RateLimited { seconds: 12 }));
    let reply = merchant.try_post(STATUS, &merchant.about("A"), None).unwrap();
    assert_eq!((reply.status, reply.header("retry-after")), (429, Some("12")));
    assert_eq!(merchant.shop.get("/api/v1/payments").status, 200);
    merchant.hand().advance_clock(12);
    assert_eq!(word(&merchant.status("A")), "INVALID_REFERENCE_ID");
}

#[test]
fn a_link_can_lead_elsewhere_and_stays_so() {
    let merchant = Merchant::open();
    for (fault, prefix) in [
        (Fault::QrOfStrangeHost, "https://fundiin.vn.thanh-toan.example/"),
        (Fault::QrNotHttps, "http://fundiin.vn/"),
    ] {
        merchant.shop.break_with(FaultRule::once(fault));
        merchant.shop.get("/api/v1/payments");
        let answer = merchant.sell(&prefix.replace(['/', '.'], "_"), 400_000);
        assert!(answer["qrData"].as_str().unwrap().starts_with(prefix), "{answer}");
        assert_eq!(answer["paymentUrl"], answer["qrData"]);
    }
    merchant.shop.break_with(FaultRule::once(Fault::WrongAmountInQr));
    merchant.sell("GOOD", 400_000);
    assert_eq!(
        merchant.hand().faults().len(),
        1,
        "a fault of the other gateway's QR waits for it"
    );
}

#[test]
fn an_unknown_word_is_sent_to_readers() {
    let merchant = Merchant::open();
    merchant.sell("A", 400_000);
    let word = "under_review".to_owned();
    merchant
        .shop
        .break_with(FaultRule::once(Fault::UnknownStatus { word }));
    let status = merchant.status("A");
    assert_eq!(
        (&status["paymentStatus"], &status["resultStatus"]),
        (&"under_review".into(), &"under_review".into())
    );
    assert_eq!(merchant.status("A")["paymentStatus"], "WAITING");
}

#[test]
fn faults_are_read_from_json_and_narrowed_to_one_endpoint() {
    let rule: FaultRule =
        serde_json::from_str(r#"{"fault":"force_result","result":"X","only":{"instalment":"refund"}}"#)
            .unwrap();
    let scope = Scope::Instalment(InstalmentCall::Refund);
    let fault = Fault::ForceResult {
        result: "X".to_owned(),
        after_effect: false,
    };
    assert_eq!(rule, FaultRule::once(fault).only(scope));
}
