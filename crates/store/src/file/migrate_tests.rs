//! Files of older apps are copied and brought up with all they hold.

use crate::test_support::{
    Shop, T0, WORLD, customer, new_instalment, new_payment, payment_id, sale_id, step_id,
};
use crate::{Opened, PaymentFilter, PayoutFilter, Store};
use domain::{IntentKind, IntentState, Method, PaymentId, SaleKind, Verdict};
use dong::Dong;
use tempfile::TempDir;

const VERSION_1: &[u8] = include_bytes!("../../fixtures/v1.db");
/// Two transfers of which the second took the place of the first and was paid, one decided, one unknown, and a draft.
const VERSION_2: &[u8] = include_bytes!("../../fixtures/v2.db");

/// The same with instalments: one payment that is paid, and its refund that has not left.
const VERSION_3: &[u8] = include_bytes!("../../fixtures/v3.db");

/// The same with the books: a customer, an invoice that was changed once, and a draft of another.
const VERSION_4: &[u8] = include_bytes!("../../fixtures/v4.db");

fn open(bytes: &[u8]) -> (TempDir, Store, Opened) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("shop.db");
    std::fs::write(&path, bytes).unwrap();
    let (store, opened) = Store::open(&path, T0).unwrap();
    (folder, store, opened)
}

async fn found(store: &Store, typed: &str) -> Vec<PaymentId> {
    let filter = PaymentFilter {
        search: Some(typed.to_owned()),
        ..PaymentFilter::all(WORLD)
    };
    let page = store.list_payments(filter, None, 10).await.unwrap();
    page.rows.iter().map(|row| row.payment.id).collect()
}

#[tokio::test]
async fn a_file_of_version_1_is_copied_and_brought_up_with_all_it_holds() {
    let (folder, store, opened) = open(VERSION_1);
    assert_eq!((opened.migrated_from, opened.was_damaged), (Some(1), None));
    let open = store.open_intents(WORLD).await.unwrap();
    assert_eq!((open.len(), open[0].state), (1, IntentState::Unknown));
    let typed = PaymentFilter {
        search: Some("cà phê".to_owned()),
        ..PaymentFilter::all(WORLD)
    };
    let page = store.list_payments(typed, None, 10).await.unwrap();
    assert_eq!(page.rows[0].payment.amount.get(), 85_000);
    let name: Option<String> = store.setting("till.name").await.unwrap();
    assert_eq!(name.as_deref(), Some("Quầy 1"));

    let copy = rusqlite::Connection::open(folder.path().join("shop.db.v1-1750000000000")).unwrap();
    let version: u32 = copy
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .unwrap();
    let kept: u32 = copy
        .query_row("SELECT count(*) FROM intent", [], |row| row.get(0))
        .unwrap();
    assert_eq!((version, kept), (1, 2));
}

#[tokio::test]
async fn transfers_of_version_2_are_as_they_were() {
    let (_folder, store, opened) = open(VERSION_2);
    assert_eq!((opened.migrated_from, opened.was_damaged), (Some(2), None));
    let paid = store.payment(payment_id(2)).await.unwrap();
    assert_eq!((paid.method, paid.verdict()), (Method::Transfer, Verdict::Paid));
    assert_eq!(
        paid.account_id.as_ref().map(domain::AccountId::as_str),
        Some("acc-1")
    );
    assert_eq!(
        (paid.gateway_id.as_deref(), paid.instalment),
        (Some("gw-2"), None)
    );
    let replaced = store.payment(payment_id(1)).await.unwrap();
    assert_eq!(replaced.replaced_by, Some(payment_id(2)));
    let totals = store.total_payments(PaymentFilter::all(WORLD)).await.unwrap();
    assert_eq!((totals.count, totals.received), (4, Dong::new(85_000)));
    let kinds: Vec<_> = store.events(payment_id(1)).await.unwrap();
    let kinds: Vec<_> = kinds.iter().map(|event| event.kind.as_str()).collect();
    assert_eq!(
        kinds,
        ["committed", "sent", "answered", "qrChecked", "status", "replaced"]
    );
    let unknown = store.intent(payment_id(4)).await.unwrap();
    assert_eq!(
        (unknown.kind, unknown.payment_id),
        (IntentKind::PaymentCreate, payment_id(4))
    );
    assert_eq!(found(&store, "don hang").await, [payment_id(3)]);
    assert_eq!(found(&store, "phe").await, [2, 1].map(payment_id));
    let watched = store.watched_payments(WORLD, Method::Transfer, T0).await.unwrap();
    assert_eq!(watched[0].id, payment_id(1));
    store.check().await.unwrap();
}

#[tokio::test]
async fn a_draft_of_version_2_may_become_either_payment() {
    for is_transfer in [true, false] {
        let (_folder, store, _) = open(VERSION_2);
        let draft = store.draft_of_sale(sale_id(1)).await.unwrap();
        assert_eq!(draft, Some(payment_id(5)));
        let (new, method) = if is_transfer {
            (new_payment(1_000, "Bánh mì", T0 + 9), Method::Transfer)
        } else {
            (new_instalment(1_000, T0 + 9), Method::Instalment)
        };
        store.commit(payment_id(5), new).await.unwrap();
        let payment = store.payment(payment_id(5)).await.unwrap();
        assert_eq!(payment.method, method);
        let name = customer().first_name;
        let typed = if is_transfer { "banh mi" } else { &name };
        assert_eq!(found(&store, typed).await, [payment_id(5)]);
    }
}

#[tokio::test]
async fn sales_and_instalments_of_version_3_are_as_they_were() {
    let (_folder, store, opened) = open(VERSION_3);
    assert_eq!((opened.migrated_from, opened.was_damaged), (Some(3), None));
    let paid = store.payment(payment_id(6)).await.unwrap();
    assert_eq!((paid.method, paid.verdict()), (Method::Instalment, Verdict::Paid));
    assert_eq!((paid.steps().len(), paid.invoice), (1, None));
    let due = store.due_intents(WORLD, T0 + 9).await.unwrap();
    assert!(due.iter().any(|intent| intent.id == step_id(1)));
    let open = store.open_sales(WORLD).await.unwrap();
    assert_eq!(
        (open[0].id, open[0].kind, open[0].lines.len()),
        (sale_id(1), SaleKind::Counter, 0)
    );
    let totals = store.total_payments(PaymentFilter::all(WORLD)).await.unwrap();
    assert_eq!((totals.count, totals.received), (5, Dong::new(3_085_000)));
    store.check().await.unwrap();
}

#[tokio::test]
async fn invoices_and_customers_of_version_4_are_as_they_were() {
    let (folder, store, opened) = open(VERSION_4);
    assert_eq!((opened.migrated_from, opened.was_damaged), (Some(4), None));
    let invoice = store.payment(payment_id(7)).await.unwrap();
    assert_eq!(
        (invoice.method, invoice.intent),
        (Method::Invoice, IntentState::Done)
    );
    let own = invoice.invoice.unwrap();
    assert_eq!(
        (own.content.lines[0].name.as_str(), own.steps.len()),
        ("Trà sen", 1)
    );
    let refund = store.intent(step_id(1)).await.unwrap();
    assert_eq!(
        (refund.kind, refund.sale_id, refund.payout_id()),
        (IntentKind::InstalmentRefund, Some(sale_id(1)), None)
    );
    assert_eq!(store.invoice_drafts(WORLD).await.unwrap().len(), 1);
    assert_eq!(found(&store, "huong").await, [7, 6].map(payment_id));
    assert_eq!(
        store.draft_of_sale(sale_id(1)).await.unwrap(),
        Some(payment_id(5))
    );
    let shop = Shop { store, folder };
    assert!(shop.raw("UPDATE invoice SET content = '{}'").is_err());
    shop.changed_invoice(8, 7, "Trà nhài", T0 + 30_000).await;
    assert_eq!(found(&shop.store, "nhai").await, [payment_id(7)]);
    shop.store.check().await.unwrap();
}

#[tokio::test]
async fn an_old_file_takes_payouts() {
    for old in [VERSION_1, VERSION_2, VERSION_3, VERSION_4] {
        let (folder, store, _) = open(old);
        let shop = Shop { store, folder };
        shop.accepted_payout(1, 6_000_000).await;
        let listed = shop.store.list_payouts(PayoutFilter::all(WORLD), None, 9).await;
        assert_eq!(listed.unwrap().count, 1);
    }
}

#[tokio::test]
async fn an_old_file_takes_invoices_and_customers() {
    for old in [VERSION_1, VERSION_2, VERSION_3, VERSION_4] {
        let (folder, store, _) = open(old);
        let shop = Shop { store, folder };
        shop.committed_invoice(100, 108_000).await;
        let saved = crate::book::samples::customer(1, "Nguyễn Thị Hường", "0912345678");
        shop.store.save_customer(saved.clone()).await.unwrap();
        let hers = shop.store.payments_of_customer(WORLD, saved.id, 10).await;
        assert!(hers.unwrap().iter().any(|payment| payment.id == payment_id(100)));
    }
}

/// Every trigger, index and table is the same whether a file was new or old.
#[tokio::test]
async fn an_old_file_gets_the_rules_of_a_new_one() {
    fn schema(folder: &TempDir) -> Vec<(String, Option<String>)> {
        let db = rusqlite::Connection::open(folder.path().join("shop.db")).unwrap();
        let mut select = db
            .prepare("SELECT name, sql FROM sqlite_schema ORDER BY type, name")
            .unwrap();
        let rows = select.query_map([], |row| Ok((row.get(0)?, row.get(1)?)));
        rows.unwrap().collect::<Result<_, _>>().unwrap()
    }
    let (fresh, store, _) = open(b"");
    drop(store);
    for old in [VERSION_1, VERSION_2, VERSION_3, VERSION_4] {
        let (folder, store, _) = open(old);
        drop(store);
        assert_eq!(schema(&folder), schema(&fresh));
        let db = rusqlite::Connection::open(folder.path().join("shop.db")).unwrap();
        for sql in [
            "UPDATE payment SET amount = 1",
            "UPDATE payment SET method = 'instalment', account_id = NULL",
            "UPDATE intent SET body = x'00' WHERE state <> 'draft'",
            "UPDATE intent SET kind = 'instalment_create', gateway = 'fundiin' WHERE state <> 'draft'",
            "DELETE FROM intent WHERE state = 'unknown'",
            "INSERT INTO event (payment_id, at, kind) VALUES ('nobody', 1, 'sent')",
        ] {
            assert!(db.execute_batch(sql).is_err(), "{sql}");
        }
    }
}

#[test]
fn a_row_that_refers_to_nothing_sets_the_file_aside_and_is_mended() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("shop.db");
    std::fs::write(&path, VERSION_2).unwrap();
    let raw = rusqlite::Connection::open(&path).unwrap();
    raw.execute_batch("PRAGMA foreign_keys = off; DELETE FROM sale")
        .unwrap();
    drop(raw);
    let (_, opened) = Store::open(&path, T0).unwrap();
    assert!(opened.was_damaged.is_some());
    assert!(opened.salvaged > 5, "{opened:?}");
}

#[tokio::test]
async fn a_file_of_a_newer_app_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("shop.db");
    drop(Store::open(&path, T0).unwrap());
    let raw = rusqlite::Connection::open(&path).unwrap();
    raw.pragma_update(None, "user_version", 99).unwrap();
    drop(raw);
    assert_eq!(Store::open(&path, T0).unwrap_err().code(), "storage_newer");
    assert_eq!(
        std::fs::read_dir(folder.path())
            .unwrap()
            .filter(|f| f.as_ref().unwrap().path().is_file())
            .count(),
        1
    );
}
