//! Practice, the owner's own address and the real gateway never meet.

use super::Shop;
use super::shop::{code, id, named};
use crate::{app, credentials, environment, journal, payments, practice, watch};
use contract::ErrorCode;
use contract::credentials::{EnvironmentKind, EnvironmentRequest, EnvironmentView};
use contract::event::TillEvent;
use contract::payment::{PaymentListRequest, VerdictView};
use contract::practice::{PracticeMove, PracticePayRequest, PracticeTrouble, PracticeTroubleRequest};
use contract::status::FreshnessState;
use domain::{IntentState, Method, Move};
use gateway::Priority;
use store::Note;

async fn go(shop: &Shop, kind: EnvironmentKind) -> EnvironmentView {
    let base_url = (kind == EnvironmentKind::Custom).then(|| shop.gateway.base_url());
    environment::set(&shop.till, EnvironmentRequest { kind, base_url })
        .await
        .unwrap()
}

#[tokio::test]
async fn one_world_does_not_see_another() {
    let mut shop = Shop::open().await;
    let payment = shop.ask(100_000).await;
    shop.told();
    let practice = go(&shop, EnvironmentKind::Practice).await;
    assert!(practice.credentials.is_present);
    assert!(
        shop.told()
            .iter()
            .any(|event| matches!(event, TillEvent::Environment { .. }))
    );
    let state = app::state(&shop.till).await.unwrap();
    assert!(state.sales.is_empty() && state.receiving_account.is_none() && state.focused_sale_id.is_none());
    let listed = payments::list(&shop.till, PaymentListRequest::default())
        .await
        .unwrap();
    assert_eq!(listed.count, 0);
    assert_eq!(
        code(payments::get(&shop.till, named(&payment)).await),
        ErrorCode::PaymentGone
    );
    assert_eq!(code(shop.close(&payment, true).await), ErrorCode::SaleGone);
    go(&shop, EnvironmentKind::Production).await;
    assert_eq!(
        code(credentials::test(&shop.till).await),
        ErrorCode::NoCredentials
    );
    go(&shop, EnvironmentKind::Custom).await;
    assert_eq!(shop.sale_of(&payment).await.payments.len(), 1);
    assert!(app::state(&shop.till).await.unwrap().receiving_account.is_some());
}

#[tokio::test]
async fn nothing_leaves_for_another_world() {
    let shop = Shop::open().await;
    shop.go_offline().await;
    let unsent = shop.ask(100_000).await;
    go(&shop, EnvironmentKind::Practice).await;
    journal::send(&shop.till, id(&unsent), Priority::Click)
        .await
        .unwrap();
    journal::push(&shop.till, id(&unsent)).await.unwrap();
    assert_eq!(shop.intent(&unsent).await, IntentState::Committed);
    let stored = shop.till.store.payment(id(&unsent)).await.unwrap();
    assert!(
        watch::look_now(&shop.till, &stored, Priority::Click)
            .await
            .is_err()
    );
    shop.faults(Vec::new());
    go(&shop, EnvironmentKind::Custom).await;
    shop.settle().await;
    assert_eq!(shop.effects(&unsent), 1);
}

#[tokio::test]
async fn the_own_address_stays_while_a_request_to_it_is_unclear() {
    let shop = Shop::open().await;
    shop.go_offline().await;
    shop.ask(100_000).await;
    let elsewhere = EnvironmentRequest {
        kind: EnvironmentKind::Custom,
        base_url: Some("https://staging.example.vn/open".to_owned()),
    };
    let refused = environment::set(&shop.till, elsewhere.clone()).await;
    assert_eq!(code(refused), ErrorCode::SaleBusy);
    shop.faults(Vec::new());
    shop.settle().await;
    let moved = environment::set(&shop.till, elsewhere).await.unwrap();
    assert_eq!(moved.base_url, "https://staging.example.vn/open");
}

#[tokio::test]
async fn what_was_interrupted_in_a_world_is_taken_up_when_it_is_entered() {
    let shop = Shop::open().await;
    shop.go_offline().await;
    let payment = shop.ask(100_000).await;
    go(&shop, EnvironmentKind::Practice).await;
    let note = Note::at(payment.created_at.to_ms().unwrap());
    shop.till
        .store
        .advance(id(&payment), Move::Send, note)
        .await
        .unwrap();
    shop.faults(Vec::new());
    go(&shop, EnvironmentKind::Custom).await;
    assert_eq!(shop.intent(&payment).await, IntentState::Unknown);
    shop.settle().await;
    assert_eq!(shop.effects(&payment), 1);
}

#[tokio::test]
async fn new_keys_go_on_with_the_old_minute() {
    let shop = Shop::open().await;
    let budget = shop.till.line().client().unwrap().rate_budget();
    go(&shop, EnvironmentKind::Practice).await;
    go(&shop, EnvironmentKind::Custom).await;
    let again = shop.till.line().client().unwrap().rate_budget();
    assert!(std::sync::Arc::ptr_eq(&budget, &again));
}

#[tokio::test]
async fn addresses_that_are_not_safe_are_refused() {
    let shop = Shop::open().await;
    for bad in [
        "http://example.vn/open",
        "https://u:p@example.vn",
        "ftp://example.vn",
        "",
    ] {
        let request = EnvironmentRequest {
            kind: EnvironmentKind::Custom,
            base_url: Some(bad.to_owned()),
        };
        let refused = environment::set(&shop.till, request).await;
        assert_eq!(code(refused), ErrorCode::BaseUrlRefused, "{bad}");
    }
    assert_eq!(shop.till.line().base_url, shop.gateway.base_url());
}

#[tokio::test]
async fn practice_plays_the_whole_counter_and_survives_its_own_switch() {
    let mut shop = Shop::open().await;
    let before = go(&shop, EnvironmentKind::Practice).await;
    let after = go(&shop, EnvironmentKind::Practice).await;
    assert_eq!(before.base_url, after.base_url);
    shop.receive_into("0001").await;
    let payment = shop.ask(100_000).await;
    let short = PracticePayRequest {
        payment_id: payment.id.clone(),
        what: PracticeMove::Pay {
            amount: dong::Dong::new(100),
        },
    };
    practice::pay(&shop.till, short).await.unwrap();
    shop.watch().await;
    assert_eq!(shop.payment(&payment).await.verdict, VerdictView::Short);
    let rest = shop.rest(&payment).await.unwrap();
    let expire = PracticePayRequest {
        payment_id: rest.id.clone(),
        what: PracticeMove::LetExpire,
    };
    practice::pay(&shop.till, expire).await.unwrap();
    assert!(shop.reissue(&rest).await.unwrap().qr.is_some());
    let trouble = PracticeTroubleRequest {
        trouble: PracticeTrouble::UnknownStatus,
        is_on: true,
    };
    practice::trouble(&shop.till, trouble).await.unwrap();
    let on = practice::get(&shop.till).await.unwrap();
    assert_eq!(on.troubles, [PracticeTrouble::UnknownStatus]);
    go(&shop, EnvironmentKind::Custom).await;
    assert_eq!(code(practice::get(&shop.till).await), ErrorCode::NotPractice);
}

#[tokio::test]
async fn money_that_practice_sends_right_after_the_end_is_late() {
    let mut shop = Shop::open().await;
    go(&shop, EnvironmentKind::Practice).await;
    shop.receive_into("0001").await;
    let payment = shop.ask(70_000).await;
    for what in [PracticeMove::LetExpire, PracticeMove::PayFull] {
        let payment_id = payment.id.clone();
        practice::pay(&shop.till, PracticePayRequest { payment_id, what })
            .await
            .unwrap();
    }
    shop.watch().await;
    assert_eq!(shop.payment(&payment).await.verdict, VerdictView::Late);
}

#[tokio::test]
async fn practice_goes_on_without_its_books() {
    let shop = Shop::open().await;
    std::fs::write(shop.folder.path().join("practice.json"), "not books").unwrap();
    assert!(go(&shop, EnvironmentKind::Practice).await.credentials.is_present);
    assert_eq!(
        shop.till.freshness(Method::Transfer).view().state,
        FreshnessState::Idle
    );
}
