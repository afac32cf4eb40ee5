//! The client over real sockets: what leaves is what was signed, and what comes back is not trusted.

use std::io::Write;
use std::sync::{Arc, Mutex};

use finan_one::accounts::{AccountFilter, AccountNumber};
use finan_one::{Client, Credentials, PageRequest, Signed, sign};
use gateway::{
    AllowHttp, BaseUrl, Certainty, Code, Failure, Method, Priority, RateBudget, SecretText, SystemClock,
    rate::RateLimit,
};
use testkit::{RawServer, Reply};

const SECRET: &str = "my_Secret_Key";
const CODE: &str = "901827364";
const BODY: &[u8] = "{\"amount\":500000,\"description\":\"Cà phê \u{1F375}\"}".as_bytes();

fn client(server: &RawServer) -> Client {
    let base_url = BaseUrl::parse(&format!("{}/open", server.base_url()), AllowHttp::LoopbackOnly).unwrap();
    let credentials = Credentials::new("client-1", &SecretText::from(SECRET)).unwrap();
    let clock = Arc::new(SystemClock::new());
    let budget = RateBudget::new(clock.clone(), RateLimit::STANDARD);
    Client::connect(base_url, credentials, clock)
        .unwrap()
        .with_rate_budget(Arc::new(budget))
}

/// Answers the probe for the clock, then a created payment with `reply`.
async fn create(reply: Reply) -> (RawServer, Result<String, Failure>) {
    let server = RawServer::start(vec![Reply::http(404, "", b""), reply]).unwrap();
    let created = client(&server).send_create_payment(BODY, Priority::Click).await;
    (server, created.map(|answer| answer.value.payment_request_id))
}

fn known(failure: &Failure) -> (Code, Certainty) {
    (failure.code, failure.certainty)
}

#[tokio::test]
async fn the_bytes_that_leave_are_the_bytes_that_were_signed() {
    let (server, created) = create(Reply::json(include_str!("../../fixtures/create_payment.json"))).await;
    assert_eq!(created.unwrap(), "7fc5e181-aae3-4021-8ce0-6a53aa71990d");
    let requests = server.requests();
    assert!(requests[0].starts_with(b"GET /open HTTP/1.1\r\n"));
    assert!(!String::from_utf8_lossy(&requests[0]).contains("x-client-id"));

    let sent = String::from_utf8(requests[1].clone()).unwrap();
    let (head, body) = sent.split_once("\r\n\r\n").unwrap();
    assert!(head.starts_with("POST /open/api/v1/payments HTTP/1.1\r\n"));
    assert_eq!(body.as_bytes(), BODY);
    let header = |name: &str| {
        head.lines()
            .find_map(|line| line.strip_prefix(name))
            .map(|value| value.trim().to_owned())
            .unwrap()
    };
    let signed = Signed {
        method: Method::Post,
        path_and_query: "/api/v1/payments",
        payload: body.as_bytes(),
        timestamp: header("x-timestamp:").parse().unwrap(),
    };
    assert_eq!(
        header("x-signature:"),
        sign(&SecretText::from(SECRET), signed).expose()
    );
    assert_eq!(header("content-type:"), "application/json");
}

#[tokio::test]
async fn a_reset_after_sending_is_unknown() {
    let (server, created) = create(Reply::Close).await;
    assert_eq!(
        known(&created.unwrap_err()),
        (Code::ConnectionLost, Certainty::Unknown)
    );
    assert_eq!(server.requests().len(), 2);
}

#[tokio::test]
async fn hostile_answers_are_unknown_and_never_data() {
    let bomb = format!("{{\"data\":{}{}}}", "[".repeat(100_000), "]".repeat(100_000));
    let page = Reply::http(200, "content-type: text/html\r\n", b"<html>Log in</html>");
    let huge = Reply::http(
        200,
        "content-type: application/json\r\n",
        &vec![b' '; 3 * 1024 * 1024],
    );
    for (reply, code) in [
        (Reply::json(&bomb), Code::AnswerTooLarge),
        (huge, Code::AnswerTooLarge),
        (page, Code::CaptivePortal),
        (Reply::json("{\"data\":"), Code::UnreadableAnswer),
        (Reply::json("{\"data\":{}}"), Code::UnreadableAnswer),
        (
            Reply::http(302, "location: http://127.0.0.1:9/\r\n", b""),
            Code::Redirected,
        ),
    ] {
        let (_, created) = create(reply).await;
        assert_eq!(known(&created.unwrap_err()), (code, Certainty::Unknown));
    }
}

/// Everything that was logged.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn nothing_secret_is_logged_at_the_finest_level() {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_writer(move || writer.clone())
        .finish();
    // For the whole process: one thread's subscriber misses the places that tests beside it enter first.
    tracing::subscriber::set_global_default(subscriber).unwrap();

    let refusal = Reply::http(401, "date: Tue, 14 Nov 2023 22:13:19 GMT\r\n", b"{}");
    let wrong_code = Reply::http(
        422,
        "content-type: application/json\r\n",
        br#"{"message":{"error":"901827364 is wrong"}}"#,
    );
    let replies = vec![
        Reply::http(404, "", b""),
        refusal,
        Reply::json("{\"data\":[]}"),
        wrong_code,
    ];
    let server = RawServer::start(replies).unwrap();
    let filter = AccountFilter {
        id: None,
        account_number: Some(AccountNumber::new("0933450210")),
    };
    let client = client(&server);
    client
        .list_master_accounts(&filter, PageRequest::FIRST, Priority::Click)
        .await
        .unwrap();
    client
        .verify_payout_code("po-1", &SecretText::from(CODE), Priority::Click)
        .await
        .unwrap_err();

    let logged = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert!(logged.contains("/api/v1/master-bank-accounts"), "{logged}");
    for request in server.requests() {
        let text = String::from_utf8(request).unwrap();
        let signature = text.lines().find_map(|line| line.strip_prefix("x-signature: "));
        assert!(signature.is_none_or(|signature| !logged.contains(signature)));
    }
    assert!(logged.contains("/api/v1/payouts/po-1/otps"), "{logged}");
    for secret in [SECRET, "0933450210", CODE, "pass_code"] {
        assert!(!logged.contains(secret), "{secret} in {logged}");
    }
}
