//! Payouts over a script: what is sent, how it is signed, what is read, and what becomes of the code.

use dong::Dong;
use finan_one::PageRequest;
use finan_one::payouts::{CodeCause, CodeHint, OtpStatus, PayoutStatus};
use futures_util::TryStreamExt;
use gateway::repeat::{Guard, Next, after_failure};
use gateway::{Certainty, Code, Failure, Method, Priority, SecretText};

use crate::{dated, header, is_signed_as_sent, ok, playing};

const CREATED: &str = include_str!("../../fixtures/create_payout.json");
const REQUEST: &str = include_str!("../../fixtures/create_payout_request.json");
const VERIFIED: &str = include_str!("../../fixtures/verify_payout_code.json");
const PAGE: &str = include_str!("../../fixtures/payouts_page_1.json");
const ID: &str = "7fc5e181-aae3-4021-8ce0-6a53aa71990d";
const CANARY: &str = "901827364";

#[tokio::test]
async fn a_payout_is_sent_as_stored_and_waits_for_its_code() {
    let (transport, client) = playing(vec![Ok(dated(201, CREATED))]);
    let answer = client
        .send_create_payout(REQUEST.as_bytes(), Priority::Click)
        .await
        .unwrap();
    assert_eq!(
        (answer.http_status, answer.request_id.as_deref()),
        (201, Some("r-payout"))
    );
    let payout = answer.value;
    assert_eq!(
        (payout.id.as_str(), payout.reference_id.as_deref()),
        (ID, Some("PO-1"))
    );
    assert_eq!(
        (payout.status, payout.remaining_try),
        (PayoutStatus::WaitingConfirm, Some(3))
    );
    assert_eq!(payout.provider_payment_number.as_deref(), Some("BP1"));
    let sent = transport.requests().remove(1);
    assert_eq!(
        (sent.method, sent.path_and_query.as_str()),
        (Method::Post, "/api/v1/payouts")
    );
    assert_eq!(sent.body, REQUEST.as_bytes());
    assert!(is_signed_as_sent(&sent));
}

#[tokio::test]
async fn payouts_are_read_one_by_one_and_page_by_page() {
    let (transport, client) = playing(vec![ok(CREATED), ok(PAGE)]);
    client.get_payout(ID, Priority::Click).await.unwrap();
    let pages: Vec<_> = client
        .all_payouts(PageRequest::first_of(2), Priority::Background)
        .try_collect()
        .await
        .unwrap();
    let rows: Vec<_> = pages.into_iter().flat_map(|page| page.value.rows).collect();
    assert_eq!(
        rows.iter().map(|row| row.status.is_final()).collect::<Vec<_>>(),
        [false, true]
    );
    assert_eq!(rows[0].amount, Some(Dong::new(6_000_000)));
    let sent = transport.requests().split_off(1);
    let paths: Vec<_> = sent
        .iter()
        .map(|request| request.path_and_query.as_str())
        .collect();
    assert_eq!(
        paths,
        [
            format!("/api/v1/payouts/{ID}").as_str(),
            "/api/v1/payouts?page=1&page_size=2"
        ]
    );
    assert!(sent.iter().all(is_signed_as_sent));
}

#[tokio::test]
async fn a_code_is_sent_once_and_its_answer_read_tolerantly() {
    let (transport, client) = playing(vec![
        Ok(dated(201, VERIFIED)),
        ok(r#"{"code":102000,"data":null}"#),
    ]);
    let code = SecretText::from("123 456");
    let answer = client
        .verify_payout_code(ID, &code, Priority::Click)
        .await
        .unwrap()
        .value;
    assert_eq!(
        (&answer.status, &answer.otp_status),
        (&PayoutStatus::Processing, &Some(OtpStatus::Pending))
    );
    assert_eq!(answer.transaction_number.as_deref(), Some("TXN1"));
    assert_eq!((answer.remaining_try, answer.refused()), (Some(3), None));
    let silent = client
        .verify_payout_code(ID, &code, Priority::Click)
        .await
        .unwrap()
        .value;
    assert!(!silent.status.is_final());
    let sent = transport.requests().remove(1);
    assert_eq!(sent.body, br#"{"pass_code":"123456"}"#);
    assert_eq!(
        (sent.method, sent.path_and_query.as_str()),
        (Method::Post, format!("/api/v1/payouts/{ID}/otps").as_str())
    );
    assert_eq!(header(&sent, "content-type"), "application/json");
    assert!(is_signed_as_sent(&sent));
}

#[tokio::test]
async fn a_wrong_code_is_told_by_a_refusal_or_inside_a_success() {
    let refused = r#"{"message":{"content":"Dữ liệu không hợp lệ","error":"OTP is incorrect"},"request_id":"r-9","data":{"otp_status":"failed","remaining_try":2}}"#;
    let inside = r#"{"data":{"status":"waiting_confirm","otp_status":"failed","remaining_try":0}}"#;
    let (_, client) = playing(vec![Ok(dated(422, refused)), ok(inside)]);
    let code = SecretText::from("000000");
    let failed = client
        .verify_payout_code(ID, &code, Priority::Click)
        .await
        .unwrap_err();
    assert_eq!(
        (failed.failure.code, failed.failure.certainty),
        (Code::Validation, Certainty::Refused)
    );
    assert_eq!(failed.failure.detail, "OTP is incorrect");
    assert_eq!(failed.failure.request_id.as_deref(), Some("r-9"));
    let hint = |cause, tries| CodeHint {
        cause: Some(cause),
        remaining_try: Some(tries),
    };
    assert_eq!(failed.hint, hint(CodeCause::Wrong, 2));
    let answer = client
        .verify_payout_code(ID, &code, Priority::Click)
        .await
        .unwrap()
        .value;
    assert_eq!(answer.refused(), Some(hint(CodeCause::NoTriesLeft, 0)));
}

#[tokio::test]
async fn every_refusal_keeps_its_text_and_request_id_and_is_sent_once() {
    for (status, code, certainty) in [
        (400, Code::BadRequest, Certainty::Refused),
        (403, Code::ForbiddenIp, Certainty::Refused),
        (404, Code::NotFound, Certainty::Refused),
        (409, Code::Conflict, Certainty::Refused),
        (422, Code::Validation, Certainty::Refused),
        (429, Code::RateLimited, Certainty::Refused),
        (500, Code::ServerError, Certainty::Unknown),
    ] {
        let body = r#"{"message":{"error":"insufficient balance"},"request_id":"r-1"}"#;
        // A client of its own for each: after a 429 the next call would wait.
        let (create, client) = playing(vec![Ok(dated(status, body))]);
        let created = client
            .send_create_payout(REQUEST.as_bytes(), Priority::Click)
            .await
            .unwrap_err();
        let (verify, client) = playing(vec![Ok(dated(status, body))]);
        let verified = client
            .verify_payout_code(ID, &SecretText::from("123456"), Priority::Click)
            .await
            .unwrap_err()
            .failure;
        for failure in [created, verified] {
            assert_eq!((failure.code, failure.certainty), (code, certainty), "{status}");
            assert_eq!(
                (failure.detail.as_str(), failure.request_id.as_deref()),
                ("insufficient balance", Some("r-1"))
            );
        }
        let sent = [create.requests().len(), verify.requests().len()];
        assert_eq!(sent, [2, 2], "{status}");
    }
}

#[tokio::test]
async fn what_was_not_answered_leads_to_a_look_by_a_person_only() {
    for lost in [Code::Timeout, Code::ConnectionLost] {
        let failure = || Err(Failure::unknown(lost, ""));
        let (_, client) = playing(vec![failure(), failure()]);
        let created = client
            .send_create_payout(REQUEST.as_bytes(), Priority::Click)
            .await
            .unwrap_err();
        let verified = client
            .verify_payout_code(ID, &SecretText::from("123456"), Priority::Click)
            .await
            .unwrap_err();
        assert_eq!(verified.hint, CodeHint::default());
        for failure in [created, verified.failure] {
            assert_eq!(after_failure(Guard::Person, &failure), Next::Look, "{lost}");
        }
    }
}

#[tokio::test]
async fn what_cannot_be_sent_is_not_sent() {
    let (transport, client) = playing(vec![]);
    let code = SecretText::from(CANARY);
    for id in ["", "../payouts", "a/otps", "a?b"] {
        let failure = client
            .verify_payout_code(id, &code, Priority::Click)
            .await
            .unwrap_err()
            .failure;
        assert_eq!(
            (failure.code, failure.certainty),
            (Code::BadId, Certainty::NotSent)
        );
    }
    let failure = client
        .verify_payout_code(ID, &SecretText::from(" "), Priority::Click)
        .await
        .unwrap_err()
        .failure;
    assert_eq!(
        (failure.code, failure.certainty, failure.detail.as_str()),
        (Code::BadRequest, Certainty::NotSent, "pass_code: missing")
    );
    assert!(transport.requests().is_empty());
}

#[tokio::test]
async fn the_code_is_in_no_debug_and_no_failure() {
    let echo = format!(
        r#"{{"message":{{"error":"OTP {CANARY} is wrong"}},"request_id":"r-{CANARY}","data":{{"otp_status":"failed","remaining_try":1}}}}"#
    );
    let within = format!(
        r#"{{"data":{{"transaction_number":"{CANARY}","provider_payment_number":"{CANARY}","otp_status":"failed"}}}}"#
    );
    let (transport, client) = playing(vec![Ok(dated(422, &echo)), Ok(dated(500, &echo)), ok(&within)]);
    let code = SecretText::from(CANARY);
    let mut shown = format!("{code:?} {client:?}");
    for _ in 0..2 {
        let failed = client
            .verify_payout_code(ID, &code, Priority::Click)
            .await
            .unwrap_err();
        shown += &format!(" {failed:?} {failed} {:?} {:?}", failed.failure, failed.hint);
        shown += &failed.failure.detail;
    }
    let answer = client
        .verify_payout_code(ID, &code, Priority::Click)
        .await
        .unwrap();
    shown += &format!(" {:?} {:?}", answer.value, answer.value.refused());
    shown += &format!("{:?}", transport.requests());
    assert!(!shown.contains(CANARY), "{shown}");
    assert!(!shown.contains(CANARY.split_at(5).1), "{shown}");
}
