//! What is at the gateway comes here, whole or not at all, and only while somebody looks.

use super::{Counter, person};
use crate::tests::Shop;
use crate::{books, customers, environment};
use contract::ErrorCode;
use contract::books::MirrorStateView;
use contract::credentials::{EnvironmentKind, EnvironmentRequest};
use contract::customer::CustomerListRequest;
use contract::event::TillEvent;
use gateway::Priority;
use simulator::{Fault, FaultRule, Scope};
use std::time::Duration;

const QUARTER: i64 = 15 * 60_000;

async fn go(counter: &Counter, kind: EnvironmentKind) {
    let base_url = (kind == EnvironmentKind::Custom).then(|| counter.shop.gateway.base_url());
    environment::set(&counter.shop.till, EnvironmentRequest { kind, base_url })
        .await
        .unwrap();
}

#[tokio::test]
async fn both_books_are_read_at_the_start_and_the_page_is_told() {
    let mut counter = Counter::unread(Shop::open().await);
    assert_eq!(counter.books().await.customers_at, None);
    counter.settle().await;
    let view = counter.books().await;
    assert!(view.customers_at.is_some() && view.products_at.is_some() && !view.is_syncing);
    assert_eq!(
        (
            counter.found("").await.count,
            counter.found_products("").await.count
        ),
        (5, 8)
    );
    let told = counter.shop.told();
    let mut syncing = told.iter().filter_map(|event| match event {
        TillEvent::Books { books } => Some(books.is_syncing),
        _ => None,
    });
    assert_eq!((syncing.next(), syncing.next_back()), (Some(true), Some(false)));
    let counter = counter.reopen().await;
    assert!(
        counter.books().await.customers_at.is_some(),
        "it is known over a restart"
    );
}

#[tokio::test]
async fn a_change_made_elsewhere_comes_here_and_ours_waits_for_none() {
    let mut counter = Counter::open().await;
    let body = r#"{"general_info":{"name":"Trần Quốc Đạt B","customer_code":"KH-0002","phone":"0900000002","phone_code":"+84","type":"personal"}}"#;
    let known = counter.only("KH-0002").await;
    let id = known.mirror.gateway_id.clone().unwrap();
    counter
        .elsewhere()
        .send_update_customer(&id, body.as_bytes(), Priority::Click)
        .await
        .unwrap();
    counter.sync().await;
    assert_eq!(counter.customer(&known.id).await.facts.name, "Trần Quốc Đạt B");
    // A change made here that is not yet told is not written over.
    counter.faults(vec![FaultRule::always(Fault::ServerError).only(Scope::Writes)]);
    counter.change(&known, known.facts.clone()).await.unwrap();
    counter.sync().await;
    let ours = counter.customer(&known.id).await;
    assert_eq!(
        (ours.facts.name.as_str(), ours.mirror.state),
        ("Trần Quốc Đạt", MirrorStateView::Pending)
    );
    counter.fair();
    counter.sync().await;
    let there = counter
        .elsewhere()
        .get_customer(&id, Priority::Click)
        .await
        .unwrap()
        .value;
    assert_eq!(there.name.as_deref(), Some("Trần Quốc Đạt"));
}

#[tokio::test]
async fn what_was_deleted_elsewhere_is_gone_and_can_be_made_anew() {
    let mut counter = Counter::open().await;
    let known = counter.only("KH-0003").await;
    let id = known.mirror.gateway_id.clone().unwrap();
    counter
        .elsewhere()
        .delete_customer(&id, Priority::Click)
        .await
        .unwrap();
    counter.shop.clock.advance(1_000);
    counter.sync().await;
    assert_eq!(counter.state(&known).await, MirrorStateView::Gone);
    assert_eq!(
        (
            counter.found("KH-0003").await.count,
            counter.attention().await.count
        ),
        (0, 1)
    );
    counter.change(&known, known.facts.clone()).await.unwrap();
    counter.settle_all().await;
    assert_eq!(counter.state(&known).await, MirrorStateView::Clean);
    assert_eq!(counter.shop.hand.customer_effects("KH-0003"), 2);
}

#[tokio::test]
async fn a_change_to_what_was_deleted_elsewhere_finds_it_gone() {
    let mut counter = Counter::open().await;
    let known = counter.only("KH-0003").await;
    let id = known.mirror.gateway_id.clone().unwrap();
    counter
        .elsewhere()
        .delete_customer(&id, Priority::Click)
        .await
        .unwrap();
    let mut facts = known.facts.clone();
    facts.tag = "VIP".to_owned();
    counter.change(&known, facts).await.unwrap();
    counter.settle().await;
    assert_eq!(counter.state(&known).await, MirrorStateView::Gone);
}

#[tokio::test]
async fn rows_that_cannot_be_read_prove_nobody_gone() {
    let mut counter = Counter::open().await;
    let known = counter.only("KH-0003").await;
    let id = known.mirror.gateway_id.clone().unwrap();
    let elsewhere = counter.elsewhere();
    elsewhere.delete_customer(&id, Priority::Click).await.unwrap();
    // From now on the lists come without codes: their rows cannot be ours.
    let shop = Shop::with_switches(simulator::Switches {
        business: simulator::BusinessSwitches {
            lists_carry_codes: false,
            ..simulator::BusinessSwitches::default()
        },
        ..simulator::Switches::default()
    })
    .await;
    let base_url = Some(shop.gateway.base_url());
    let kind = EnvironmentKind::Custom;
    environment::set(&counter.shop.till, EnvironmentRequest { kind, base_url })
        .await
        .unwrap();
    counter.settle().await;
    let view = counter.books().await;
    assert_eq!(view.problem.unwrap().code, ErrorCode::UnreadableAnswer);
    assert_eq!(
        (counter.found("").await.count, counter.attention().await.count),
        (5, 0)
    );
}

#[tokio::test]
async fn a_reading_that_failed_proves_nobody_gone() {
    let mut counter = Counter::open().await;
    let known = counter.found_products("DV-TIEC").await.rows.remove(0);
    counter.shop.clock.advance(1_000);
    counter.faults(vec![FaultRule::always(Fault::ServerError).only(Scope::Products)]);
    counter.sync().await;
    let view = counter.books().await;
    assert_eq!(view.problem.unwrap().code, ErrorCode::GatewayFailed);
    assert_ne!(view.products_at, view.customers_at);
    assert_eq!(counter.found_products("DV-TIEC").await.rows, [known]);
}

#[tokio::test]
async fn more_than_one_page_is_read() {
    let mut counter = Counter::open().await;
    for number in 0..60 {
        let who = person(&format!("Khách {number}"), &format!("09120001{number:02}"));
        counter.save(who).await.unwrap();
    }
    counter.settle_all().await;
    counter.shop.clock.advance(1_000);
    counter.sync().await;
    assert_eq!(
        (counter.found("").await.count, counter.attention().await.count),
        (65, 0)
    );
}

#[tokio::test]
async fn nothing_is_asked_while_nobody_looks() {
    let mut counter = Counter::open().await;
    let before = counter.requests();
    let rest = counter.settle().await;
    assert_eq!(rest, Duration::from_secs(15 * 60));
    for _ in 0..8 {
        counter.shop.clock.advance(QUARTER);
        counter.settle().await;
    }
    assert_eq!(counter.requests(), before, "two hours without a look");
    assert_eq!(counter.settle().await, Duration::MAX);
    // The first look reads anew, those after it don't.
    let bell = counter.shop.till.books.wanted.listen();
    customers::list(&counter.shop.till, CustomerListRequest::default())
        .await
        .unwrap();
    assert!(bell.has_changed().unwrap());
    counter.settle().await;
    assert_eq!(counter.requests(), before + 2);
    customers::list(&counter.shop.till, CustomerListRequest::default())
        .await
        .unwrap();
    counter.settle().await;
    assert_eq!(counter.requests(), before + 2);
    counter.shop.clock.advance(QUARTER - 60_000);
    customers::list(&counter.shop.till, CustomerListRequest::default())
        .await
        .unwrap();
    counter.shop.clock.advance(60_000);
    counter.settle().await;
    assert_eq!(
        counter.requests(),
        before + 4,
        "while somebody looks it is read every quarter of an hour"
    );
}

#[tokio::test]
async fn the_budget_of_a_minute_is_kept_with_room_for_a_click() {
    let mut counter = Counter::open().await;
    for number in 0..150 {
        counter
            .save(person(&format!("Khách {number}"), &format!("0912000{number:03}")))
            .await
            .unwrap();
    }
    counter.settle_all().await;
    let requests = counter.shop.hand.requests();
    assert!(requests.iter().all(|one| one.status != Some(429)));
    let times: Vec<_> = requests.iter().map(|one| one.at_ms).collect();
    let most = times
        .iter()
        .map(|from| {
            times
                .iter()
                .filter(|at| (*from..from + 60_000).contains(*at))
                .count()
        })
        .max();
    assert!(most.unwrap() <= 60, "{most:?}");
}

#[tokio::test]
async fn worlds_do_not_mix() {
    let mut counter = Counter::open().await;
    counter.faults(vec![FaultRule::always(Fault::Offline)]);
    let ours = counter.save(person("Lê Văn Bình", "0912000001")).await.unwrap();
    go(&counter, EnvironmentKind::Practice).await;
    let practice = counter.shop.till.line().practice.as_ref().unwrap().hand();
    counter.settle().await;
    assert_eq!(counter.found("Lê Văn Bình").await.count, 0);
    assert_eq!(practice.customer_effects(&ours.facts.code), 0);
    let request = contract::customer::CustomerRequest {
        customer_id: ours.id.clone(),
    };
    let gone = customers::get(&counter.shop.till, request).await.unwrap_err();
    assert_eq!(contract::ErrorBody::from(gone).code, ErrorCode::CustomerGone);
    // The same phone may be a customer of the other world.
    counter.save(person("Lê Văn Bình", "0912000001")).await.unwrap();
    counter.settle().await;
    counter.fair();
    go(&counter, EnvironmentKind::Custom).await;
    counter.settle_all().await;
    assert_eq!(counter.state(&ours).await, MirrorStateView::Clean);
    assert_eq!(counter.shop.hand.customer_effects(&ours.facts.code), 1);
}

#[tokio::test]
async fn a_switch_in_the_middle_of_a_reading_stops_it() {
    let mut counter = Counter::unread(Shop::open().await);
    counter.faults(vec![
        FaultRule::once(Fault::Latency { ms: 300 }).only(Scope::Customers),
    ]);
    let till = counter.shop.till.clone();
    let switch = async {
        tokio::time::sleep(Duration::from_millis(50)).await;
        let kind = EnvironmentKind::Production;
        environment::set(&till, EnvironmentRequest { kind, base_url: None })
            .await
            .unwrap();
    };
    let (_, ()) = tokio::join!(counter.settle(), switch);
    go(&counter, EnvironmentKind::Custom).await;
    assert_eq!(
        counter.found("").await.count,
        0,
        "nothing was written after the switch"
    );
    counter.settle().await;
    assert_eq!(counter.found("").await.count, 5);
}

#[tokio::test]
async fn without_keys_nothing_is_asked_and_the_page_is_told_why() {
    let shop = Shop::open_without_keys(simulator::Config::default()).await;
    let mut counter = Counter::unread(shop);
    assert_eq!(counter.settle().await, Duration::MAX);
    let made = counter.save(person("Lê Văn Bình", "0912000001")).await.unwrap();
    assert_eq!(made.mirror.state, MirrorStateView::Pending);
    let refused = books::sync(&counter.shop.till).await.unwrap_err();
    assert_eq!(contract::ErrorBody::from(refused).code, ErrorCode::NoCredentials);
    assert_eq!(counter.requests(), 0);
}
