//! Nobody there: for a moment, or until further notice.

use std::io::{ErrorKind, Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use simulator::{Config, Fault, FaultRule};

use crate::shop::{OPENING, Shop};
use crate::wire::{request, signature};

const LIST: &str = "/api/v1/payments";

#[test]
fn arrivals_are_dropped_for_a_while() {
    let shop = Shop::open();
    shop.break_with(FaultRule::next(2, Fault::Offline));
    assert!(shop.call("GET", LIST, "").is_err());
    assert!(shop.call("GET", LIST, "").is_err());
    assert_eq!(shop.get(LIST).status, 200);
}

#[test]
fn until_further_notice_the_port_refuses_and_comes_back_the_same() {
    let shop = Shop::open();
    let address = shop.running.address();
    shop.break_with(FaultRule::always(Fault::Offline));
    let began = Instant::now();
    loop {
        match TcpStream::connect(address) {
            Err(error) if error.kind() == ErrorKind::ConnectionRefused => break,
            _ => assert!(began.elapsed() < Duration::from_secs(5), "the port stays open"),
        }
    }
    shop.hand().set_faults(Vec::new());
    assert_eq!(shop.get(LIST).status, 200, "online again means at once");
    assert_eq!(shop.running.address(), address);
}

#[test]
fn going_dark_and_light_in_a_hurry_ends_where_the_last_word_says() {
    let shop = Shop::open();
    for _ in 0..50 {
        shop.break_with(FaultRule::always(Fault::Offline));
        shop.hand().set_faults(Vec::new());
    }
    let began = Instant::now();
    while shop.call("GET", LIST, "").is_err() {
        assert!(began.elapsed() < Duration::from_secs(5), "the port stays closed");
    }
    shop.hand().set_faults(Vec::new());
    shop.break_with(FaultRule::always(Fault::Offline));
    assert!(shop.call("GET", LIST, "").is_err());
}

#[test]
fn a_connection_kept_open_is_cut_too() {
    let shop = Shop::open();
    let signed = signature(shop.running.secret(), "GET", LIST, "", OPENING);
    let stamp = OPENING.to_string();
    let headers = [
        ("x-client-id", shop.running.client_id()),
        ("x-timestamp", stamp.as_str()),
        ("x-signature", signed.as_str()),
    ];
    let bytes = request("GET", &format!("/open{LIST}"), &headers, "");
    let kept = String::from_utf8(bytes)
        .unwrap()
        .replace("connection: close\r\n", "");
    let mut stream = TcpStream::connect(shop.running.address()).unwrap();
    let mut answer = [0_u8; 16];
    stream.write_all(kept.as_bytes()).unwrap();
    stream.read_exact(&mut answer).unwrap();
    assert!(answer.starts_with(b"HTTP/1.1 200"));
    shop.break_with(FaultRule::always(Fault::Offline));
    stream.write_all(kept.as_bytes()).unwrap();
    let mut rest = Vec::new();
    let _ = stream.read_to_end(&mut rest);
    let answers = String::from_utf8_lossy(&rest).matches("HTTP/1.1").count();
    assert_eq!(answers, 0, "the second request has no answer");
}

#[test]
fn where_a_hand_comes_over_http_it_stays_within_reach() {
    let shop = Shop::with(Config {
        hand_over_http: true,
        ..Shop::config()
    });
    shop.break_with(FaultRule::always(Fault::Offline));
    assert!(shop.call("GET", LIST, "").is_err());
    let reply = shop
        .send(&request("POST", "/_hand/faults", &[], r#"{"faults":[]}"#))
        .unwrap();
    assert_eq!(reply.status, 200);
    assert_eq!(shop.get(LIST).status, 200);
}
