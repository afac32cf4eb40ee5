//! The bank's one-time code: right, wrong, too old, too late, and what it costs.

use dong::Dong;
use serde_json::json;
use simulator::{PayoutOutcome, PayoutSwitches};

use super::{PAYOUTS, made, read, right_code, shop_with, submit, wrong_code};
use crate::shop::Shop;

#[test]
fn the_right_code_takes_the_money_once_and_time_brings_it_over() {
    let shop = Shop::open();
    let id = made(&shop, 6_000_000, "PO-1");
    let (status, body) = submit(&shop, &id, &right_code(&shop, &id));
    let data = &body["data"];
    assert_eq!(status, 201, "{body}");
    assert_eq!(
        (&data["status"], &data["otp_status"]),
        (&json!("processing"), &json!("pending"))
    );
    assert!(data["transaction_number"].as_str().unwrap().starts_with("TXN"));
    assert_ne!(data["id"], json!(id), "the older answer's id is another");
    assert_eq!(shop.hand().balance(), Dong::new(194_000_000));

    let again = submit(&shop, &id, &right_code(&shop, &id));
    assert_eq!((again.0, shop.hand().balance()), (409, Dong::new(194_000_000)));
    shop.hand().advance_clock(4);
    assert_eq!(read(&shop, &id)["status"], "processing");
    shop.hand().advance_clock(1);
    let row = read(&shop, &id);
    assert_eq!(
        (&row["status"], &row["otp_status"]),
        (&json!("success"), &json!("success"))
    );
    assert_eq!(row["updated_at"], "2026-01-15T01:00:05Z");
    assert_eq!(row["transaction_number"], data["transaction_number"]);
    assert_eq!(shop.hand().code_submissions(&id), 2);
}

#[test]
fn a_wrong_code_has_three_tries_and_then_the_payout_fails() {
    let shop = Shop::open();
    let id = made(&shop, 1_000, "PO-1");
    let wrong = wrong_code(&shop, &id);
    for left in [2, 1, 0] {
        assert_eq!(shop.hand().payout_effects("PO-1"), 1);
        let (status, body) = submit(&shop, &id, wrong);
        assert_eq!(
            (status, &body["data"]["remaining_try"]),
            (422, &json!(left)),
            "{body}"
        );
        assert_eq!(body["data"]["otp_status"], "failed");
        assert!(body["message"]["error"].is_string());
    }
    assert_eq!(read(&shop, &id)["status"], "failed");
    let late = submit(&shop, &id, &right_code(&shop, &id));
    assert_eq!((late.0, &late.1["data"]["remaining_try"]), (422, &json!(0)));
    assert_eq!(
        (
            shop.hand().payout_effects("PO-1"),
            shop.hand().code_submissions(&id)
        ),
        (0, 4)
    );
    assert_eq!(shop.hand().balance(), Dong::new(200_000_000));
}

#[test]
fn a_wrong_code_can_be_told_inside_a_success() {
    let shop = shop_with(PayoutSwitches {
        wrong_code_is_refused: false,
        tells_remaining_try: false,
        ..PayoutSwitches::default()
    });
    let id = made(&shop, 1_000, "PO-1");
    let (status, body) = submit(&shop, &id, wrong_code(&shop, &id));
    assert_eq!((status, &body["data"]["otp_status"]), (201, &json!("failed")));
    assert!(body["data"].get("remaining_try").is_none());
    assert_eq!(read(&shop, &id)["status"], "waiting_confirm");
}

#[test]
fn a_code_lives_five_minutes() {
    let shop = Shop::open();
    let id = made(&shop, 1_000, "PO-1");
    shop.hand().advance_clock(299);
    assert_eq!(read(&shop, &id)["status"], "waiting_confirm");
    shop.hand().advance_clock(1);
    let (status, body) = submit(&shop, &id, &right_code(&shop, &id));
    assert_eq!(
        (
            status,
            &body["data"]["otp_status"],
            &body["data"]["remaining_try"]
        ),
        (422, &json!("expired"), &json!(3))
    );
    assert_eq!(read(&shop, &id)["status"], "failed");
    assert_eq!(shop.hand().payout_effects("PO-1"), 0);

    let shop = shop_with(PayoutSwitches {
        expired_code_fails_payout: false,
        ..PayoutSwitches::default()
    });
    let id = made(&shop, 1_000, "PO-1");
    assert!(shop.hand().expire_payout_code(&id).unwrap().is_code_expired);
    assert_eq!(submit(&shop, &id, &right_code(&shop, &id)).0, 422);
    assert_eq!(read(&shop, &id)["status"], "waiting_confirm");
}

#[test]
fn a_code_counts_only_for_a_payout_that_waits_and_is_there() {
    let shop = Shop::open();
    let id = made(&shop, 1_000, "PO-1");
    assert_eq!(submit(&shop, "nobody", "123456").0, 404);
    let codes = format!("{PAYOUTS}/{id}/otps");
    for body in ["{", "{}", r#"{"pass_code":""}"#, r#"{"pass_code":123456}"#] {
        assert_eq!(shop.post(&codes, body).status, 400, "{body}");
    }
    assert_eq!(shop.hand().code_submissions(&id), 0);
    shop.hand().settle_payout(&id, PayoutOutcome::Failed).unwrap();
    assert_eq!(submit(&shop, &id, &right_code(&shop, &id)).0, 409);

    let id = made(&shop, 1_000, "PO-2");
    let body = json!({ "otp": right_code(&shop, &id) }).to_string();
    assert_eq!(shop.post(&format!("{PAYOUTS}/{id}/otps"), &body).status, 201);
}

#[test]
fn the_balance_counts_again_when_the_code_comes() {
    let shop = Shop::open();
    shop.hand().set_balance(Dong::new(150_000));
    let ids = ["PO-1", "PO-2"].map(|reference| made(&shop, 100_000, reference));
    assert_eq!(submit(&shop, &ids[0], &right_code(&shop, &ids[0])).0, 201);
    let (status, body) = submit(&shop, &ids[1], &right_code(&shop, &ids[1]));
    assert_eq!(
        (status, &body["message"]["error"]),
        (422, &json!("insufficient balance"))
    );
    assert_eq!(read(&shop, &ids[1])["status"], "waiting_confirm");
    assert_eq!(shop.hand().balance(), Dong::new(50_000));
}

#[test]
fn every_payout_has_a_code_of_its_own_unless_it_is_fixed() {
    let shop = Shop::open();
    let ids = ["A", "B", "C", "D"].map(|reference| made(&shop, 1_000, reference));
    let codes: std::collections::HashSet<_> = ids.iter().map(|id| right_code(&shop, id)).collect();
    assert!(codes.len() > 1);
    let shop = shop_with(PayoutSwitches {
        fixed_code: Some("424242".to_owned()),
        ..PayoutSwitches::default()
    });
    let id = made(&shop, 1_000, "A");
    assert_eq!(submit(&shop, &id, "424242").0, 201);
}
