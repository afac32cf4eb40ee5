//! The client against a scripted gateway: every status, the clock, the budget, and what was signed.
#![expect(clippy::unwrap_used, reason = "helpers of tests")]

use std::sync::Arc;
use std::time::Duration;

use dong::Dong;
use finan_one::accounts::{AccountFilter, AccountNumber};
use finan_one::{Client, Credentials, PageRequest, Signed, sign};
use futures_util::{FutureExt, TryStreamExt};
use gateway::{
    Certainty, Clock, Code, Failure, Method, Priority, RawAnswer, Request, SecretText, SkewLevel, Transport,
};
use testkit::{ManualClock, ScriptedTransport};

/// 2023-11-14T22:13:19Z.
const SERVER_MS: i64 = 1_699_999_999_000;
const DATE: &str = "Tue, 14 Nov 2023 22:13:19 GMT";
const SECRET: &str = "mySecretKey";
const CREATED: &str = include_str!("../fixtures/create_payment.json");

fn dated(status: u16, body: &str) -> RawAnswer {
    RawAnswer {
        date: Some(DATE.to_owned()),
        ..ScriptedTransport::json(status, body)
    }
}

fn ok(body: &str) -> Result<RawAnswer, Failure> {
    Ok(dated(200, body))
}

fn client(transport: &Arc<ScriptedTransport>, clock: &ManualClock) -> Client {
    let credentials = Credentials::new("client-1", &SecretText::from(SECRET)).unwrap();
    let transport: Arc<dyn Transport> = transport.clone();
    Client::new(transport, credentials, Arc::new(clock.clone()))
}

/// A client whose probe is answered with the right time, followed by `answers`.
fn playing(answers: Vec<Result<RawAnswer, Failure>>) -> (Arc<ScriptedTransport>, Client) {
    let script = std::iter::once(Ok(dated(404, ""))).chain(answers);
    let transport = Arc::new(ScriptedTransport::playing(script));
    let client = client(&transport, &ManualClock::at(SERVER_MS));
    (transport, client)
}

fn header(request: &Request, name: &str) -> String {
    request.header(name).unwrap().expose().to_owned()
}

fn is_signed_as_sent(request: &Request) -> bool {
    let timestamp = header(request, "x-timestamp").parse().unwrap();
    let signed = Signed {
        method: request.method,
        path_and_query: &request.path_and_query,
        payload: &request.body,
        timestamp,
    };
    header(request, "x-signature") == sign(&SecretText::from(SECRET), signed).expose()
}

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
    let (_, client) = playing(vec![ok(include_str!("../fixtures/payment_older_fields.json"))]);
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
        let body = include_str!("../fixtures/error_400.json");
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
    let limited = Ok(dated(429, include_str!("../fixtures/error_429.json")));
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

#[tokio::test]
async fn a_list_is_a_stream_of_pages() {
    let pages = [
        include_str!("../fixtures/payments_page_1.json"),
        include_str!("../fixtures/payments_page_2.json"),
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
    let body = include_str!("../fixtures/master_accounts.json");
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
