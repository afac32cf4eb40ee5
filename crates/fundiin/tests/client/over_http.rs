//! The client over real sockets: what leaves is what was signed, and what comes back is not trusted.

use std::io::Write;
use std::sync::{Arc, Mutex};

use fundiin::{CallError, Client, Credentials, LinkProblem, sign};
use gateway::{AllowHttp, BaseUrl, Certainty, Code, Priority, SecretText, SystemClock};
use testkit::{RawServer, Reply};

use crate::{APPROVED, SECRET, key};

const BODY: &[u8] = "{\"description\":\"Cà phê \u{1F375}\"}\n".as_bytes();

fn client(server: &RawServer) -> Client {
    let base_url = BaseUrl::parse(&server.base_url(), AllowHttp::LoopbackOnly).unwrap();
    let credentials = Credentials::new("client-1", &SecretText::from(SECRET)).unwrap();
    Client::connect(base_url, credentials, Arc::new(SystemClock::new())).unwrap()
}

/// Answers the probe for the clock, then an initiation with `reply`.
async fn initiate(reply: Reply) -> (RawServer, Result<Result<String, LinkProblem>, CallError>) {
    let server = RawServer::start(vec![Reply::http(405, "", b""), reply]).unwrap();
    let sent = client(&server).send_initiate(BODY, &key(), Priority::Click).await;
    let link = sent.map(|answer| answer.value.payment_url.map(|link| link.as_str().to_owned()));
    (server, link)
}

#[tokio::test]
async fn the_bytes_that_leave_are_the_bytes_that_were_signed() {
    let (server, link) = initiate(Reply::json(APPROVED)).await;
    assert_eq!(link.unwrap().unwrap(), "https://fundiin.vn/p");
    let requests = server.requests();
    assert!(!String::from_utf8_lossy(&requests[0]).contains("client-id"));
    let sent = String::from_utf8(requests[1].clone()).unwrap();
    let (head, body) = sent.split_once("\r\n\r\n").unwrap();
    assert!(head.starts_with("POST /v2/payments HTTP/1.1\r\n"));
    assert_eq!(body.as_bytes(), BODY);
    let header = |name: &str| {
        let found = head.lines().find_map(|line| line.strip_prefix(name));
        found.map(|value| value.trim().to_owned()).unwrap()
    };
    assert_eq!(
        header("signature:"),
        sign(&SecretText::from(SECRET), BODY).expose()
    );
    assert_eq!(header("client-id:"), "client-1");
    assert_eq!(header("idempotency-key:"), key().as_str());
    assert_eq!(header("request-time:").len(), "YYYY-MM-DD hh:mm:ss".len());
}

#[tokio::test]
async fn a_gateway_on_this_machine_may_show_its_own_page_and_no_other() {
    let server = RawServer::start(Vec::new()).unwrap();
    let own = format!("{}/pay/1", server.base_url());
    assert!(client(&server).link_rule().check(Some(&own)).is_ok());
    let other = "http://127.0.0.1:1/pay/1";
    assert_eq!(
        client(&server).link_rule().check(Some(other)),
        Err(LinkProblem::NotHttps)
    );
}

#[tokio::test]
async fn hostile_and_lost_answers_are_unknown_and_never_data() {
    let bomb = format!(
        "{{\"resultStatus\":{}{}}}",
        "[".repeat(100_000),
        "]".repeat(100_000)
    );
    let page = Reply::http(200, "content-type: text/html\r\n", b"<html>Log in</html>");
    let huge = Reply::http(
        200,
        "content-type: application/json\r\n",
        &vec![b' '; 3 * 1024 * 1024],
    );
    for (reply, code) in [
        (Reply::Close, Code::ConnectionLost),
        (Reply::json(&bomb), Code::AnswerTooLarge),
        (huge, Code::AnswerTooLarge),
        (page, Code::CaptivePortal),
        (Reply::json("{\"resultStatus\":"), Code::UnreadableAnswer),
        (Reply::json("{}"), Code::UnreadableAnswer),
        (
            Reply::http(302, "location: http://127.0.0.1:9/\r\n", b""),
            Code::Redirected,
        ),
        (Reply::http(422, "", b""), Code::Conflict),
    ] {
        let (server, sent) = initiate(reply).await;
        let failure = sent.unwrap_err().failure;
        assert_eq!((failure.code, failure.certainty), (code, Certainty::Unknown));
        assert_eq!(server.requests().len(), 2);
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
    let refusal = r#"{"resultStatus":"INVALID_SIGNATURE","resultMsg":"0912345678"}"#;
    let (_, sent) = initiate(Reply::json(refusal)).await;
    assert!(!sent.unwrap_err().failure.detail.contains("0912345678"));

    let logged = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert!(logged.contains("/v2/payments"), "{logged}");
    let signature = sign(&SecretText::from(SECRET), BODY);
    for canary in [SECRET, signature.expose(), key().as_str(), "0912345678"] {
        assert!(!logged.contains(canary), "{logged}");
    }
}
