//! Every call: what is sent, how it is signed, what is read.

use dong::Dong;
use fundiin::installments::PackagesRequest;
use fundiin::payments::CancelOutcome;
use gateway::{Method, Priority};

use crate::{APPROVED, dated, header, is_signed_as_sent, key, merchant, playing, reference};

#[tokio::test]
async fn stored_bytes_are_sent_signed_and_keyed_as_they_are() {
    let stored = "{\"description\":\"C\u{e0} ph\u{ea} \\u2615\",\n \"extraData\":\"a\\/b\"}\n".as_bytes();
    let (transport, client) = playing(vec![Ok(dated(200, APPROVED))]);
    let answer = client
        .send_initiate(stored, &key(), Priority::Click)
        .await
        .unwrap();
    assert_eq!(answer.value.payment_url.unwrap().as_str(), "https://fundiin.vn/p");
    let requests = transport.requests();
    let (probe, sent) = (&requests[0], &requests[1]);
    assert!(probe.headers.is_empty() && probe.body.is_empty() && probe.path_and_query.is_empty());
    assert_eq!(
        (sent.method, sent.path_and_query.as_str()),
        (Method::Post, "/v2/payments")
    );
    assert_eq!(sent.body, stored);
    assert!(is_signed_as_sent(sent));
    assert_eq!(header(sent, "content-type"), "application/json");
    assert_eq!(header(sent, "client-id"), "client-1");
    assert_eq!(header(sent, "request-time"), "2023-11-15 05:13:19");
    assert_eq!(header(sent, "idempotency-key"), key().as_str());
    assert_eq!(sent.headers.len(), 5);
}

#[tokio::test]
async fn what_has_an_effect_carries_the_key_and_what_only_reads_does_not() {
    let paid = include_str!("../../fixtures/status_paid.json");
    let (transport, client) = playing(vec![
        Ok(dated(200, paid)),
        Ok(dated(200, include_str!("../../fixtures/cancelled.json"))),
        Ok(dated(200, include_str!("../../fixtures/refunded.json"))),
        Ok(dated(200, include_str!("../../fixtures/confirmed_in_store.json"))),
        Ok(dated(200, include_str!("../../fixtures/packages.json"))),
    ]);
    let status = client
        .transaction_status(&merchant(), &reference(), None, Priority::QrOnScreen)
        .await;
    assert!(status.unwrap().value.is_paid());
    let cancelled = client.send_cancel(b"{}", &key(), Priority::Click).await.unwrap();
    assert_eq!(cancelled.value, CancelOutcome::Cancelled);
    let refunded = client.send_refund(b"{}", &key(), Priority::Click).await.unwrap();
    assert_eq!(refunded.value.amount, Some(Dong::new(100_000)));
    client
        .send_confirm_store(b"{}", &key(), Priority::Click)
        .await
        .unwrap();
    let request = PackagesRequest {
        merchant: merchant(),
        amount: Dong::new(3_000_000),
        lang: None,
        first_percent: None,
        description: None,
        items: Vec::new(),
    };
    client
        .installment_packages(&request, Priority::Click)
        .await
        .unwrap();

    let requests = transport.requests();
    let sent: Vec<_> = requests
        .iter()
        .skip(1)
        .map(|request| {
            (
                request.path_and_query.as_str(),
                request.header("idempotency-key").is_some(),
            )
        })
        .collect();
    assert_eq!(
        sent,
        [
            ("/v2/payments/status", false),
            ("/v2/payments/cancel", true),
            ("/v2/payments/refund", true),
            ("/v2/payments/confirm-store", true),
            ("/v2/installments/packages", false),
        ]
    );
    assert!(
        requests
            .iter()
            .skip(1)
            .all(|request| request.method == Method::Post && is_signed_as_sent(request))
    );
    assert_eq!(
        requests[1].body,
        br#"{"merchantId":"FundiinVN","referenceId":"ORD123"}"#
    );
}

#[tokio::test]
async fn the_same_bytes_under_the_same_key_are_the_same_request() {
    let (transport, client) = playing(vec![Ok(dated(200, APPROVED)), Ok(dated(200, APPROVED))]);
    for _ in 0..2 {
        client
            .send_initiate(b"{}", &key(), Priority::Click)
            .await
            .unwrap();
    }
    let requests = transport.requests();
    assert_eq!(requests[1].body, requests[2].body);
    for name in ["signature", "idempotency-key", "client-id"] {
        assert_eq!(header(&requests[1], name), header(&requests[2], name));
    }
}
