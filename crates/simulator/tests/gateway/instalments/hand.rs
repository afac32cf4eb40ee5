//! What the customer does, as the status shows it.

use serde_json::json;
use simulator::assumptions::fundiin::InStoreFlow;
use simulator::{FundiinSwitches, HandError};

use super::merchant::{CONFIRM, Merchant, with, word};

#[test]
fn a_customer_begins_and_accepts() {
    let merchant = Merchant::open();
    merchant.sell("A", 400_000);
    merchant.hand().instalment_begins("A").unwrap();
    let pending = merchant.status("A");
    assert_eq!(
        (&pending["paymentStatus"], &pending["resultStatus"]),
        (&"PENDING".into(), &"PENDING".into())
    );
    let seen = merchant.hand().instalment_accepts("A").unwrap();
    let status = merchant.status("A");
    assert_eq!(status["paymentStatus"], "SUCCESS");
    assert_eq!(status["resultStatus"], "SUCCESS");
    assert_eq!(status["paymentTransId"], seen.payment_trans_id);
    assert_eq!(
        (&status["paymentChannel"], &status["paymentMethod"]),
        (&"QR".into(), &"WALLET".into())
    );
    assert_eq!(status["paymentTime"], "2026-01-15 08:00:00");
    assert!(seen.payment_trans_id.starts_with("ORD") && seen.payment_trans_id.len() == 11);
}

#[test]
fn a_customer_refuses_is_declined_or_lets_it_expire() {
    let merchant = Merchant::open();
    for reference in ["R", "D", "E", "OTHER"] {
        merchant.sell(reference, 400_000);
    }
    merchant.hand().instalment_refuses("R").unwrap();
    merchant.hand().instalment_is_declined("D").unwrap();
    merchant.hand().instalment_expires("E").unwrap();
    for (reference, result) in [("R", "CANCELLED"), ("D", "ERROR_GENERAL"), ("E", "EXPIRED")] {
        let status = merchant.status(reference);
        assert_eq!(
            (&status["paymentStatus"], word(&status).as_str()),
            (&"FAIL".into(), result)
        );
        assert_eq!(
            merchant.hand().instalment_accepts(reference),
            Err(HandError::NotOpen)
        );
    }
    assert_eq!(merchant.status("OTHER")["paymentStatus"], "WAITING");
    assert_eq!(
        merchant.hand().instalment_accepts("NOBODY"),
        Err(HandError::NoSuchPayment)
    );
}

#[test]
fn the_first_part_is_paid_here_and_confirmed_once() {
    let merchant = Merchant::open();
    merchant.sell("HERE", 400_000);
    assert_eq!(
        merchant.result(CONFIRM, &merchant.confirmation("HERE", 120_000)),
        "INVALID_REQUEST"
    );
    let seen = merchant.hand().instalment_pays_first_part_here("HERE").unwrap();
    assert_eq!(seen.first_part.get(), 120_000);
    let status = merchant.status("HERE");
    assert_eq!(status["paymentStatus"], "PENDING");
    assert_eq!(status["paymentMethod"], "IN_STORE_PAYMENT");
    assert_eq!(
        status["downPaymentAmount"],
        json!({ "value": 120_000, "currency": "VND" })
    );
    assert_eq!(
        merchant.result(CONFIRM, &merchant.confirmation("HERE", 119_999)),
        "INVALID_AMOUNT"
    );
    let answer = merchant.post(CONFIRM, &merchant.confirmation("HERE", 120_000));
    assert_eq!(
        (word(&answer).as_str(), &answer["paymentStatus"]),
        ("APPROVED", &"SUCCESS".into())
    );
    assert_eq!(answer["paymentTime"], "2026-01-15T01:00:00Z");
    assert_eq!(answer["paymentTransId"], seen.payment_trans_id);
    assert_eq!(merchant.status("HERE")["paymentStatus"], "SUCCESS");
    assert_eq!(
        merchant.result(CONFIRM, &merchant.confirmation("HERE", 120_000)),
        "PAYMENT_ALREADY_COMPLETED"
    );
}

#[test]
fn a_confirmation_names_what_it_lacks() {
    let merchant = Merchant::open();
    merchant.sell("HERE", 400_000);
    merchant.hand().instalment_pays_first_part_here("HERE").unwrap();
    let good = merchant.confirmation("HERE", 120_000);
    for (pointer, value, expected) in [
        ("/tenderType", None, "INVALID_REQUEST"),
        ("/tenderType", Some("GOLD".into()), "INVALID_REQUEST"),
        ("/downPaymentAmount", None, "INVALID_REQUEST"),
        ("/storeId", Some("elsewhere".into()), "INVALID_STORE_ID"),
        ("/merchantId", Some("stranger".into()), "INVALID_MERCHANT_ID"),
        ("/referenceId", Some("NOBODY".into()), "INVALID_REFERENCE_ID"),
    ] {
        assert_eq!(
            merchant.result(CONFIRM, &with(good.clone(), pointer, value)),
            expected,
            "{pointer}"
        );
    }
    for tender in ["CARD", "BANK_TRANSFER", "WALLET"] {
        merchant.sell(tender, 400_000);
        merchant.hand().instalment_pays_first_part_here(tender).unwrap();
        let body = with(
            merchant.confirmation(tender, 120_000),
            "/tenderType",
            Some(tender.into()),
        );
        assert_eq!(merchant.result(CONFIRM, &body), "APPROVED");
    }
}

#[test]
fn the_other_flow_hides_fundiins_id_until_the_confirmation() {
    let merchant = Merchant::with(FundiinSwitches {
        in_store_flow: InStoreFlow::NoticeSaysPending,
        status_shows_first_part: false,
        ..FundiinSwitches::default()
    });
    merchant.sell("HERE", 400_000);
    merchant.hand().instalment_pays_first_part_here("HERE").unwrap();
    let status = merchant.status("HERE");
    assert_eq!(status["paymentStatus"], "PENDING");
    for hidden in ["paymentTransId", "downPaymentAmount", "paymentMethod"] {
        assert_eq!(status.get(hidden), None, "{hidden}");
    }
    merchant.post(CONFIRM, &merchant.confirmation("HERE", 120_000));
    assert_eq!(merchant.status("HERE")["paymentMethod"], "IN_STORE_PAYMENT");
}

#[test]
fn the_hand_works_over_http() {
    let shop = crate::shop::Shop::with(simulator::Config {
        hand_over_http: true,
        seeded_history: false,
        ..crate::shop::Shop::config()
    });
    let merchant = Merchant { shop };
    let tell = |command: &str, body: &str| {
        let method = if body.is_empty() { "GET" } else { "POST" };
        let bytes = crate::wire::request(method, &format!("/_hand/{command}"), &[], body);
        let reply = merchant.shop.send(&bytes).unwrap();
        (reply.status, reply.json())
    };
    for (what, state) in [
        ("begin", "in_progress"),
        ("accept", "paid"),
        ("refuse", "refused"),
        ("decline", "declined"),
        ("expire", "expired"),
        ("first_part_here", "awaits_first_part_here"),
    ] {
        merchant.sell(what, 400_000);
        let (status, answer) = tell(
            "instalment",
            &json!({ "reference": what, "do": what }).to_string(),
        );
        assert_eq!(
            (status, &answer["instalment"]["state"]),
            (200, &state.into()),
            "{answer}"
        );
    }
    assert_eq!(
        tell("instalment", r#"{"reference":"accept","do":"refuse"}"#).0,
        409
    );
    assert_eq!(
        tell("instalment", r#"{"reference":"NOBODY","do":"refuse"}"#).0,
        404
    );
    assert_eq!(
        tell("instalment", r#"{"reference":"accept","do":"dance"}"#).0,
        400
    );
    assert_eq!(
        tell("instalments", "").1["instalments"].as_array().unwrap().len(),
        6
    );
    let notices = tell("notices", "").1["notices"].as_array().unwrap().len();
    assert_eq!(notices, 5, "all but the beginning are told");
}
