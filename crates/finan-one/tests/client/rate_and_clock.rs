//! The gateway's clock and the rate budget: when a call is signed, repeated or held back.

use std::sync::Arc;
use std::time::Duration;

use futures_util::FutureExt;
use gateway::{Certainty, Clock, Code, Failure, Priority, RawAnswer, SkewLevel};
use testkit::{ManualClock, ScriptedTransport};

use crate::{CREATED, DATE, SERVER_MS, client, dated, header, is_signed_as_sent, ok, playing};

#[tokio::test]
async fn the_first_anchor_is_taken_without_keys_before_the_first_signed_call() {
    let (transport, client) = playing(vec![ok(CREATED), ok(CREATED)]);
    client.get_payment("p-1", Priority::Click).await.unwrap();
    client.get_payment("p-1", Priority::Click).await.unwrap();
    let requests = transport.requests();
    assert_eq!(requests.len(), 3);
    assert_eq!(
        (requests[0].path_and_query.as_str(), requests[0].headers.len()),
        ("", 0)
    );
    assert!(requests[1..].iter().all(is_signed_as_sent));
}

#[tokio::test]
async fn a_lost_probe_means_that_the_payment_was_not_sent() {
    let transport = Arc::new(ScriptedTransport::playing([Err(Failure::unknown(
        Code::Timeout,
        "",
    ))]));
    let client = client(&transport, &ManualClock::default());
    let failure = client
        .send_create_payment(b"{}", Priority::Click)
        .await
        .unwrap_err();
    assert_eq!(
        (failure.code, failure.certainty),
        (Code::Timeout, Certainty::NotSent)
    );
}

#[tokio::test]
async fn a_gateway_that_hangs_up_on_a_bare_request_is_called_by_this_machines_clock() {
    let script = [Err(Failure::unknown(Code::ConnectionLost, "")), ok(CREATED)];
    let transport = Arc::new(ScriptedTransport::playing(script));
    let client = client(&transport, &ManualClock::at(SERVER_MS));
    client.get_payment("p-1", Priority::Click).await.unwrap();
    assert_eq!(transport.requests().len(), 2);
    assert_eq!(client.clock_reading().level, Some(SkewLevel::Green));
}

/// A gateway that refuses what is more than 30 s off, as documented, with a clock of its own.
fn strict_gateway(clock: &ManualClock, offset_ms: i64) -> Arc<ScriptedTransport> {
    let clock = clock.clone();
    Arc::new(ScriptedTransport::answering(move |request| {
        let now_seconds = (clock.monotonic_ms() + offset_ms).div_euclid(1_000);
        let since = Duration::from_secs(u64::try_from(now_seconds).unwrap());
        let is_timely = request.header("x-timestamp").is_some_and(|timestamp| {
            let timestamp: i64 = timestamp.expose().parse().unwrap();
            (timestamp - now_seconds).abs() <= 30
        });
        let answer = ScriptedTransport::json(if is_timely { 200 } else { 401 }, CREATED);
        let date = chrono::DateTime::<chrono::Utc>::from(std::time::UNIX_EPOCH + since);
        Ok(RawAnswer {
            date: Some(date.format("%a, %d %b %Y %H:%M:%S GMT").to_string()),
            ..answer
        })
    }))
}

#[tokio::test]
async fn any_wrong_clock_succeeds_at_once() {
    for skew_ms in [
        0,
        31_000,
        -31_000,
        25_200_000,
        -25_200_000,
        86_400_000,
        -86_400_000,
        -1_384_000_000_000,
    ] {
        let clock = ManualClock::at(SERVER_MS + skew_ms);
        let transport = strict_gateway(&clock, SERVER_MS);
        let client = client(&transport, &clock);
        client.get_payment("p-1", Priority::Click).await.unwrap();
        assert_eq!(transport.requests().len(), 2, "skew {skew_ms}");
        let reading = client.clock_reading();
        let is_near = (reading.skew_ms.unwrap() - skew_ms).abs() <= 1_500;
        assert!(is_near, "{reading:?} for {skew_ms}");
        assert_eq!(reading.level == Some(SkewLevel::Red), skew_ms != 0);
    }
}

#[tokio::test]
async fn a_clock_set_by_hand_or_a_sleep_is_noticed_before_the_next_call() {
    let clock = ManualClock::at(SERVER_MS);
    let transport = strict_gateway(&clock, SERVER_MS);
    let client = client(&transport, &clock);
    client.get_payment("p-1", Priority::Click).await.unwrap();
    clock.set_wall_ms(0);
    client.get_payment("p-1", Priority::Click).await.unwrap();
    let paths: Vec<_> = transport
        .requests()
        .into_iter()
        .map(|request| request.path_and_query)
        .collect();
    assert_eq!(paths, ["", "/api/v1/payments/p-1", "", "/api/v1/payments/p-1"]);
}

#[tokio::test]
async fn a_401_from_another_clock_is_signed_once_more_and_not_twice() {
    let late = "Tue, 14 Nov 2023 22:14:19 GMT";
    let refusal = || {
        Ok(RawAnswer {
            date: Some(late.to_owned()),
            ..ScriptedTransport::json(401, "{}")
        })
    };

    let (transport, client) = playing(vec![refusal(), ok(CREATED)]);
    client.send_create_payment(b"{}", Priority::Click).await.unwrap();
    let requests = transport.requests();
    assert_eq!(requests.len(), 3);
    assert_eq!(header(&requests[1], "x-timestamp"), "1699999999");
    assert_eq!(header(&requests[2], "x-timestamp"), "1700000059");
    assert!(is_signed_as_sent(&requests[2]) && requests[1].body == requests[2].body);

    let (transport, client) = playing(vec![refusal(), refusal()]);
    let failure = client
        .send_create_payment(b"{}", Priority::Click)
        .await
        .unwrap_err();
    assert_eq!(
        (failure.code, transport.requests().len()),
        (Code::Unauthorized, 3)
    );

    let earlier = Ok(RawAnswer {
        date: Some(DATE.to_owned()),
        ..ScriptedTransport::json(401, "{}")
    });
    let (transport, client) = playing(vec![refusal(), earlier]);
    let failure = client
        .send_create_payment(b"{}", Priority::Click)
        .await
        .unwrap_err();
    assert_eq!((failure.code, transport.requests().len()), (Code::ClockSkew, 3));
}

#[tokio::test]
async fn a_gateway_without_a_date_is_called_by_this_machines_clock() {
    let script = [
        Ok(ScriptedTransport::json(404, "")),
        Ok(ScriptedTransport::json(200, CREATED)),
    ];
    let transport = Arc::new(ScriptedTransport::playing(script));
    let client = client(&transport, &ManualClock::at(SERVER_MS));
    client.get_payment("p-1", Priority::Click).await.unwrap();
    assert_eq!(header(&transport.requests()[1], "x-timestamp"), "1699999999");
    assert_eq!(client.clock_reading().skew_ms, None);
}

#[tokio::test]
async fn after_a_429_everything_waits_as_long_as_the_text_says() {
    let clock = ManualClock::at(SERVER_MS);
    let limited = Ok(dated(429, include_str!("../../fixtures/error_429.json")));
    let script = [Ok(dated(404, "")), limited, ok(CREATED)];
    let transport = Arc::new(ScriptedTransport::playing(script));
    let client = client(&transport, &clock);
    let failure = client.get_payment("p-1", Priority::Click).await.unwrap_err();
    assert_eq!(
        (failure.code, failure.retry_after),
        (Code::RateLimited, Some(Duration::from_secs(30)))
    );
    let mut waiting = Box::pin(client.get_payment("p-1", Priority::Click));
    assert!(waiting.as_mut().now_or_never().is_none());
    clock.advance(Duration::from_secs(30));
    waiting.await.unwrap();
    assert_eq!(transport.requests().len(), 3);
}
