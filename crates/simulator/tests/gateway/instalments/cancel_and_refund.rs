//! Cancel only while unpaid; refund only when paid, whole, once, under a reference of its own.

use serde_json::json;
use simulator::FundiinSwitches;

use super::merchant::{CANCEL, INITIATE, Merchant, REFUND, STATUS, with, word};

#[test]
fn a_waiting_payment_is_cancelled_and_stays_so() {
    let merchant = Merchant::open();
    merchant.sell("A", 400_000);
    let answer = merchant.post(CANCEL, &with(merchant.about("A"), "/lang", Some("vi".into())));
    assert_eq!(
        (word(&answer).as_str(), &answer["resultMsg"]),
        ("APPROVED", &"Thành công".into())
    );
    let status = merchant.status("A");
    assert_eq!(
        (&status["paymentStatus"], word(&status).as_str()),
        (&"FAIL".into(), "CANCELLED")
    );
    assert_eq!(merchant.result(CANCEL, &merchant.about("A")), "INVALID_REQUEST");
    assert!(merchant.hand().instalment_accepts("A").is_err());
    assert_eq!(
        merchant.result(INITIATE, &merchant.order("A", 400_000)),
        "DUPLICATE_REFERENCE_ID"
    );
}

#[test]
fn what_cannot_be_cancelled_says_why() {
    let merchant = Merchant::open();
    for reference in ["BEGUN", "HERE", "PAID", "OVER"] {
        merchant.sell(reference, 400_000);
    }
    merchant.hand().instalment_begins("BEGUN").unwrap();
    merchant.hand().instalment_pays_first_part_here("HERE").unwrap();
    merchant.hand().instalment_accepts("PAID").unwrap();
    merchant.hand().instalment_expires("OVER").unwrap();
    for (reference, expected) in [
        ("BEGUN", "PAYMENT_INPROGRESS"),
        ("HERE", "PAYMENT_INPROGRESS"),
        ("PAID", "PAYMENT_ALREADY_COMPLETED"),
        ("OVER", "INVALID_REQUEST"),
        ("NOBODY", "INVALID_REFERENCE_ID"),
        ("no form", "INVALID_REFERENCE_ID"),
    ] {
        assert_eq!(
            merchant.result(CANCEL, &merchant.about(reference)),
            expected,
            "{reference}"
        );
    }
    let stranger = with(merchant.about("PAID"), "/merchantId", Some("stranger".into()));
    assert_eq!(merchant.result(CANCEL, &stranger), "INVALID_MERCHANT_ID");
    assert_eq!(merchant.result(STATUS, &stranger), "INVALID_MERCHANT_ID");
    assert_eq!(merchant.status("PAID")["paymentStatus"], "SUCCESS");
}

#[test]
fn a_refund_gives_everything_back_once() {
    let merchant = Merchant::open();
    let transaction = merchant.paid("PAID", 400_000);
    let refund = |reference: &str, amount: i64| merchant.refund_of(&transaction, reference, amount);
    for part in [1, 399_999, 400_001] {
        assert_eq!(merchant.result(REFUND, &refund("PART", part)), "INVALID_AMOUNT");
    }
    assert_eq!(merchant.result(REFUND, &refund("ZERO", 0)), "INVALID_AMOUNT");
    assert_eq!(
        merchant.result(REFUND, &refund("PAID", 400_000)),
        "DUPLICATE_REFERENCE_ID"
    );
    let answer = merchant.post(REFUND, &refund("BACK", 400_000));
    assert_eq!(word(&answer), "APPROVED");
    assert_eq!(answer["referenceId"], "BACK");
    assert_eq!(answer["amount"], json!({ "value": 400_000, "currency": "VND" }));
    assert!(answer["refundTransId"].as_str().unwrap().starts_with("REF"));
    assert_eq!(
        merchant.result(REFUND, &refund("BACK", 400_000)),
        "DUPLICATE_REFERENCE_ID"
    );
    assert_eq!(
        merchant.result(REFUND, &refund("AGAIN", 400_000)),
        "INVALID_REQUEST"
    );
    assert_eq!(merchant.hand().instalment_refunds("PAID"), 1);
    assert_eq!(
        merchant.hand().instalment("PAID").unwrap().refunded_by.as_deref(),
        Some("BACK")
    );
    assert_eq!(merchant.status("PAID")["resultStatus"], "SUCCESS");
    assert_eq!(
        merchant.result(INITIATE, &merchant.order("BACK", 400_000)),
        "DUPLICATE_REFERENCE_ID"
    );
}

#[test]
fn what_is_not_paid_is_not_refunded() {
    let merchant = Merchant::open();
    merchant.sell("WAITS", 400_000);
    let transaction = merchant.hand().instalment("WAITS").unwrap().payment_trans_id;
    assert_eq!(
        merchant.result(REFUND, &merchant.refund_of(&transaction, "R1", 400_000)),
        "PAYMENT_INPROGRESS"
    );
    assert_eq!(
        merchant.result(REFUND, &merchant.refund_of("ORD00000000", "R2", 400_000)),
        "INVALID_REQUEST"
    );
    assert_eq!(
        merchant.result(REFUND, &merchant.refund_of(&transaction, "r 3", 400_000)),
        "INVALID_REFERENCE_ID"
    );
    let unnamed = with(merchant.refund_of("x", "R4", 400_000), "/paymentTransId", None);
    let answer = merchant.post(REFUND, &unnamed);
    assert_eq!(answer["resultMsg"], "The request is invalid. [paymentTransId]");
}

#[test]
fn answers_can_have_the_samples_shape_and_refunds_a_word_of_their_own() {
    let merchant = Merchant::with(FundiinSwitches {
        answers_like_samples: true,
        refunded_word: Some("REFUNDED".to_owned()),
        ..FundiinSwitches::default()
    });
    let transaction = merchant.paid("PAID", 400_000);
    let answer = merchant.post(REFUND, &merchant.refund_of(&transaction, "BACK", 400_000));
    assert_eq!(
        (&answer["amount"], &answer["responseTime"]),
        (&400_000.into(), &1_768_438_800.into())
    );
    let status = merchant.status("PAID");
    assert_eq!(
        (&status["amount"], &status["responseTime"]),
        (&400_000.into(), &1_768_438_800.into())
    );
    assert_eq!(
        (word(&status).as_str(), &status["paymentStatus"]),
        ("REFUNDED", &"SUCCESS".into())
    );
}
