//! The watch: when it reads, what it makes of answers that come late or not at all.

use super::Shop;
use crate::run::moments;
use contract::display::DisplayState;
use contract::event::TillEvent;
use contract::payment::VerdictView;
use contract::status::FreshnessState;
use domain::Method;
use simulator::{Fault, FaultRule};

#[tokio::test]
async fn with_nothing_open_nothing_is_asked() {
    let mut shop = Shop::open().await;
    let before = shop.hand.requests().len();
    for _ in 0..20 {
        shop.later(30_000).await;
    }
    assert_eq!(shop.hand.requests().len(), before);
    let told = shop.told();
    let lights = told
        .iter()
        .filter(|event| matches!(event, TillEvent::Freshness { .. }));
    assert_eq!(lights.count(), 1);
}

#[tokio::test]
async fn the_watch_keeps_its_schedule() {
    let mut shop = Shop::open().await;
    shop.ask(100_000).await;
    shop.watch().await;
    let before = shop.met("GET");
    shop.later(500).await;
    assert_eq!(shop.met("GET"), before);
    shop.later(500).await;
    assert_eq!(shop.met("GET"), before + 1);
}

#[tokio::test]
async fn a_machine_that_slept_knows_at_once() {
    let mut shop = Shop::open().await;
    let payment = shop.ask(100_000).await;
    shop.later(40 * 60_000).await;
    shop.pays(&payment, 100_000).await;
    shop.later(5_000).await;
    assert_eq!(shop.payment(&payment).await.verdict, VerdictView::Unpaid);
    shop.clock.set_skew(3_600_000);
    shop.watch().await;
    assert_eq!(shop.payment(&payment).await.verdict, VerdictView::Late);
}

#[tokio::test]
async fn the_qr_stays_for_five_seconds_without_a_network_and_comes_back() {
    let mut shop = Shop::open().await;
    shop.ask(100_000).await;
    shop.watch().await;
    shop.faults(vec![FaultRule::always(Fault::ServerError)]);
    shop.later(1_000).await;
    assert_eq!(
        shop.till.freshness(Method::Transfer).view().state,
        FreshnessState::Failing
    );
    assert!(matches!(shop.display(), DisplayState::Qr { .. }));
    let moment = moments::pass(&shop.till).await.unwrap().unwrap();
    assert_eq!(moment, shop.till.now() + 5_000);
    shop.clock.advance(4_999);
    moments::pass(&shop.till).await.unwrap();
    assert!(matches!(shop.display(), DisplayState::Qr { .. }));
    shop.clock.advance(1);
    moments::pass(&shop.till).await.unwrap();
    assert!(matches!(shop.display(), DisplayState::NoNetwork { .. }));
    shop.faults(Vec::new());
    shop.later(10_000).await;
    assert!(matches!(shop.display(), DisplayState::Qr { .. }));
    assert_eq!(
        shop.till.freshness(Method::Transfer).view().state,
        FreshnessState::Fresh
    );
}

#[tokio::test]
async fn the_light_rests_when_the_last_sale_is_over() {
    let mut shop = Shop::open().await;
    let payment = shop.ask(100_000).await;
    shop.pays(&payment, 100_000).await;
    shop.check(&payment).await.unwrap();
    shop.faults(vec![FaultRule::always(Fault::ServerError)]);
    assert!(shop.check(&payment).await.is_err());
    assert_eq!(
        shop.till.freshness(Method::Transfer).view().state,
        FreshnessState::Failing
    );
    shop.later(1_000).await;
    assert_eq!(
        shop.till.freshness(Method::Transfer).view().state,
        FreshnessState::Idle
    );
}

#[tokio::test]
async fn an_answer_after_a_click_is_told_as_freshness() {
    let mut shop = Shop::open().await;
    shop.ask(100_000).await;
    let now = contract::Time::from_ms(shop.till.now());
    let told = shop.told();
    let light = told.iter().rev().find_map(|event| match event {
        TillEvent::Freshness { freshness, .. } => freshness.checked_at.clone(),
        _ => None,
    });
    assert_eq!(light, Some(now));
}

#[tokio::test]
async fn one_verdict_sounds_once_however_many_hear_it() {
    let mut shop = Shop::open().await;
    let payment = shop.ask(100_000).await;
    shop.sounds();
    shop.pays(&payment, 100_000).await;
    let checks = (0..5).map(|_| shop.check(&payment));
    futures_util::future::join_all(checks).await;
    shop.later(1_000).await;
    assert_eq!(shop.sounds(), [VerdictView::Paid]);
}

#[tokio::test]
async fn an_answer_that_was_overtaken_takes_no_money_back() {
    let mut shop = Shop::open().await;
    let payment = shop.ask(100_000).await;
    shop.sounds();
    shop.faults(vec![FaultRule::once(Fault::Latency { ms: 300 })]);
    let slow = shop.check(&payment);
    let quick = async {
        while !shop.hand.faults().is_empty() {
            tokio::task::yield_now().await;
        }
        shop.pays(&payment, 100_000).await;
        shop.check(&payment).await.unwrap()
    };
    let (slow, quick) = tokio::join!(slow, quick);
    assert_eq!(quick.verdict, VerdictView::Paid);
    assert_eq!(slow.unwrap().verdict, VerdictView::Paid);
    assert_eq!(shop.sounds(), [VerdictView::Paid]);
}
