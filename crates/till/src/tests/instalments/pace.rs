//! How often instalment payments are asked for.

use crate::tests::Shop;
use contract::instalment::InstalmentStageView as Stage;
use contract::payment::{PaymentView, VerdictView};
use contract::status::FreshnessState;
use domain::Method;
use fundiin::assumptions::RATE_LIMIT;
use simulator::{Fault, FaultRule, InstalmentCall, Scope};

const PRICE: i64 = 3_000_000;
const STATUS: &str = "/v2/payments/status";
const MINUTE_MS: i64 = 60_000;

/// The watch alone, as its loop would do it, for this long.
async fn watch_for(shop: &mut Shop, ms: i64) {
    let end = shop.clock.gateway.now_ms() + ms;
    while shop.clock.gateway.now_ms() < end {
        let wait = shop.instalment_watching.step(&shop.till).await.unwrap();
        let left = end - shop.clock.gateway.now_ms();
        let wait = i64::try_from(wait.as_millis()).unwrap();
        shop.clock.advance(wait.min(left).max(0));
    }
}

async fn open(shop: &Shop, count: usize) -> Vec<PaymentView> {
    let mut opened = Vec::new();
    for _ in 0..count {
        opened.push(shop.instal(PRICE).await);
    }
    opened
}

fn keeps_the_rate(shop: &Shop) {
    let requests = shop.hand.requests();
    let to_fundiin: Vec<_> = requests
        .iter()
        .filter(|one| one.path.starts_with("/v2/"))
        .map(|one| one.at_ms)
        .collect();
    assert!(!requests.iter().any(|one| one.status == Some(429)));
    for window in to_fundiin.windows(RATE_LIMIT.per_window + 1) {
        let passed = window[RATE_LIMIT.per_window] - window[0];
        assert!(passed >= MINUTE_MS, "{} requests in {passed} ms", window.len());
    }
}

#[tokio::test]
async fn an_hour_of_one_three_or_ten_stays_within_the_rate_and_forgets_none() {
    for count in [1, 3, 10] {
        let mut shop = Shop::open().await;
        let opened = open(&shop, count).await;
        for minute in 1..=60_i64 {
            watch_for(&mut shop, MINUTE_MS).await;
            if minute > 29 {
                continue;
            }
            for payment in &opened {
                let heard = shop.payment(payment).await.checked_at.unwrap().to_ms().unwrap();
                let silent = shop.till.now() - heard;
                // Kept at most every 30 s, and asked for at most this seldom.
                assert!(silent <= 30_000 + 25_000, "{count}, minute {minute}: {silent} ms");
            }
        }
        keeps_the_rate(&shop);
        for payment in &opened {
            assert_eq!(shop.own(payment).await.stage, Stage::Expired, "{count}");
        }
    }
}

#[tokio::test]
async fn the_pace_follows_the_age() {
    let mut shop = Shop::open().await;
    open(&shop, 1).await;
    for (minutes, least, most) in [(3, 54, 68), (7, 62, 79), (19, 68, 86)] {
        let before = shop.calls(STATUS);
        watch_for(&mut shop, minutes * MINUTE_MS).await;
        let asked = shop.calls(STATUS) - before;
        assert!((least..=most).contains(&asked), "{asked} in {minutes} minutes");
    }
}

#[tokio::test]
async fn money_of_one_among_ten_is_seen_within_half_a_minute() {
    let mut shop = Shop::open().await;
    let opened = open(&shop, 10).await;
    watch_for(&mut shop, MINUTE_MS).await;
    for payment in &opened {
        shop.hand.instalment_accepts(&payment.reference).unwrap();
        watch_for(&mut shop, 30_000).await;
        assert_eq!(shop.payment(payment).await.verdict, VerdictView::Paid);
    }
}

#[tokio::test]
async fn failures_slow_it_down_and_the_first_answer_ends_that() {
    let mut shop = Shop::open().await;
    let opened = open(&shop, 3).await;
    let down = FaultRule::always(Fault::ServerError);
    shop.faults(vec![down.only(Scope::Instalment(InstalmentCall::Status))]);
    watch_for(&mut shop, MINUTE_MS).await;
    let asked = shop.calls(STATUS);
    assert!((5..=12).contains(&asked), "{asked} tries in a minute");
    let light = shop.till.freshness(Method::Instalment).view();
    assert_eq!((light.state, light.watched), (FreshnessState::Failing, 3));
    shop.faults(Vec::new());
    watch_for(&mut shop, MINUTE_MS).await;
    assert!(shop.calls(STATUS) - asked >= 35);
    let light = shop.till.freshness(Method::Instalment).view();
    assert_eq!(light.state, FreshnessState::Fresh);
    assert_eq!(shop.own(&opened[0]).await.stage, Stage::Waiting);
}

#[tokio::test]
async fn too_many_requests_are_left_alone() {
    let mut shop = Shop::open().await;
    open(&shop, 1).await;
    let limited = FaultRule::once(Fault::RateLimited { seconds: 40 });
    shop.faults(vec![limited.only(Scope::Instalment(InstalmentCall::Status))]);
    shop.instalment_watching.step(&shop.till).await.unwrap();
    let light = shop.till.freshness(Method::Instalment).view();
    assert_eq!(light.state, FreshnessState::Waiting);
    let refused = shop.clock.gateway.now_ms();
    watch_for(&mut shop, MINUTE_MS).await;
    let requests = shop.hand.requests();
    let next = requests
        .iter()
        .find(|one| one.path == STATUS && one.status == Some(200));
    assert!(next.unwrap().at_ms - refused >= 40_000);
}

#[tokio::test]
async fn a_machine_that_slept_asks_at_once() {
    let mut shop = Shop::open().await;
    let payment = shop.instal(PRICE).await;
    watch_for(&mut shop, 20 * MINUTE_MS).await;
    shop.watch_instalments().await;
    let before = shop.calls(STATUS);
    shop.watch_instalments().await;
    assert_eq!(shop.calls(STATUS), before);
    shop.hand.instalment_accepts(&payment.reference).unwrap();
    shop.clock.set_skew(3_600_000);
    shop.watch_instalments().await;
    assert_eq!(shop.calls(STATUS), before + 1);
    assert_eq!(shop.payment(&payment).await.verdict, VerdictView::Paid);
}

#[tokio::test]
async fn with_nothing_open_nothing_is_asked_and_an_end_is_asked_for_no_more() {
    let mut shop = Shop::open().await;
    let before = shop.hand.requests().len();
    watch_for(&mut shop, 60 * MINUTE_MS).await;
    assert_eq!(shop.hand.requests().len(), before);
    let opened = open(&shop, 4).await;
    shop.hand.instalment_accepts(&opened[0].reference).unwrap();
    shop.hand.instalment_refuses(&opened[1].reference).unwrap();
    shop.hand.instalment_expires(&opened[2].reference).unwrap();
    shop.cancel(&opened[3]).await.unwrap();
    watch_for(&mut shop, MINUTE_MS).await;
    let before = shop.hand.requests().len();
    watch_for(&mut shop, 60 * MINUTE_MS).await;
    assert_eq!(shop.hand.requests().len(), before);
    let light = shop.till.freshness(Method::Instalment).view();
    assert_eq!((light.state, light.watched), (FreshnessState::Idle, 0));
}
