//! Every call and every status: what is sent, how it is signed, what is read.

use dong::Dong;
use finan_one::PageRequest;
use finan_one::accounts::{AccountFilter, AccountNumber};
use futures_util::TryStreamExt;
use gateway::{Certainty, Code, Failure, Method, Priority};

use crate::{CREATED, SECRET, dated, header, is_signed_as_sent, ok, playing};

#[tokio::test]
async fn a_created_payment_is_sent_as_stored_and_read_with_its_request_id() {
    let (transport, client) = playing(vec![Ok(dated(201, CREATED))]);
    let stored = b"{\"amount\":500000,\"description\":\"C\xC3\xA0 ph\xC3\xAA\"}";
    let answer = client.send_create_payment(stored, Priority::Click).await.unwrap();
    assert_eq!(
        answer.request_id.as_deref(),
        Some("af2684a45bca4d444ef60c6dc90b4139")
    );
    assert_eq!(
        (answer.http_status, answer.value.status.as_str()),
        (201, "unpaid")
    );
    assert_eq!(
        answer.value.payment_request_id,
        "7fc5e181-aae3-4021-8ce0-6a53aa71990d"
    );
    assert!(answer.value.qr_code.unwrap().starts_with("000201"));

    let sent = transport.requests().remove(1);
    assert_eq!(
        (sent.method, sent.path_and_query.as_str()),
        (Method::Post, "/api/v1/payments")
    );
    assert_eq!(sent.body, stored);
    assert_eq!(header(&sent, "x-client-id"), "client-1");
    assert_eq!(header(&sent, "content-type"), "application/json");
    assert!(is_signed_as_sent(&sent));
}

#[tokio::test]
async fn older_field_names_are_read_exactly() {
    let (_, client) = playing(vec![ok(include_str!("../../fixtures/payment_older_fields.json"))]);
    let payment = client
        .get_payment("7fc5e181", Priority::Click)
        .await
        .unwrap()
        .value;
    assert_eq!(
        (payment.amount, payment.received),
        (Some(Dong::new(500_000)), Some(Dong::new(200)))
    );
    assert_eq!(payment.created_at.unwrap().timestamp(), 1_705_744_800);
    assert_eq!(
        (payment.paid_at, payment.account_name.as_deref()),
        (None, Some("NGUYEN VAN A"))
    );
}

#[tokio::test]
async fn every_status_is_its_failure_and_is_sent_once() {
    for (status, code, certainty) in [
        (400, Code::BadRequest, Certainty::Refused),
        (401, Code::Unauthorized, Certainty::Refused),
        (403, Code::ForbiddenIp, Certainty::Refused),
        (404, Code::NotFound, Certainty::Refused),
        (409, Code::Conflict, Certainty::Refused),
        (422, Code::Validation, Certainty::Refused),
        (429, Code::RateLimited, Certainty::Refused),
        (500, Code::ServerError, Certainty::Unknown),
        (502, Code::ServerError, Certainty::Unknown),
        (302, Code::Redirected, Certainty::Unknown),
    ] {
        let body = include_str!("../../fixtures/error_400.json");
        let (transport, client) = playing(vec![Ok(dated(status, body))]);
        let failure = client
            .send_create_payment(b"{}", Priority::Click)
            .await
            .unwrap_err();
        assert_eq!((failure.code, failure.certainty), (code, certainty), "{status}");
        assert_eq!(
            (failure.http_status, failure.request_id.as_deref()),
            (Some(status), Some("abc123"))
        );
        assert_eq!(transport.requests().len(), 2, "{status}");
    }
}

#[tokio::test]
async fn faults_of_the_way_are_passed_on_and_never_repeated() {
    for failure in [
        Failure::unknown(Code::Timeout, ""),
        Failure::unknown(Code::ConnectionLost, ""),
        Failure::not_sent(Code::NoNetwork, ""),
    ] {
        let (transport, client) = playing(vec![Err(failure.clone())]);
        let seen = client
            .send_create_payment(b"{}", Priority::Click)
            .await
            .unwrap_err();
        assert_eq!(seen, failure);
        assert_eq!(transport.requests().len(), 2);
    }
}

#[tokio::test]
async fn a_web_page_instead_of_an_answer_is_never_data() {
    let (_, client) = playing(vec![ok("<html>Đăng nhập Wi-Fi</html>")]);
    let failure = client
        .send_create_payment(b"{}", Priority::Click)
        .await
        .unwrap_err();
    assert_eq!(
        (failure.code, failure.certainty),
        (Code::CaptivePortal, Certainty::Unknown)
    );
}

#[tokio::test]
async fn a_list_is_a_stream_of_pages() {
    let pages = [
        include_str!("../../fixtures/payments_page_1.json"),
        include_str!("../../fixtures/payments_page_2.json"),
    ];
    let (transport, client) = playing(pages.iter().map(|page| ok(page)).collect());
    let read: Vec<_> = client
        .all_payments(PageRequest::first_of(2), Priority::Background)
        .try_collect()
        .await
        .unwrap();
    let ids: Vec<_> = read
        .into_iter()
        .flat_map(|page| page.value.rows)
        .map(|row| row.payment_request_id)
        .collect();
    assert_eq!(ids, ["p-3", "p-2", "p-1"]);
    let paths: Vec<_> = transport
        .requests()
        .into_iter()
        .skip(1)
        .map(|request| request.path_and_query)
        .collect();
    assert_eq!(
        paths,
        [
            "/api/v1/payments?page=1&page_size=2",
            "/api/v1/payments?page=2&page_size=2"
        ]
    );
}

#[tokio::test]
async fn accounts_are_filtered_in_the_signed_query() {
    let body = include_str!("../../fixtures/master_accounts.json");
    let (transport, client) = playing(vec![ok(body), ok(body)]);
    let filter = AccountFilter {
        id: Some("a-1".to_owned()),
        account_number: Some(AccountNumber::new("0933450210")),
    };
    let listed = client
        .list_master_accounts(&filter, PageRequest::FIRST, Priority::Click)
        .await
        .unwrap();
    assert_eq!(listed.value.rows.len(), 2);
    client
        .list_bank_accounts(&AccountFilter::default(), PageRequest::FIRST, Priority::Click)
        .await
        .unwrap();
    let requests = transport.requests();
    assert_eq!(
        requests[1].path_and_query,
        "/api/v1/master-bank-accounts?id=a-1&account_number=0933450210"
    );
    assert_eq!(requests[2].path_and_query, "/api/v1/bank-accounts");
    assert!(requests[1..].iter().all(is_signed_as_sent));
}

#[tokio::test]
async fn an_id_that_may_not_enter_a_path_is_not_sent() {
    let (transport, client) = playing(vec![]);
    for id in ["", "../accounts", "a?b", "a/b"] {
        let failure = client.get_payment(id, Priority::Click).await.unwrap_err();
        assert_eq!(
            (failure.code, failure.certainty),
            (Code::BadId, Certainty::NotSent)
        );
        assert_eq!(
            client
                .get_bank_account(id, Priority::Click)
                .await
                .unwrap_err()
                .code,
            Code::BadId
        );
    }
    assert!(transport.requests().is_empty());
}

#[tokio::test]
async fn nothing_secret_shows_in_debug() {
    let (_, client) = playing(vec![]);
    assert!(!format!("{client:?}").contains(SECRET));
}
