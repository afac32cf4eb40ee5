//! Notifications: what they say, that they are signed, and that they are delivered until they are taken.

use std::io::{Read, Write};
use std::net::TcpListener;

use serde_json::{Value, json};
use simulator::assumptions::fundiin::InStoreFlow;
use simulator::{Config, FundiinSwitches, verify_fundiin};

use super::merchant::{CANCEL, CONFIRM, Merchant, hmac};
use crate::shop::Shop;

/// The keys without which the WooCommerce plugin turns a notification away.
const TWELVE: [&str; 12] = [
    "merchantId",
    "referenceId",
    "amount",
    "paymentTransId",
    "paymentMethod",
    "paymentChannel",
    "paymentStatus",
    "notificationType",
    "resultStatus",
    "resultMsg",
    "customerId",
    "paymentTime",
];

fn last(merchant: &Merchant) -> Value {
    serde_json::from_str(&merchant.hand().notices().pop().unwrap().body).unwrap()
}

#[test]
fn every_end_is_told_and_signed() {
    let merchant = Merchant::open();
    let hand = merchant.hand();
    for (reference, status, result) in [
        ("accept", "SUCCESS", "SUCCESS"),
        ("refuse", "FAIL", "CANCELLED"),
        ("decline", "FAIL", "ERROR_GENERAL"),
        ("expire", "FAIL", "EXPIRED"),
        ("cancel", "FAIL", "CANCELLED"),
    ] {
        merchant.sell(reference, 400_000);
        match reference {
            "accept" => drop(hand.instalment_accepts(reference).unwrap()),
            "refuse" => drop(hand.instalment_refuses(reference).unwrap()),
            "decline" => drop(hand.instalment_is_declined(reference).unwrap()),
            "expire" => drop(hand.instalment_expires(reference).unwrap()),
            _ => drop(merchant.post(CANCEL, &merchant.about(reference))),
        }
        let told = last(&merchant);
        assert_eq!(told["referenceId"], reference);
        assert_eq!(
            (&told["paymentStatus"], &told["resultStatus"]),
            (&status.into(), &result.into())
        );
        assert!(TWELVE.iter().all(|key| told.get(key).is_some()), "{told}");
        assert_eq!(told["paymentTransId"].is_string(), status == "SUCCESS");
    }
    let secret = &merchant.shop.running.fundiin_credentials().secret;
    for notice in hand.notices() {
        assert_eq!(notice.signature, hmac(secret, notice.body.as_bytes()));
        assert!(verify_fundiin(secret, notice.body.as_bytes(), &notice.signature));
        assert!(!verify_fundiin(
            secret,
            format!("{}\n", notice.body).as_bytes(),
            &notice.signature
        ));
        assert!(!format!("{notice:?}").contains(&notice.signature));
    }
    assert_eq!(hand.notices().len(), 5);
}

#[test]
fn the_first_part_here_is_told_as_in_the_published_sample() {
    let merchant = Merchant::open();
    merchant.sell("ORD123", 400_000);
    merchant.hand().instalment_pays_first_part_here("ORD123").unwrap();
    let told = last(&merchant);
    let sample: Value = serde_json::from_str(include_str!("../vectors/v1.json")).unwrap();
    let names = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&told), names(&sample));
    for same in [
        "amount",
        "paymentMethod",
        "paymentChannel",
        "paymentStatus",
        "resultStatus",
        "resultMsg",
    ] {
        assert_eq!(told[same], sample[same], "{same}");
    }
    assert_eq!(
        told["downPaymentAmount"],
        json!({ "value": 120_000, "currency": "VND" })
    );
    merchant.post(CONFIRM, &merchant.confirmation("ORD123", 120_000));
    assert_eq!(merchant.hand().notices().len(), 1);
}

#[test]
fn the_other_flow_tells_pending_and_then_success() {
    let merchant = Merchant::with(FundiinSwitches {
        in_store_flow: InStoreFlow::NoticeSaysPending,
        notifies_pending: true,
        ..FundiinSwitches::default()
    });
    merchant.sell("A", 400_000);
    merchant.hand().instalment_begins("A").unwrap();
    assert_eq!(last(&merchant)["paymentStatus"], "PENDING");
    merchant.hand().instalment_pays_first_part_here("A").unwrap();
    let told = last(&merchant);
    assert_eq!(
        (&told["paymentStatus"], &told["paymentTransId"]),
        (&"PENDING".into(), &Value::Null)
    );
    merchant.post(CONFIRM, &merchant.confirmation("A", 120_000));
    assert_eq!(last(&merchant)["paymentStatus"], "SUCCESS");
    assert_eq!(merchant.hand().notices().len(), 3);
}

/// Takes one request and answers it; gives its head and body.
fn take(listener: &TcpListener, answer: &str) -> (String, String) {
    let (mut stream, _) = listener.accept().unwrap();
    let mut bytes = Vec::new();
    let mut byte = [0_u8];
    while !bytes.ends_with(b"\r\n\r\n") {
        stream.read_exact(&mut byte).unwrap();
        bytes.push(byte[0]);
    }
    let head = String::from_utf8(bytes).unwrap();
    let length = head
        .lines()
        .find_map(|line| line.strip_prefix("Content-Length: "))
        .unwrap();
    let mut body = vec![0; length.parse().unwrap()];
    stream.read_exact(&mut body).unwrap();
    write!(
        stream,
        "HTTP/1.1 {answer}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    )
    .unwrap();
    (head, String::from_utf8(body).unwrap())
}

#[test]
fn a_notification_is_posted_until_it_is_taken() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let merchant = Merchant {
        shop: Shop::with(Config {
            fundiin_notify_url: Some(format!("http://{}/notify", listener.local_addr().unwrap())),
            ..Shop::config()
        }),
    };
    merchant.sell("A", 400_000);
    merchant.hand().instalment_accepts("A").unwrap();
    let first = take(&listener, "500 No");
    let (head, body) = take(&listener, "204 No Content");
    assert_eq!(first, (head.clone(), body.clone()));
    assert!(head.starts_with("POST /notify HTTP/1.1\r\n"));
    assert!(head.contains("Client-Id: practice-fundiin-client\r\n"));
    let secret = &merchant.shop.running.fundiin_credentials().secret;
    assert!(head.contains(&format!("Signature: {}\r\n", hmac(secret, body.as_bytes()))));
    assert_eq!(
        serde_json::from_str::<Value>(&body).unwrap()["paymentStatus"],
        "SUCCESS"
    );
    while merchant.hand().notices()[0].acknowledged != Some(204) {
        std::thread::yield_now();
    }
}
