//! Links that are not the gateway's: nothing is drawn or opened, and the payment can still be cancelled.

use super::Puppet;
use super::puppet::{GOOD, links, says, status};
use crate::payments;
use crate::tests::Shop;
use crate::tests::shop::{code, named};
use contract::ErrorCode;
use contract::display::DisplayState;
use contract::instalment::InstalmentStageView as Stage;
use contract::payment::{PaymentPhase, PaymentView};
use simulator::Fault;

const PRICE: i64 = 3_000_000;

async fn nothing_is_shown(shop: &Shop, payment: &PaymentView, problem: ErrorCode, at: &str) {
    let now = shop.payment(payment).await;
    let own = now.instalment.unwrap();
    assert_eq!(now.phase, PaymentPhase::Open, "{at}");
    assert_eq!(
        (own.qr.is_none(), own.link_problem),
        (true, Some(problem)),
        "{at}"
    );
    assert_eq!(now.payment_url, None, "{at}");
    assert!(matches!(shop.display(), DisplayState::Review { .. }), "{at}");
    let link = payments::link(&shop.till, named(payment)).await;
    assert_eq!(code(link), ErrorCode::LinkRefused, "{at}");
    let picture = payments::save_picture(&shop.till, named(payment)).await;
    assert_eq!(code(picture), ErrorCode::PaymentNotReady, "{at}");
}

#[tokio::test]
async fn the_gateways_own_link_opens() {
    let shop = Shop::open().await;
    let payment = shop.instal(PRICE).await;
    let link = payments::link(&shop.till, named(&payment)).await.unwrap();
    assert_eq!(link.as_str(), shop.simulated(&payment).payment_url);
    assert_eq!(link.host_str(), Some("fundiin.vn"));
}

#[tokio::test]
async fn a_strange_or_open_link_is_refused_and_the_payment_can_be_cancelled() {
    for fault in [Fault::QrOfStrangeHost, Fault::QrNotHttps] {
        let at = format!("{fault:?}");
        let shop = Shop::open().await;
        shop.once(fault);
        let payment = shop.instal(PRICE).await;
        nothing_is_shown(&shop, &payment, ErrorCode::LinkRefused, &at).await;
        assert_eq!(shop.transactions(&payment), 1, "{at}");
        let shop = shop.reopen().await;
        assert_eq!(
            code(payments::link(&shop.till, named(&payment)).await),
            ErrorCode::LinkRefused
        );
        let cancelled = shop.cancel(&payment).await.unwrap();
        assert_eq!(cancelled.instalment.unwrap().stage, Stage::Cancelled, "{at}");
        assert!(shop.rest(&payment).await.is_ok(), "{at}");
    }
}

/// Texts that lead, or seem to lead, somewhere else.
const STRANGE: [&str; 22] = [
    "http://fundiin.vn/v2/payment",
    "https://fundiin.vn.thanh-toan.example/v2",
    "https://evilfundiin.vn/v2",
    "https://fundiin.vn@evil.example/",
    "https://user@fundiin.vn/",
    "https://user:pass@fundiin.vn/",
    "https://fundiin.vn:8443/",
    "https://203.0.113.7/",
    "https://[::1]/",
    "https://localhost/",
    "//fundiin.vn/v2",
    "fundiin.vn/v2",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "file:///etc/passwd",
    "tienve://fundiin.vn",
    "https://fundiin.vn/\\u202e",
    "https://fundiin.vn/\\u0000",
    "https://fundiin.vn\\\\@evil.example/",
    "https://fundiin.vn/ https://evil.example",
    "https://fundiin。vn.evil.example/",
    "https://fündiin.vn/",
];

#[tokio::test]
async fn neither_link_may_be_strange() {
    for strange in STRANGE {
        for (page, qr) in [(strange, GOOD), (GOOD, strange)] {
            let shop = Shop::open().await;
            let script = vec![
                says("APPROVED", &links(page, qr)),
                says("APPROVED", ""),
                status("FAIL", "CANCELLED", PRICE),
            ];
            let _puppet = Puppet::in_front_of(&shop, script).await;
            let payment = shop.instal(PRICE).await;
            nothing_is_shown(&shop, &payment, ErrorCode::LinkRefused, strange).await;
            let cancelled = shop.cancel(&payment).await.unwrap();
            assert_eq!(cancelled.instalment.unwrap().stage, Stage::Cancelled, "{strange}");
        }
    }
}

#[tokio::test]
async fn without_links_there_is_nothing_to_draw() {
    for more in [
        "",
        r#","paymentUrl":null,"qrData":"""#,
        r#","paymentUrl":[],"qrData":{}"#,
    ] {
        let shop = Shop::open().await;
        let _puppet = Puppet::in_front_of(&shop, vec![says("APPROVED", more)]).await;
        let payment = shop.instal(PRICE).await;
        nothing_is_shown(&shop, &payment, ErrorCode::QrMissing, more).await;
        assert!(shop.own(&payment).await.can_cancel);
    }
}

#[tokio::test]
async fn one_of_both_links_is_enough() {
    for more in [
        format!(r#","paymentUrl":"{GOOD}""#),
        format!(r#","qrData":"{GOOD}""#),
    ] {
        let shop = Shop::open().await;
        let _puppet = Puppet::in_front_of(&shop, vec![says("APPROVED", &more)]).await;
        let payment = shop.instal(PRICE).await;
        assert!(shop.own(&payment).await.qr.is_some(), "{more}");
    }
}
