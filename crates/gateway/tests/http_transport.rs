//! The HTTP transport against raw sockets that answer well, badly or not at all.
#![expect(clippy::unwrap_used, reason = "helpers of tests")]

use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::time::Duration;

use gateway::transport::{MAX_BODY_BYTES, TimeLimits};
use gateway::{
    AllowHttp, BaseUrl, Certainty, Code, Failure, HttpTransport, Method, RawAnswer, Request, SecretText,
    Transport,
};
use testkit::{RawServer, Reply};

fn transport(base_url: &str) -> HttpTransport {
    let base_url = BaseUrl::parse(base_url, AllowHttp::LoopbackOnly).unwrap();
    let limits = TimeLimits {
        connect: Duration::from_secs(2),
        whole: Duration::from_secs(5),
    };
    HttpTransport::with_limits(base_url, limits).unwrap()
}

fn post(body: &[u8]) -> Request {
    Request {
        body: body.to_vec(),
        ..Request::bare(Method::Post, "/api/v1/payments")
    }
}

async fn send(reply: Reply) -> (RawServer, Result<RawAnswer, Failure>) {
    let server = RawServer::start(vec![reply]).unwrap();
    let answer = transport(&server.base_url()).send(post(b"{}")).await;
    (server, answer)
}

fn known(failure: &Failure) -> (Code, Certainty) {
    (failure.code, failure.certainty)
}

#[tokio::test]
async fn the_bytes_given_are_the_bytes_sent() {
    let server = RawServer::start(vec![Reply::json("{}")]).unwrap();
    let body = "{\"description\":\"Cà phê ☕\",\"z\":1,\"a\":0.10}\n".as_bytes();
    let request = Request {
        path_and_query: "/api/v1/x?b=2&a=%C3%A0&c=1%2B1".to_owned(),
        ..post(body).with_header("x-signature", SecretText::from("abc"))
    };
    transport(&format!("{}/open/", server.base_url()))
        .send(request)
        .await
        .unwrap();
    let sent = server.requests().remove(0);
    let text = String::from_utf8_lossy(&sent);
    assert!(
        text.starts_with("POST /open/api/v1/x?b=2&a=%C3%A0&c=1%2B1 HTTP/1.1\r\n"),
        "{text}"
    );
    assert!(text.contains("\r\nx-signature: abc\r\n"), "{text}");
    assert!(text.contains("\r\nuser-agent: TienVe/"), "{text}");
    assert!(sent.ends_with(&[b"\r\n\r\n", body].concat()));
}

#[tokio::test]
async fn an_answer_brings_its_status_headers_and_body() {
    let headers =
        "date: Tue, 14 Nov 2023 22:13:19 GMT\r\nretry-after: 7\r\ncontent-type: application/json\r\n";
    let (_, answer) = send(Reply::http(429, headers, b"{\"code\":104000}")).await;
    let answer = answer.unwrap();
    assert_eq!((answer.status, answer.retry_after.as_deref()), (429, Some("7")));
    assert_eq!(answer.date.as_deref(), Some("Tue, 14 Nov 2023 22:13:19 GMT"));
    assert_eq!(answer.json_text().unwrap(), "{\"code\":104000}");
}

#[tokio::test]
async fn a_refused_connection_was_not_sent() {
    let unused = TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap();
    let failure = transport(&format!("http://{unused}"))
        .send(post(b"{}"))
        .await
        .unwrap_err();
    assert_eq!(known(&failure), (Code::Unreachable, Certainty::NotSent));
}

#[tokio::test]
async fn a_name_that_does_not_exist_was_not_sent() {
    let base_url = BaseUrl::parse("https://no-such-gateway.invalid", AllowHttp::Never).unwrap();
    let Ok(transport) = HttpTransport::new(base_url) else {
        return;
    };
    let failure = transport.send(post(b"{}")).await.unwrap_err();
    // A resolver that does not answer either runs into the connect time-out.
    assert!(matches!(failure.code, Code::Dns | Code::Timeout), "{failure:?}");
    assert_eq!(failure.certainty, Certainty::NotSent);
}

#[tokio::test]
async fn a_server_that_speaks_no_tls_was_not_sent() {
    let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n").unwrap();
    });
    let base_url = BaseUrl::parse(&format!("https://{address}"), AllowHttp::Never).unwrap();
    let Ok(transport) = HttpTransport::new(base_url) else {
        return;
    };
    let failure = transport.send(post(b"{}")).await.unwrap_err();
    assert_eq!(known(&failure), (Code::Tls, Certainty::NotSent));
}

#[tokio::test]
async fn a_connection_closed_after_the_request_is_unknown() {
    let (server, answer) = send(Reply::Close).await;
    assert_eq!(
        known(&answer.unwrap_err()),
        (Code::ConnectionLost, Certainty::Unknown)
    );
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn an_answer_cut_short_is_unknown() {
    let cut = b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"code\":".to_vec();
    let (_, answer) = send(Reply::Bytes(cut)).await;
    let failure = answer.unwrap_err();
    assert_eq!(known(&failure), (Code::ConnectionLost, Certainty::Unknown));
    assert_eq!(failure.http_status, Some(200));
}

#[tokio::test]
async fn bytes_that_are_not_http_are_unknown() {
    let (_, answer) = send(Reply::Bytes(b"\x16\x03garbage\r\n\r\n".to_vec())).await;
    assert_eq!(answer.unwrap_err().certainty, Certainty::Unknown);
}

#[tokio::test]
async fn silence_is_a_time_out_of_unknown_effect() {
    let server = RawServer::start(vec![Reply::Silence]).unwrap();
    let base_url = BaseUrl::parse(&server.base_url(), AllowHttp::LoopbackOnly).unwrap();
    let limits = TimeLimits {
        connect: Duration::from_millis(200),
        whole: Duration::from_millis(300),
    };
    let transport = HttpTransport::with_limits(base_url, limits).unwrap();
    let failure = transport.send(post(b"{}")).await.unwrap_err();
    assert_eq!(known(&failure), (Code::Timeout, Certainty::Unknown));
}

#[tokio::test]
async fn a_body_is_read_up_to_2_mb() {
    let whole = vec![b' '; MAX_BODY_BYTES];
    let (_, answer) = send(Reply::http(200, "", &whole)).await;
    assert_eq!(answer.unwrap().body.len(), MAX_BODY_BYTES);

    let endless = [
        b"HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n".to_vec(),
        vec![b' '; MAX_BODY_BYTES + 1],
    ]
    .concat();
    let (_, answer) = send(Reply::Bytes(endless)).await;
    assert_eq!(
        known(&answer.unwrap_err()),
        (Code::AnswerTooLarge, Certainty::Unknown)
    );
}

#[tokio::test]
async fn a_redirect_is_an_answer_and_is_not_followed() {
    let target = RawServer::start(vec![Reply::json("{}")]).unwrap();
    let location = format!("location: {}/stolen\r\n", target.base_url());
    let (_, answer) = send(Reply::http(307, &location, b"")).await;
    assert_eq!(answer.unwrap().status, 307);
    assert!(target.requests().is_empty());
}

#[tokio::test]
async fn a_header_that_cannot_be_sent_is_not_sent() {
    let server = RawServer::start(vec![Reply::json("{}")]).unwrap();
    let request = post(b"{}").with_header("x-client-id", SecretText::from("a\r\nx-evil: 1"));
    let failure = transport(&server.base_url()).send(request).await.unwrap_err();
    assert_eq!(known(&failure), (Code::BadCredentials, Certainty::NotSent));
    assert!(server.requests().is_empty());
}

#[tokio::test]
async fn a_path_that_would_change_is_not_sent() {
    let server = RawServer::start(vec![Reply::json("{}")]).unwrap();
    let request = Request::bare(Method::Get, "/api/../secret");
    let failure = transport(&server.base_url()).send(request).await.unwrap_err();
    assert_eq!(known(&failure), (Code::BadRequest, Certainty::NotSent));
    assert!(server.requests().is_empty());
}

#[tokio::test]
async fn a_second_request_uses_the_warm_connection() {
    let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let address = listener.local_addr().unwrap();
    let served = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut reader = BufReader::new(stream.try_clone().unwrap());
        for _ in 0..2 {
            let mut line = String::new();
            while line != "\r\n" {
                line.clear();
                assert_ne!(reader.read_line(&mut line).unwrap(), 0);
            }
            stream
                .write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}")
                .unwrap();
        }
    });
    let transport = transport(&format!("http://{address}"));
    for _ in 0..2 {
        transport
            .send(Request::bare(Method::Get, "/api/v1/payments"))
            .await
            .unwrap();
    }
    served.join().unwrap();
}
