//! Who is let in, and how refusals look.

use simulator::{Config, Credentials};

use crate::shop::{OPENING, Shop};
use crate::wire::{request, signature};

const LIST: &str = "/api/v1/payments";

#[test]
fn the_published_vectors_are_let_in_and_their_hmacs_are_not() {
    let shop = Shop::with(Config {
        clock: simulator::SimClock::fixed(1_699_999_999),
        credentials: Credentials {
            client_id: "c".to_owned(),
            secret: "mySecretKey".to_owned(),
        },
        ..Config::default()
    });
    let status = |hash: &str| {
        let headers = [
            ("X-Client-ID", "c"),
            ("X-Timestamp", "1699999999"),
            ("X-Signature", hash),
        ];
        shop.send(&request("GET", "/open/api/v1/payments", &headers, ""))
            .unwrap()
            .status
    };
    assert_eq!(
        status("73c2f95458328a80e1aa7d4f7446d4a7cb7e541e543ac66797a79964f04e31bd"),
        200
    );
    assert_eq!(
        status("8cf101948de76eff1a1a9f33772cd4b9cd2c22f9db25a9dd0529fa2d8cbc447b"),
        401
    );
}

#[test]
fn each_of_the_three_headers_is_needed() {
    let shop = Shop::open();
    let signed = signature(shop.running.secret(), "GET", LIST, "", OPENING);
    let stamp = OPENING.to_string();
    let headers = [
        ("x-client-id", shop.running.client_id()),
        ("x-timestamp", stamp.as_str()),
        ("x-signature", signed.as_str()),
    ];
    let target = format!("/open{LIST}");
    assert_eq!(
        shop.send(&request("GET", &target, &headers, "")).unwrap().status,
        200
    );
    for missing in 0..3 {
        let mut some = headers.to_vec();
        some.remove(missing);
        assert_eq!(
            shop.send(&request("GET", &target, &some, "")).unwrap().status,
            401
        );
    }
}

#[test]
fn the_causes_of_a_401_look_the_same_and_are_told_apart_in_the_log_only() {
    let shop = Shop::open();
    let mut bodies = Vec::new();
    let mut refuse = |client: &str, secret: &str, timestamp: i64| {
        let signed = signature(secret, "GET", LIST, "", timestamp);
        let stamp = timestamp.to_string();
        let headers = [
            ("x-client-id", client),
            ("x-timestamp", stamp.as_str()),
            ("x-signature", signed.as_str()),
        ];
        let reply = shop
            .send(&request("GET", &format!("/open{LIST}"), &headers, ""))
            .unwrap();
        assert_eq!(reply.status, 401);
        let mut body = reply.json();
        body["request_id"] = "".into();
        bodies.push(body);
    };
    let (client, secret) = (shop.running.client_id(), shop.running.secret());
    refuse("somebody", secret, OPENING);
    refuse(client, "wrong", OPENING);
    refuse(client, secret, OPENING - 31);
    assert!(bodies.iter().all(|body| *body == bodies[0]));
    let causes: Vec<_> = shop
        .hand()
        .requests()
        .iter()
        .filter_map(|row| row.cause)
        .collect();
    assert_eq!(causes, ["wrong_client", "wrong_signature", "stale_timestamp"]);
}

#[test]
fn the_query_string_is_signed_as_sent() {
    let shop = Shop::open();
    assert_eq!(shop.get("/api/v1/payments?page=1&page_size=5").status, 200);
    assert_eq!(shop.get("/api/v1/payments?page_size=5&page=%31").status, 200);
    assert_eq!(shop.get("/api/v1/payments?").status, 200);
    let signed = signature(shop.running.secret(), "GET", LIST, "", OPENING);
    let stamp = OPENING.to_string();
    let headers = [
        ("x-client-id", shop.running.client_id()),
        ("x-timestamp", stamp.as_str()),
        ("x-signature", signed.as_str()),
    ];
    let target = "/open/api/v1/payments?page=1";
    assert_eq!(
        shop.send(&request("GET", target, &headers, "")).unwrap().status,
        401
    );
}

#[test]
fn the_body_is_signed_as_sent() {
    let shop = Shop::open();
    let body = shop.bill(50_000, "R-1");
    let signed = signature(shop.running.secret(), "POST", LIST, &body, OPENING);
    let stamp = OPENING.to_string();
    let headers = [
        ("x-client-id", shop.running.client_id()),
        ("x-timestamp", stamp.as_str()),
        ("x-signature", signed.as_str()),
    ];
    let changed = body.replace("50000", "50001");
    let reply = shop
        .send(&request("POST", "/open/api/v1/payments", &headers, &changed))
        .unwrap();
    assert_eq!((reply.status, shop.hand().effects("R-1")), (401, 0));
}

#[test]
fn every_refusal_is_an_envelope_with_the_gateways_date() {
    let shop = Shop::open();
    shop.hand().set_whitelisted(false);
    let huge = format!("{{\"description\":\"{}\"}}", "x".repeat(1_100_000));
    let cases = [
        (400, shop.post(LIST, "{\"amount\":")),
        (400, shop.get("/api/v1/payments?page=0")),
        (
            401,
            shop.send(&request("GET", "/open/api/v1/payments", &[], ""))
                .unwrap(),
        ),
        (403, shop.post("/api/v1/payouts", "{}")),
        (404, shop.get("/api/v1/payments/nobody")),
        (404, shop.get("/api/v1/nothing")),
        (404, shop.send(&request("GET", "/", &[], "")).unwrap()),
        (404, shop.send(&request("GET", "/openness", &[], "")).unwrap()),
        (
            404,
            shop.send(&request("GET", "/_hand/payments", &[], "")).unwrap(),
        ),
        (405, shop.call("PUT", LIST, "{}").unwrap()),
        (405, shop.call("DELETE", "/api/v1/payments/x", "").unwrap()),
        (413, shop.post(LIST, &huge)),
        (422, shop.post(LIST, &shop.bill(0, "R-0"))),
    ];
    for (status, reply) in cases {
        assert_eq!(reply.status, status, "{}", reply.body);
        assert_eq!(reply.header("date"), Some("Thu, 15 Jan 2026 01:00:00 GMT"));
        let body = reply.json();
        assert!(body["message"]["content"].is_string() && body["data"].is_null());
        assert_eq!(body["code"].as_u64().unwrap() / 1_000, 104);
        assert_eq!(body["request_id"].as_str().unwrap().len(), 32);
    }
}

#[test]
fn head_gets_the_date_and_no_body() {
    let shop = Shop::open();
    let reply = shop
        .send(&request("HEAD", "/open/api/v1/payments", &[], ""))
        .unwrap();
    assert_eq!((reply.status, reply.body.as_str()), (401, ""));
    assert!(reply.header("date").is_some());
    let reply = shop.call("HEAD", LIST, "").unwrap();
    assert_eq!((reply.status, reply.header("allow")), (405, Some("GET, POST")));
}

#[test]
fn nonsense_on_the_wire_does_not_stop_it() {
    let shop = Shop::open();
    for bytes in [
        &b"\r\n\r\n"[..],
        b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"\x16\x03\x01\x02\x00",
        b"POST /open/api/v1/payments HTTP/1.1\r\nhost: x\r\nconnection: close\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n",
        b"GET /open/api/v1/payments HTTP/1.1\r\nhost: x\r\nx-signature: \xff\xfe\r\nx-client-id: a\r\nx-timestamp: 1\r\nconnection: close\r\n\r\n",
        b"OPTIONS * HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n",
    ] {
        let mut stream = std::net::TcpStream::connect(shop.running.address()).unwrap();
        std::io::Write::write_all(&mut stream, bytes).unwrap();
        let _ = stream.shutdown(std::net::Shutdown::Write);
        let _ = std::io::Read::read_to_end(&mut stream, &mut Vec::new());
    }
    assert_eq!(shop.get(LIST).status, 200);
}
