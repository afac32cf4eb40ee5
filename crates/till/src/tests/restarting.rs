//! The app ends at the worst moments and is started again: everything committed is found, and has one effect.

use super::Shop;
use super::shop::{LIMIT, code, id};
use crate::{app, credentials};
use contract::ErrorCode;
use contract::credentials::{CredentialsRequest, EnvironmentKind};
use contract::payment::{PaymentPhase, PaymentView, VerdictView};
use domain::{IntentState, Move};
use simulator::{Fault, FaultRule, Scope};
use store::Note;
use vault::memory::Fault as KeyringFault;

/// A payment that is on disk and has not left.
async fn committed(shop: &Shop) -> PaymentView {
    shop.go_offline().await;
    let payment = shop.ask(100_000).await;
    shop.faults(Vec::new());
    assert_eq!(shop.intent(&payment).await, IntentState::Committed);
    payment
}

async fn moved(shop: &Shop, payment: &PaymentView, step: Move) {
    let note = Note::at(payment.created_at.to_ms().unwrap());
    shop.till.store.advance(id(payment), step, note).await.unwrap();
}

async fn recovers(shop: Shop, payment: &PaymentView) -> Shop {
    let bytes = shop.till.store.body(id(payment)).await.unwrap();
    let shop = shop.reopen().await;
    shop.settle().await;
    assert_eq!(shop.effects(payment), 1);
    assert_eq!(shop.payment(payment).await.phase, PaymentPhase::Open);
    assert_eq!(shop.till.store.body(id(payment)).await.unwrap(), bytes);
    shop
}

#[tokio::test]
async fn ended_before_the_request_left() {
    let shop = Shop::open().await;
    let payment = committed(&shop).await;
    recovers(shop, &payment).await;
}

#[tokio::test]
async fn ended_while_sending_before_the_effect() {
    let shop = Shop::open().await;
    let payment = committed(&shop).await;
    moved(&shop, &payment, Move::Send).await;
    let posts = shop.met("POST");
    let shop = recovers(shop, &payment).await;
    assert_eq!(shop.met("POST") - posts, 1);
}

#[tokio::test]
async fn ended_while_sending_after_the_effect() {
    let shop = Shop::open().await;
    let sale = shop.sale().await;
    shop.faults(vec![
        FaultRule::once(Fault::Latency { ms: 60_000 }).only(Scope::PaymentCreate),
    ]);
    {
        let click = shop.create(&sale, 100_000);
        let happened = async {
            while shop.met("POST") == 0 {
                tokio::task::yield_now().await;
            }
        };
        tokio::select! {
            _ = click => panic!("the answer came too early"),
            () = happened => {}
        }
    }
    let payment = shop.sale_of_id(&sale.id).await.payments.remove(0);
    assert_eq!(shop.intent(&payment).await, IntentState::Sending);
    let shop = recovers(shop, &payment).await;
    assert_eq!(shop.met("POST"), 1);
}

#[tokio::test]
async fn a_click_that_was_given_up_is_taken_up_without_a_restart() {
    let shop = Shop::open().await;
    let payment = committed(&shop).await;
    moved(&shop, &payment, Move::Send).await;
    shop.settle().await;
    assert_eq!(
        (shop.intent(&payment).await, shop.effects(&payment)),
        (IntentState::Done, 1)
    );
}

#[tokio::test]
async fn ended_while_looking() {
    let shop = Shop::open().await;
    shop.once(Fault::LostAnswer);
    let payment = shop.ask(100_000).await;
    moved(&shop, &payment, Move::Look).await;
    let shop = recovers(shop, &payment).await;
    assert_eq!(shop.met("POST"), 1);
}

#[tokio::test]
async fn ended_between_two_looks() {
    let shop = Shop::open().await;
    shop.faults(vec![FaultRule::once(Fault::Reset).only(Scope::PaymentCreate)]);
    let payment = shop.ask(100_000).await;
    shop.turn().await;
    assert_eq!(shop.intent(&payment).await, IntentState::Absent);
    recovers(shop, &payment).await;
}

#[tokio::test]
async fn ended_after_the_answer_and_paid_meanwhile() {
    let shop = Shop::open().await;
    let payment = shop.ask(100_000).await;
    shop.pays(&payment, 100_000).await;
    let mut shop = shop.reopen().await;
    shop.watch().await;
    assert_eq!(shop.payment(&payment).await.verdict, VerdictView::Paid);
    let open = app::state(&shop.till).await.unwrap().sales;
    assert_eq!((open.len(), shop.effects(&payment)), (1, 1));
}

fn keys(id: &str, secret: &str) -> CredentialsRequest {
    CredentialsRequest {
        kind: EnvironmentKind::Custom,
        client_id: id.into(),
        secret_key: secret.into(),
    }
}

#[tokio::test]
async fn keys_are_there_after_a_restart_until_they_are_removed() {
    let shop = Shop::open_without_keys(simulator::Config::default()).await;
    assert_eq!(
        code(credentials::test(&shop.till).await),
        ErrorCode::NoCredentials
    );
    let request = keys(shop.gateway.client_id(), shop.gateway.secret());
    credentials::save(&shop.till, request).await.unwrap();
    let shop = shop.reopen().await;
    let shown = app::state(&shop.till).await.unwrap().environment.credentials;
    assert_eq!(
        (shown.is_present, shown.client_id_tail.as_deref()),
        (true, Some("ient"))
    );
    assert_eq!(credentials::test(&shop.till).await.unwrap().accounts, 3);
    credentials::remove(&shop.till).await.unwrap();
    assert!(shop.keyring.accounts().is_empty());
    let shop = shop.reopen().await;
    assert_eq!(
        code(credentials::test(&shop.till).await),
        ErrorCode::NoCredentials
    );
}

#[tokio::test]
async fn a_keyring_in_trouble_is_said_within_its_limit() {
    let troubles = [
        (KeyringFault::Missing, ErrorCode::KeyringMissing),
        (KeyringFault::Locked, ErrorCode::KeyringLocked),
        (KeyringFault::Hangs, ErrorCode::KeyringTimeout),
    ];
    for (fault, expected) in troubles {
        let shop = Shop::open().await;
        shop.keyring.set_fault(Some(fault));
        let started = std::time::Instant::now();
        let shop = shop.reopen().await;
        assert!(started.elapsed() < 10 * LIMIT);
        let shown = app::state(&shop.till).await.unwrap().environment.credentials;
        assert_eq!((shown.is_present, shown.problem.unwrap().code), (false, expected));
        assert_eq!(
            code(credentials::save(&shop.till, keys("a", "b")).await),
            expected
        );
        assert_eq!(code(shop.create(&shop.sale().await, 1_000).await), expected);
        shop.keyring.set_fault(None);
    }
}

#[tokio::test]
async fn a_keyring_that_forgets_is_not_believed() {
    let shop = Shop::open_without_keys(simulator::Config::default()).await;
    shop.keyring.set_fault(Some(KeyringFault::Forgets));
    assert_eq!(
        code(credentials::save(&shop.till, keys("a", "b")).await),
        ErrorCode::KeyringNotKept
    );
}

#[tokio::test]
async fn a_damaged_database_is_said_and_the_counter_works() {
    let shop = Shop::open().await;
    shop.ask(100_000).await;
    let shop = shop
        .reopen_after(|path| std::fs::write(path, "not a database").unwrap())
        .await;
    let state = app::state(&shop.till).await.unwrap();
    assert_eq!(state.notices[0].code, ErrorCode::StorageDamaged);
    assert!(state.notices[0].file.is_some());
}

#[tokio::test]
async fn without_a_disk_no_money_is_asked_for() {
    let shop = Shop::open().await;
    let shop = shop
        .reopen_after(|path| {
            for suffix in ["", "-wal", "-shm"] {
                let file = format!("{}{suffix}", path.display());
                let _gone = std::fs::remove_file(file);
            }
            std::fs::create_dir(path).unwrap();
        })
        .await;
    let state = app::state(&shop.till).await.unwrap();
    assert_eq!(state.notices.len(), 1);
    assert_eq!(
        code(crate::app::require_durable(&shop.till)),
        state.notices[0].code
    );
}
