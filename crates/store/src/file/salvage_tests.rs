//! What is saved of a damaged file: instalments and invoices with their steps, books, drafts, and files of older apps.

use super::beside;
use crate::book::samples;
use crate::invoice::samples::{DUE, draft};
use crate::payout::samples::payout_id;
use crate::test_support::{Shop, T0, WORLD, customer, payment_id, refund, step_id};
use crate::{
    CustomerFilter, ImportBatch, ImportKind, InvoiceFilter, Note, PaymentFilter, StepOutcome, Store,
};
use domain::{IntentKind, IntentState, InvoiceStanding, Method, Move, PayoutStanding, SaleKind, StepDetail};
use dong::Dong;
use std::path::PathBuf;
use tempfile::TempDir;

const VERSION_2: &[u8] = include_bytes!("../../fixtures/v2.db");

/// Closes the shop, does something to its file, and opens it as one that is suspected of damage.
fn reopen_damaged(shop: Shop, sql: &str) -> (TempDir, Store) {
    let path = shop.path();
    let Shop { store, folder } = shop;
    drop(store);
    let raw = rusqlite::Connection::open(&path).unwrap();
    raw.execute_batch("PRAGMA foreign_keys = off").unwrap();
    raw.execute_batch(sql).unwrap();
    drop(raw);
    let store = open_suspected(path);
    (folder, store)
}

fn open_suspected(path: PathBuf) -> Store {
    std::fs::write(beside(&path, ".suspected"), b"").unwrap();
    let (store, opened) = Store::open(&path, T0).unwrap();
    assert!(opened.was_damaged.is_some());
    store
}

#[tokio::test]
async fn an_instalment_payment_is_saved_with_its_customer_and_its_steps() {
    let shop = Shop::open().await;
    shop.accepted_instalment(1, 3_000_000, T0).await;
    shop.done_step(1, 1, refund(3_000_000)).await;
    let before = shop.store.payment(payment_id(1)).await.unwrap();
    let events = shop.store.events(payment_id(1)).await.unwrap();
    let (_folder, store) = reopen_damaged(shop, "");
    assert_eq!(store.payment(payment_id(1)).await.unwrap(), before);
    assert_eq!(store.events(payment_id(1)).await.unwrap(), events);
    let known = store.instalment_customer(WORLD, customer().phone).await;
    assert_eq!(known.unwrap(), Some(customer()));
}

#[tokio::test]
async fn a_refund_counts_though_the_customer_was_lost() {
    let shop = Shop::open().await;
    shop.accepted_instalment(1, 3_000_000, T0).await;
    shop.done_step(1, 1, refund(3_000_000)).await;
    let (_folder, store) = reopen_damaged(shop, "DELETE FROM instalment");
    let payment = store.payment(payment_id(1)).await.unwrap();
    assert_eq!(payment.received(), Some(Dong::ZERO));
    assert_eq!(payment.instalment.unwrap().customer.phone, "");
}

#[tokio::test]
async fn a_payment_with_steps_outlives_its_intent() {
    let shop = Shop::open().await;
    shop.accepted_instalment(1, 3_000_000, T0).await;
    assert_eq!(shop.step(1, 1, refund(3_000_000)).await, StepOutcome::Committed);
    let sql = "DROP TRIGGER intent_is_kept; DELETE FROM intent WHERE detail IS NULL";
    let (_folder, store) = reopen_damaged(shop, sql);
    let payment = store.payment(payment_id(1)).await.unwrap();
    assert_eq!(
        (payment.intent, payment.received()),
        (IntentState::Done, Some(Dong::new(3_000_000)))
    );
    let open = store.open_intents(WORLD).await.unwrap();
    assert_eq!((open.len(), open[0].id), (1, step_id(1)));
    for step in [Move::Send, Move::Confirm] {
        store.advance(step_id(1), step, Note::at(T0)).await.unwrap();
    }
    assert!(store.payment(payment_id(1)).await.unwrap().is_refunded());
}

#[tokio::test]
async fn books_drafts_and_imports_are_saved() {
    let shop = Shop::open().await;
    let hers = samples::customer(1, "Nguyễn Thị Hường", "0912345678");
    shop.store.save_customer(hers.clone()).await.unwrap();
    let coffee = samples::product(1, "A", "Cà phê");
    shop.store.save_product(coffee.clone()).await.unwrap();
    shop.store
        .set_quick_keys(WORLD, vec![None, Some(coffee.id)])
        .await
        .unwrap();
    let batch = ImportBatch {
        id: uuid::Uuid::from_u128(1),
        environment: WORLD,
        kind: ImportKind::Customers,
        file_name: "khach.csv".to_owned(),
        at: T0,
    };
    shop.store.begin_import(batch.clone()).await.unwrap();
    let imported = samples::customer(2, "Lan", "");
    shop.store
        .import_customers(batch.id, vec![imported])
        .await
        .unwrap();
    shop.store.save_invoice_draft(draft(5)).await.unwrap();
    let (_folder, store) = reopen_damaged(shop, "");
    assert_eq!(store.customer(hers.id).await.unwrap(), hers);
    let found = CustomerFilter {
        search: Some("huong".to_owned()),
        ..CustomerFilter::all(WORLD)
    };
    assert_eq!(store.find_customers(found, None, 9).await.unwrap().rows, [hers]);
    let keys = store.quick_keys(WORLD).await.unwrap();
    assert_eq!(keys[1].as_ref().map(|product| product.id), Some(coffee.id));
    assert_eq!(store.invoice_draft(payment_id(5)).await.unwrap(), draft(5));
    assert_eq!(store.undo_import(batch.id, T0).await.unwrap(), 1);
}

#[tokio::test]
async fn an_invoice_is_saved_with_its_steps() {
    let shop = Shop::open().await;
    shop.sent_invoice(1, 108_000).await;
    let before = shop.changed_invoice(1, 1, "Cà phê", DUE).await;
    let (_folder, store) = reopen_damaged(shop, "");
    assert_eq!(store.payment(payment_id(1)).await.unwrap(), before);
    let sale = store.sale(before.sale_id).await.unwrap();
    assert_eq!(sale.kind, SaleKind::Invoice);
}

#[tokio::test]
async fn an_invoice_whose_own_row_was_lost_is_listed_as_far_as_it_is_known() {
    let shop = Shop::open().await;
    for n in 1..=3 {
        shop.sent_invoice(n, 108_000).await;
    }
    let changed = shop.changed_invoice(1, 1, "Cà phê", DUE).await;
    shop.done_step(2, 2, StepDetail::InvoiceDelete).await;
    let sql = "DELETE FROM invoice; DROP TRIGGER intent_is_kept; DELETE FROM intent WHERE detail IS NULL";
    let (_folder, store) = reopen_damaged(shop, sql);
    let known = store.payment(payment_id(1)).await.unwrap().invoice.unwrap();
    assert_eq!(known, changed.invoice.unwrap());
    // Without steps nothing told of the third one's intent, so its payment could not be kept.
    for (standing, expected) in [
        (InvoiceStanding::Waiting, payment_id(1)),
        (InvoiceStanding::Deleted, payment_id(2)),
    ] {
        let filter = InvoiceFilter {
            states: vec![standing],
            ..InvoiceFilter::all(WORLD, T0)
        };
        let page = store.list_invoices(filter, None, 9).await.unwrap();
        let ids: Vec<_> = page.rows.iter().map(|row| row.payment.id).collect();
        assert_eq!(ids, [expected], "{standing:?}");
    }
    let intent = store.intent(payment_id(1)).await.unwrap();
    assert_eq!(
        (intent.kind, intent.reference.as_str()),
        (IntentKind::InvoiceCreate, "HD-1")
    );
}

#[tokio::test]
async fn a_damaged_file_of_an_older_app_is_saved_as_well() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("shop.db");
    std::fs::write(&path, VERSION_2).unwrap();
    let store = open_suspected(path);
    let totals = store.total_payments(PaymentFilter::all(WORLD)).await.unwrap();
    assert_eq!((totals.count, totals.received), (4, Dong::new(85_000)));
    let payment = store.payment(payment_id(2)).await.unwrap();
    assert_eq!(payment.method, Method::Transfer);
    let intent = store.intent(payment_id(4)).await.unwrap();
    assert_eq!(
        (intent.payment_id, intent.state),
        (payment_id(4), IntentState::Unknown)
    );
    let draft = store.draft_of_sale(payment.sale_id).await.unwrap();
    assert_eq!(draft, Some(payment_id(5)));
}

#[tokio::test]
async fn payouts_are_saved_with_their_codes_and_the_book() {
    let shop = Shop::open().await;
    let payout = shop.accepted_payout(1, 6_000_000).await;
    shop.sent_code(1, 1).await;
    let to = payout.content.destination;
    let sql = "INSERT INTO beneficiary SELECT 'b', environment, bank_id, bank_bin, bank_name, account_number, account_name, '', '', '',
                 1, 1 FROM payout";
    let (_folder, store) = reopen_damaged(shop, sql);
    let saved = store.payout(payout_id(1)).await.unwrap();
    assert_eq!(PayoutStanding::of(&saved), PayoutStanding::CodeUnclear);
    assert_eq!(saved.content.destination, to);
    assert_eq!(store.payout_events(payout_id(1)).await.unwrap().len(), 6);
    store.check().await.unwrap();
}

#[tokio::test]
async fn a_payout_without_its_intent_is_looked_up_and_never_sent_again() {
    let lost = "DROP TRIGGER intent_is_kept; DELETE FROM intent WHERE kind = 'payout_create'";
    let shop = Shop::open().await;
    shop.committed_payout(1, 6_000_000).await;
    shop.accepted_payout(2, 7_000_000).await;
    shop.sent_code(2, 2).await;
    let (_folder, store) = reopen_damaged(shop, lost);
    let first = store.payout(payout_id(1)).await.unwrap();
    assert_eq!(PayoutStanding::of(&first), PayoutStanding::Unclear);
    let sent = store.advance(payout_id(1), Move::Send, Note::at(T0)).await;
    assert_eq!(sent.unwrap_err().code(), "intent_move");
    let second = store.payout(payout_id(2)).await.unwrap();
    assert_eq!(PayoutStanding::of(&second), PayoutStanding::CodeUnclear);
    let used = store.payouts_used(WORLD, T0).await.unwrap();
    assert_eq!(used, Dong::new(13_000_000));
}

#[tokio::test]
async fn a_decision_of_which_nothing_else_is_left_never_leaves() {
    let shop = Shop::open().await;
    shop.committed_payout(1, 6_000_000).await;
    let lost = "DROP TRIGGER payout_is_kept; DELETE FROM payout";
    let (_folder, store) = reopen_damaged(shop, lost);
    assert_eq!(store.open_intents(WORLD).await.unwrap(), []);
    let intent = store.intent(payout_id(1)).await.unwrap();
    assert_eq!(intent.state, IntentState::Dropped);
}
