//! The gateway's clock in Vietnam time, whatever this machine shows, and the wait of a 429.

use std::sync::Arc;
use std::time::Duration;

use futures_util::FutureExt;
use gateway::{Code, Failure, Priority, RawAnswer};
use testkit::{ManualClock, ScriptedTransport};

use crate::{APPROVED, SERVER_MS, client, dated, header, is_signed_as_sent, key, playing};

const LATE: &str = "Tue, 14 Nov 2023 22:14:19 GMT";

fn late(status: u16, body: &str) -> Result<RawAnswer, Failure> {
    Ok(RawAnswer {
        date: Some(LATE.to_owned()),
        ..ScriptedTransport::json(status, body)
    })
}

#[tokio::test]
async fn the_stamp_is_vietnams_time_whatever_this_machine_shows() {
    for skew_ms in [
        0,
        31_000,
        -31_000,
        25_200_000,
        -25_200_000,
        86_400_000,
        -1_384_000_000_000,
    ] {
        let script = [Ok(dated(404, "")), Ok(dated(200, APPROVED))];
        let transport = Arc::new(ScriptedTransport::playing(script));
        let client = client(&transport, &ManualClock::at(SERVER_MS + skew_ms));
        client
            .send_initiate(b"{}", &key(), Priority::Click)
            .await
            .unwrap();
        let stamp = header(&transport.requests()[1], "request-time");
        assert!(stamp.starts_with("2023-11-15 05:13:"), "{stamp} for {skew_ms}");
    }
}

#[tokio::test]
async fn a_signature_refused_under_another_clock_is_sent_once_more_and_not_twice() {
    let refusals = [
        (401, ""),
        (401, r#"{"resultStatus":"INVALID_SIGNATURE"}"#),
        (200, r#"{"resultStatus":"INVALID_SIGNATURE"}"#),
    ];
    for (status, body) in refusals {
        let (transport, client) = playing(vec![late(status, body), Ok(dated(200, APPROVED))]);
        client
            .send_initiate(b"{}", &key(), Priority::Click)
            .await
            .unwrap();
        let requests = transport.requests();
        assert_eq!(requests.len(), 3);
        assert_eq!(header(&requests[1], "request-time"), "2023-11-15 05:13:19");
        assert_eq!(header(&requests[2], "request-time"), "2023-11-15 05:14:19");
        assert_eq!(requests[1].body, requests[2].body);
        assert_eq!(
            header(&requests[1], "idempotency-key"),
            header(&requests[2], "idempotency-key")
        );
        assert!(is_signed_as_sent(&requests[2]));

        let (transport, client) = playing(vec![late(status, body), late(status, body)]);
        let error = client
            .send_initiate(b"{}", &key(), Priority::Click)
            .await
            .unwrap_err();
        assert_eq!(
            (error.failure.code, transport.requests().len()),
            (Code::Unauthorized, 3)
        );

        let (_, client) = playing(vec![late(status, body), Ok(dated(status, body))]);
        let error = client
            .send_initiate(b"{}", &key(), Priority::Click)
            .await
            .unwrap_err();
        assert_eq!(error.failure.code, Code::ClockSkew);
    }
}

#[tokio::test]
async fn a_refused_signature_under_the_right_clock_is_not_repeated() {
    let (transport, client) = playing(vec![Ok(dated(401, r#"{"resultStatus":"INVALID_SIGNATURE"}"#))]);
    let error = client
        .send_initiate(b"{}", &key(), Priority::Click)
        .await
        .unwrap_err();
    assert_eq!(
        (error.failure.code, transport.requests().len()),
        (Code::Unauthorized, 2)
    );
}

#[tokio::test]
async fn after_a_429_everything_waits_as_long_as_it_says() {
    let clock = ManualClock::at(SERVER_MS);
    let limited = RawAnswer {
        retry_after: Some("20".to_owned()),
        ..dated(429, "{}")
    };
    let script = [Ok(dated(404, "")), Ok(limited), Ok(dated(200, APPROVED))];
    let transport = Arc::new(ScriptedTransport::playing(script));
    let client = client(&transport, &clock);
    let error = client
        .send_initiate(b"{}", &key(), Priority::Click)
        .await
        .unwrap_err();
    assert_eq!(
        (error.failure.code, error.failure.retry_after),
        (Code::RateLimited, Some(Duration::from_secs(20)))
    );
    let key = key();
    let mut waiting = Box::pin(client.send_initiate(b"{}", &key, Priority::Click));
    assert!(waiting.as_mut().now_or_never().is_none());
    clock.advance(Duration::from_secs(20));
    waiting.await.unwrap();
    assert_eq!(transport.requests().len(), 3);
}
