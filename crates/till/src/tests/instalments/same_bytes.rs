//! What leaves again is what left the first time, byte for byte and under the same key.

use super::Puppet;
use super::puppet::{opened, says, status};
use crate::tests::Shop;
use contract::payment::PaymentView;
use testkit::Reply;

const PRICE: i64 = 3_000_000;

/// Five ways of not knowing, and then this.
fn at_last(end: Reply) -> Vec<Reply> {
    vec![
        Reply::Close,
        Reply::http(500, "", b""),
        Reply::http(
            200,
            "content-type: text/html\r\n",
            b"<html><body>Wifi</body></html>",
        ),
        Reply::http(
            422,
            "content-type: application/json\r\n",
            br#"{"resultStatus":"DOWNSTREAM_ERROR"}"#,
        ),
        says("SOMETHING_NEW", ""),
        end,
    ]
}

async fn all_alike(shop: &Shop, puppet: &Puppet, path: &str) {
    shop.settle().await;
    let seen: Vec<_> = puppet.seen().into_iter().filter(|one| one.path == path).collect();
    assert_eq!(seen.len(), 6, "{path}");
    assert!(
        seen[0].key.as_deref().is_some_and(|key| key.len() == 36),
        "{path}"
    );
    for one in &seen {
        assert_eq!(one, &seen[0], "{path}");
    }
    let keys = |path: &str| {
        let all = puppet.seen().into_iter().filter(|one| one.path != path);
        all.filter_map(|one| one.key).collect::<Vec<_>>()
    };
    assert!(
        !keys(path).contains(&seen[0].key.clone().unwrap()),
        "a key is one call's"
    );
}

#[tokio::test]
async fn an_initiate() {
    let shop = Shop::open().await;
    let puppet = Puppet::in_front_of(&shop, at_last(opened())).await;
    let payment = shop.instal(PRICE).await;
    all_alike(&shop, &puppet, "/v2/payments").await;
    assert!(shop.own(&payment).await.qr.is_some());
    let body: serde_json::Value = serde_json::from_slice(&puppet.seen()[0].body).unwrap();
    assert_eq!(body["referenceId"], payment.reference);
}

async fn open_then(shop: &Shop, answer: Reply, script: Vec<Reply>) -> (Puppet, PaymentView) {
    let all = [vec![opened(), answer], script].concat();
    let puppet = Puppet::in_front_of(shop, all).await;
    let payment = shop.instal(PRICE).await;
    let payment = shop.check(&payment).await.unwrap();
    (puppet, payment)
}

#[tokio::test]
async fn a_cancel() {
    let shop = Shop::open().await;
    let mut script = at_last(says("APPROVED", ""));
    script.push(status("FAIL", "CANCELLED", PRICE));
    let (puppet, payment) = open_then(&shop, status("WAITING", "WAITING", PRICE), script).await;
    shop.cancel(&payment).await.unwrap();
    all_alike(&shop, &puppet, "/v2/payments/cancel").await;
}

#[tokio::test]
async fn a_refund() {
    let shop = Shop::open().await;
    let mut script = at_last(says("APPROVED", r#","refundTransId":"R1""#));
    script.push(status("SUCCESS", "SUCCESS", PRICE));
    let (puppet, payment) = open_then(&shop, status("SUCCESS", "SUCCESS", PRICE), script).await;
    shop.refund(&payment).await.unwrap();
    all_alike(&shop, &puppet, "/v2/payments/refund").await;
    let refund = shop.own(&payment).await.refund.unwrap();
    assert_eq!(refund.step.gateway_id.as_deref(), Some("R1"));
}

#[tokio::test]
async fn a_confirmed_first_part() {
    let shop = Shop::open().await;
    let mut script = at_last(says("APPROVED", ""));
    script.push(status("SUCCESS", "SUCCESS", PRICE));
    let (puppet, payment) = open_then(&shop, status("PENDING", "PENDING", PRICE), script).await;
    shop.take_first_part(&payment, 900_000).await.unwrap();
    all_alike(&shop, &puppet, "/v2/payments/confirm-store").await;
}
