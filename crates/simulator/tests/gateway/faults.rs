//! Every fault, and that it wears off.

use std::time::{Duration, Instant};

use dong::Dong;
use simulator::{Fault, FaultRule, Scope};
use vietqr::VietQr;

use crate::shop::{Shop, id};

const LIST: &str = "/api/v1/payments";

#[test]
fn a_lost_answer_leaves_one_payment_behind() {
    let shop = Shop::open();
    let bill = shop.bill(50_000, "LOST");
    shop.break_with(FaultRule::once(Fault::LostAnswer));
    assert_eq!(shop.get(LIST).status, 200, "reads are not struck");
    assert!(shop.call("POST", LIST, &bill).is_err());
    assert_eq!(shop.hand().effects("LOST"), 1);
    assert_eq!(shop.hand().requests().pop().unwrap().status, None);
    assert!(shop.hand().faults().is_empty());
    assert_eq!(shop.get(LIST).json()["data"][0]["reference_id"], "LOST");
}

#[test]
fn a_reset_leaves_nothing_behind() {
    let shop = Shop::open();
    let bill = shop.bill(50_000, "RESET");
    shop.break_with(FaultRule::next(2, Fault::Reset));
    assert!(shop.call("POST", LIST, &bill).is_err());
    assert!(shop.call("GET", LIST, "").is_err());
    assert_eq!((shop.get(LIST).status, shop.hand().effects("RESET")), (200, 0));
}

#[test]
fn a_server_error_may_come_before_or_after_the_effect() {
    let shop = Shop::open();
    let (before, after) = (shop.bill(1_000, "BEFORE"), shop.bill(1_000, "AFTER"));
    shop.break_with(FaultRule::once(Fault::ServerError));
    let reply = shop.post(LIST, &before);
    assert_eq!((reply.status, shop.hand().effects("BEFORE")), (500, 0));
    assert!(reply.json()["message"]["content"].is_string());
    shop.break_with(FaultRule::once(Fault::ServerErrorAfterEffect));
    assert_eq!(
        (shop.post(LIST, &after).status, shop.hand().effects("AFTER")),
        (500, 1)
    );
}

#[test]
fn any_status_can_be_played() {
    let shop = Shop::open();
    for status in [400, 401, 403, 404, 409, 422, 502, 503] {
        shop.break_with(FaultRule::once(Fault::Refuse { status }));
        assert_eq!(shop.get(LIST).status, status);
    }
}

#[test]
fn a_captive_portal_answers_200_and_is_not_json() {
    let shop = Shop::open();
    let bill = shop.bill(1_000, "PORTAL");
    shop.break_with(FaultRule::once(Fault::CaptivePortal));
    let reply = shop.post(LIST, &bill);
    assert_eq!((reply.status, shop.hand().effects("PORTAL")), (200, 0));
    assert!(reply.header("content-type").unwrap().starts_with("text/html"));
    assert!(serde_json::from_str::<serde_json::Value>(&reply.body).is_err());
}

#[test]
fn too_many_requests_for_so_many_seconds() {
    let shop = Shop::open();
    shop.break_with(FaultRule::once(Fault::RateLimited { seconds: 12 }));
    let text = |reply: crate::wire::Reply| reply.json()["message"]["error"].to_string();
    assert!(text(shop.get(LIST)).contains("Retry after 12 seconds."));
    shop.hand().advance_clock(11);
    assert!(text(shop.get(LIST)).contains("Retry after 1 seconds."));
    shop.hand().advance_clock(1);
    assert_eq!(shop.get(LIST).status, 200);
}

#[test]
fn latency_delays_the_answer_and_not_the_effect() {
    let shop = Shop::open();
    let bill = shop.bill(1_000, "SLOW");
    shop.break_with(FaultRule::once(Fault::Latency { ms: 150 }));
    let began = Instant::now();
    assert_eq!(shop.post(LIST, &bill).status, 201);
    assert!(began.elapsed() >= Duration::from_millis(150));
    assert_eq!(shop.hand().effects("SLOW"), 1);
}

#[test]
fn a_qr_can_be_wrong_in_four_ways_and_stays_so() {
    let shop = Shop::open();
    let sell = |fault: Option<Fault>, reference: &str| {
        shop.hand()
            .set_faults(fault.into_iter().map(FaultRule::once).collect());
        let payment = shop.sell(200_000, reference);
        let again = shop.get(&format!("{LIST}/{}", id(&payment))).json()["data"].clone();
        assert_eq!(payment["bank_transfer_detail"], again["bank_transfer_detail"]);
        payment["bank_transfer_detail"]["qr_code"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    let good = VietQr::parse(&sell(None, "A")).unwrap();
    let amount = VietQr::parse(&sell(Some(Fault::WrongAmountInQr), "B")).unwrap();
    assert_eq!(amount.amount, Some(Dong::new(201_000)));
    let account = VietQr::parse(&sell(Some(Fault::WrongAccountInQr), "C")).unwrap();
    assert_ne!(account.account, good.account);
    assert_eq!(account.amount, good.amount);
    assert!(VietQr::parse(&sell(Some(Fault::WrongCrcInQr), "D")).is_err());
    assert!(sell(Some(Fault::QrAsImageAddress), "E").starts_with("https://"));
}

#[test]
fn an_unknown_status_word_is_sent_to_readers() {
    let shop = Shop::open();
    shop.break_with(FaultRule::once(Fault::UnknownStatus {
        word: "under_review".to_owned(),
    }));
    let payment = shop.sell(1_000, "ODD");
    assert_eq!(payment["status"], "unpaid");
    assert_eq!(shop.get(LIST).json()["data"][0]["status"], "under_review");
    assert_eq!(shop.get(LIST).json()["data"][0]["status"], "unpaid");
}

#[test]
fn faults_combine_and_can_be_narrowed() {
    let shop = Shop::open();
    let bill = shop.bill(1_000, "BOTH");
    shop.hand().set_faults(vec![
        FaultRule::always(Fault::ServerError).only(Scope::PaymentCreate),
        FaultRule::always(Fault::ClockSkew { seconds: 5 }),
    ]);
    assert_eq!(shop.post(LIST, &bill).status, 500);
    let read = shop.get(LIST);
    assert_eq!(
        (read.status, read.header("date")),
        (200, Some("Thu, 15 Jan 2026 01:00:05 GMT"))
    );
    assert_eq!(shop.hand().faults().len(), 2);
}
