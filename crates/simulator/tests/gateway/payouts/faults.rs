//! Faults at payouts, and whom a scope spares.

use simulator::{Fault, FaultRule, Scope};

use super::{PAYOUTS, made, payout, read, right_code, submit};
use crate::shop::Shop;

#[test]
fn a_lost_create_leaves_one_payout_behind_that_its_reference_finds() {
    let shop = Shop::open();
    let body = payout(&shop, 1_000, "LOST").to_string();
    shop.break_with(FaultRule::once(Fault::LostAnswer).only(Scope::PayoutCreate));
    assert_eq!(shop.get(PAYOUTS).status, 200);
    assert!(shop.call("POST", PAYOUTS, &body).is_err());
    assert_eq!(shop.hand().payout_effects("LOST"), 1);
    assert_eq!(shop.get(PAYOUTS).json()["data"][0]["reference_id"], "LOST");
    assert_eq!(shop.post(PAYOUTS, &body).status, 409);
}

#[test]
fn a_lost_code_has_moved_the_money_and_a_reset_one_has_not() {
    let shop = Shop::open();
    for (fault, status, submissions) in [
        (Fault::LostAnswer, "processing", 1),
        (Fault::Reset, "waiting_confirm", 0),
    ] {
        let id = made(&shop, 1_000, status);
        shop.break_with(FaultRule::once(fault).only(Scope::PayoutCode));
        made(&shop, 1_000, &format!("beside {status}"));
        let codes = format!("{PAYOUTS}/{id}/otps");
        let body = format!(r#"{{"pass_code":"{}"}}"#, right_code(&shop, &id));
        assert!(shop.call("POST", &codes, &body).is_err());
        assert_eq!(
            (
                read(&shop, &id)["status"].as_str(),
                shop.hand().code_submissions(&id)
            ),
            (Some(status), submissions)
        );
    }
}

#[test]
fn every_fault_of_the_way_strikes_payouts_and_spares_payments() {
    let shop = Shop::open();
    let id = made(&shop, 1_000, "A");
    let code = right_code(&shop, &id);
    for (fault, status) in [
        (Fault::ServerError, 500),
        (Fault::Refuse { status: 403 }, 403),
        (Fault::RateLimited { seconds: 30 }, 429),
    ] {
        shop.break_with(FaultRule::once(fault.clone()).only(Scope::Payouts));
        assert_eq!(shop.get("/api/v1/payments").status, 200);
        assert_eq!(submit(&shop, &id, &code).0, status, "{fault:?}");
    }
    shop.hand().advance_clock(30);
    shop.break_with(FaultRule::once(Fault::CaptivePortal).only(Scope::Payouts));
    assert!(shop.get(PAYOUTS).body.starts_with("<!DOCTYPE html>"));
    assert_eq!(shop.hand().code_submissions(&id), 0);
    shop.break_with(FaultRule::once(Fault::ServerErrorAfterEffect).only(Scope::PayoutCode));
    assert_eq!(submit(&shop, &id, &code).0, 500);
    assert_eq!(shop.hand().code_submissions(&id), 1);
}

#[test]
fn scopes_are_read_from_json_and_an_unknown_word_reaches_readers() {
    let shop = Shop::open();
    let id = made(&shop, 1_000, "A");
    let rule = r#"{"fault":"unknown_status","word":"Chờ_duyệt","only":"payouts"}"#;
    shop.break_with(serde_json::from_str(rule).unwrap());
    assert_eq!(read(&shop, &id)["status"], "Chờ_duyệt");
    assert_eq!(read(&shop, &id)["status"], "waiting_confirm");
    for scope in ["payout_create", "payout_code"] {
        let rule = format!(r#"{{"fault":"reset","only":"{scope}"}}"#);
        shop.break_with(serde_json::from_str(&rule).unwrap());
        assert_eq!(read(&shop, &id)["status"], "waiting_confirm");
    }
}
