//! The hand over HTTP.

use serde_json::Value;
use simulator::Config;

use crate::shop::{Shop, id};
use crate::wire::request;

fn shop() -> Shop {
    Shop::with(Config {
        hand_over_http: true,
        seeded_history: false,
        ..Shop::config()
    })
}

fn tell(shop: &Shop, command: &str, body: &str) -> (u16, Value) {
    let method = if body.is_empty() { "GET" } else { "POST" };
    let bytes = request(method, &format!("/_hand/{command}"), &[], body);
    let reply = shop.send(&bytes).unwrap();
    (reply.status, reply.json())
}

#[test]
fn money_can_be_sent_by_id_or_reference_and_by_word_or_number() {
    let shop = shop();
    let bill = shop.sell(200_000, "ORDER-1");
    let (status, answer) = tell(&shop, "pay", r#"{"reference":"ORDER-1","amount":"short"}"#);
    assert_eq!((status, &answer["payment"]["received"]), (200, &200.into()));
    let by_id = format!(r#"{{"id":"{}","amount":"full"}}"#, id(&bill));
    assert_eq!(tell(&shop, "pay", &by_id).1["payment"]["status"], "paid");
    assert_eq!(
        tell(&shop, "pay", r#"{"reference":"ORDER-1","amount":5}"#).1["payment"]["received"],
        200_005
    );
    assert_eq!(
        tell(&shop, "pay", r#"{"reference":"ORDER-1","amount":"over"}"#).1["payment"]["status"],
        "extra_paid"
    );
    assert_eq!(
        tell(&shop, "pay", r#"{"reference":"NOBODY","amount":"full"}"#).0,
        404
    );
    assert_eq!(
        tell(&shop, "payments", "").1["payments"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
}

#[test]
fn faults_and_the_clock_are_set_and_read() {
    let shop = shop();
    let (status, answer) = tell(&shop, "faults", r#"{"fault":"server_error","repeat":{"next":2}}"#);
    assert_eq!(
        (status, &answer["faults"][0]["fault"]),
        (200, &"server_error".into())
    );
    assert_eq!(shop.get("/api/v1/payments").status, 500);
    assert_eq!(tell(&shop, "faults", "").1["faults"][0]["repeat"]["next"], 1);
    tell(&shop, "faults", r#"{"faults":[]}"#);
    let before = shop.clock.now_seconds();
    assert_eq!(
        tell(&shop, "clock", r#"{"advance_seconds":90}"#).1["now"],
        before + 90
    );
    assert_eq!(tell(&shop, "requests", "").1["requests"][0]["status"], 500);
}

#[test]
fn nonsense_and_browsers_are_turned_away() {
    let shop = shop();
    for (command, body, status) in [
        ("pay", "{", 400),
        ("pay", r#"{"reference":"A","amount":"some"}"#, 400),
        ("faults", r#"{"fault":"earthquake"}"#, 400),
        ("nothing", "", 404),
    ] {
        assert_eq!(tell(&shop, command, body).0, status, "{command} {body}");
    }
    let headers = [("origin", "https://example.com")];
    let reply = shop
        .send(&request("GET", "/_hand/payments", &headers, ""))
        .unwrap();
    assert_eq!(reply.status, 403);
}
