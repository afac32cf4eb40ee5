//! Every result status and every fault: what is known about the money, and that nothing is repeated.

use fundiin::{LinkProblem, ResultStatus};
use gateway::{Certainty, Code, Failure, Priority};

use crate::{dated, key, merchant, playing, reference};

/// What is known after the gateway has refused to open a transaction.
fn expected(status: &ResultStatus) -> (Code, Certainty) {
    match status {
        ResultStatus::InvalidSignature | ResultStatus::InvalidClientId => {
            (Code::Unauthorized, Certainty::Refused)
        }
        ResultStatus::InvalidRequest | ResultStatus::InvalidHttpMethod => {
            (Code::BadRequest, Certainty::Refused)
        }
        ResultStatus::InvalidApi => (Code::NotFound, Certainty::Refused),
        ResultStatus::DuplicateReferenceId | ResultStatus::RequestProcessing => {
            (Code::Conflict, Certainty::Unknown)
        }
        ResultStatus::DownstreamError => (Code::ServerError, Certainty::Unknown),
        _ => (Code::Validation, Certainty::Refused),
    }
}

#[tokio::test]
async fn every_status_of_the_page_is_kept_explained_and_sent_once() {
    for status in ResultStatus::LISTED
        .iter()
        .take(ResultStatus::INITIATE_COUNT)
        .skip(1)
    {
        let body = format!("{{\"resultStatus\":\"{status}\",\"resultMsg\":\"Lý do\",\"paymentUrl\":null}}");
        for http_status in [200, 400, 403, 422] {
            let (transport, client) = playing(vec![Ok(dated(http_status, &body))]);
            let error = client
                .send_initiate(b"{}", &key(), Priority::Click)
                .await
                .unwrap_err();
            let failure = &error.failure;
            assert_eq!(
                (failure.code, failure.certainty),
                expected(status),
                "{status} {http_status}"
            );
            assert_eq!(failure.http_status, Some(http_status));
            let said = error.said.unwrap();
            assert_eq!((&said.status, said.message.as_str()), (status, "Lý do"));
            assert_eq!(transport.requests().len(), 2, "{status}");
        }
    }
}

#[tokio::test]
async fn an_unlisted_status_is_kept() {
    let (_, client) = playing(vec![Ok(dated(200, r#"{"resultStatus":"ON_HOLD"}"#))]);
    let error = client
        .send_initiate(b"{}", &key(), Priority::Click)
        .await
        .unwrap_err();
    assert_eq!(
        error.result_status(),
        Some(&ResultStatus::Other("ON_HOLD".to_owned()))
    );
    assert_eq!(error.failure.certainty, Certainty::Unknown);
}

#[tokio::test]
async fn faults_of_the_way_are_passed_on_and_never_repeated() {
    for failure in [
        Failure::unknown(Code::Timeout, ""),
        Failure::unknown(Code::ConnectionLost, ""),
        Failure::not_sent(Code::NoNetwork, ""),
    ] {
        let (transport, client) = playing(vec![Err(failure.clone())]);
        let error = client
            .send_refund(b"{}", &key(), Priority::Click)
            .await
            .unwrap_err();
        assert_eq!((error.failure, error.said), (failure, None));
        assert_eq!(transport.requests().len(), 2);
    }
}

#[tokio::test]
async fn nothing_is_sent_when_the_probe_cannot_leave() {
    let (transport, client) = {
        let script = [Err(Failure::unknown(Code::Timeout, ""))];
        let transport = std::sync::Arc::new(testkit::ScriptedTransport::playing(script));
        let client = crate::client(&transport, &testkit::ManualClock::at(crate::SERVER_MS));
        (transport, client)
    };
    let error = client
        .send_refund(b"{}", &key(), Priority::Click)
        .await
        .unwrap_err();
    assert_eq!(error.failure.certainty, Certainty::NotSent);
    assert_eq!(transport.requests().len(), 1);
}

#[tokio::test]
async fn an_answer_about_another_sale_is_nobodys_answer() {
    let other = include_str!("../../fixtures/status_paid.json").replace("ORD123", "ORD124");
    let (_, client) = playing(vec![Ok(dated(200, &other))]);
    let asked = client
        .transaction_status(&merchant(), &reference(), None, Priority::Click)
        .await;
    assert_eq!(asked.unwrap_err().failure.code, Code::UnreadableAnswer);
}

#[tokio::test]
async fn an_unknown_reference_is_told_from_other_refusals() {
    for (body, is_absent) in [
        (r#"{"resultStatus":"INVALID_REFERENCE_ID"}"#, true),
        (r#"{"resultStatus":"ACCESS_DENIED"}"#, false),
        ("{}", false),
    ] {
        let (_, client) = playing(vec![Ok(dated(200, body))]);
        let asked = client
            .transaction_status(&merchant(), &reference(), None, Priority::Click)
            .await;
        assert_eq!(asked.unwrap_err().says_absent(), is_absent, "{body}");
    }
}

#[tokio::test]
async fn a_hostile_link_is_refused_and_the_approval_kept() {
    let body = r#"{"resultStatus":"APPROVED","paymentUrl":"https://fundiin.vn.evil.example/","qrData":"javascript:alert(1)"}"#;
    let (_, client) = playing(vec![Ok(dated(200, body))]);
    let initiated = client
        .send_initiate(b"{}", &key(), Priority::Click)
        .await
        .unwrap()
        .value;
    assert_eq!(initiated.payment_url, Err(LinkProblem::ForeignHost));
    assert_eq!(initiated.qr_data, Err(LinkProblem::NotHttps));
}
