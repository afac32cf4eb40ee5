//! Expiry and `Request-Time`.

use serde_json::json;
use simulator::FundiinSwitches;
use simulator::assumptions::fundiin::LongExpiry;

use super::merchant::{INITIATE, Merchant, STATUS, with, word};

fn expiring(merchant: &Merchant, reference: &str, ms: i64) -> String {
    let order = with(
        merchant.order(reference, 400_000),
        "/transExpiredTime",
        Some(ms.into()),
    );
    merchant.result(INITIATE, &order)
}

#[test]
fn a_payment_expires_after_thirty_minutes_or_sooner() {
    let merchant = Merchant::open();
    merchant.sell("DEFAULT", 400_000);
    assert_eq!(expiring(&merchant, "SHORT", 60_000), "APPROVED");
    assert_eq!(expiring(&merchant, "LONG", 86_400_000), "APPROVED");
    let status = |reference: &str| merchant.status(reference)["paymentStatus"].clone();
    merchant.hand().advance_clock(59);
    assert_eq!(status("SHORT"), "WAITING");
    merchant.hand().advance_clock(1);
    assert_eq!(
        (status("SHORT"), word(&merchant.status("SHORT"))),
        ("FAIL".into(), "EXPIRED".to_owned())
    );
    merchant.hand().advance_clock(1_739);
    assert_eq!(
        (status("DEFAULT"), status("LONG")),
        ("WAITING".into(), "WAITING".into())
    );
    merchant.hand().advance_clock(1);
    assert_eq!(
        (status("DEFAULT"), status("LONG")),
        ("FAIL".into(), "FAIL".into())
    );
    assert!(merchant.hand().instalment_accepts("DEFAULT").is_err());
    let told: Vec<String> = merchant
        .hand()
        .notices()
        .into_iter()
        .map(|notice| notice.body)
        .collect();
    assert_eq!(told.len(), 3);
    assert!(
        told.iter()
            .all(|body| body.contains(r#""resultStatus":"EXPIRED""#))
    );
}

#[test]
fn a_customer_who_has_begun_does_not_run_out_of_time() {
    let merchant = Merchant::open();
    merchant.sell("BEGUN", 400_000);
    merchant.hand().instalment_begins("BEGUN").unwrap();
    merchant.hand().advance_clock(3_600);
    assert_eq!(merchant.status("BEGUN")["paymentStatus"], "PENDING");
}

#[test]
fn a_longer_time_can_be_refused() {
    let merchant = Merchant::with(FundiinSwitches {
        long_expiry: LongExpiry::Refuse,
        ..FundiinSwitches::default()
    });
    assert_eq!(expiring(&merchant, "A", 1_800_001), "INVALID_REQUEST");
    assert_eq!(expiring(&merchant, "B", 1_800_000), "APPROVED");
}

fn at(merchant: &Merchant, time: Option<&str>) -> String {
    let body = json!({ "merchantId": "FD000000000000", "referenceId": "NOBODY" }).to_string();
    let mut headers = merchant.headers(&body);
    headers.retain(|(name, _)| name != "Request-Time");
    headers.extend(time.map(|time| ("Request-Time".to_owned(), time.to_owned())));
    word(&merchant.send("POST", STATUS, &headers, &body).unwrap().json())
}

#[test]
fn by_default_a_request_time_needs_its_form_only() {
    let merchant = Merchant::open();
    for fine in [None, Some("2026-01-15 08:00:00"), Some("1980-01-01 00:00:00")] {
        assert_eq!(at(&merchant, fine), "INVALID_REFERENCE_ID", "{fine:?}");
    }
    for wrong in ["2026-01-15T08:00:00+07:00", "15-01-2026 08:00:00", "1768438800"] {
        assert_eq!(at(&merchant, Some(wrong)), "INVALID_REQUEST", "{wrong}");
    }
}

#[test]
fn the_strict_window_is_five_minutes_of_vietnams_time() {
    let merchant = Merchant::with(FundiinSwitches {
        request_time_is_required: true,
        request_time_has_window: true,
        ..FundiinSwitches::default()
    });
    for fine in [
        "2026-01-15 08:00:00",
        "2026-01-15 07:55:00",
        "2026-01-15 08:05:00",
    ] {
        assert_eq!(at(&merchant, Some(fine)), "INVALID_REFERENCE_ID", "{fine}");
    }
    for far in [
        "2026-01-15 07:54:59",
        "2026-01-15 08:05:01",
        "2026-01-15 01:00:00",
        "2026-01-15 20:00:00",
    ] {
        assert_eq!(at(&merchant, Some(far)), "INVALID_REQUEST", "{far}");
    }
    assert_eq!(at(&merchant, None), "INVALID_REQUEST");
}
