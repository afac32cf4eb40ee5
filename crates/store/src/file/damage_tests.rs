//! The app opens within 3 s whatever was done to its file, says what it found and keeps what can be read.

use super::beside;
use crate::test_support::{Shop, T0, WORLD, payment_id, sale_id};
use crate::{PaymentFilter, Store, StoreError};
use domain::{IntentState, Move};
use std::path::Path;
use std::time::{Duration, Instant};

const NOW: i64 = T0 + 1_000_000;

fn open_in_time(path: &Path) -> (Store, crate::Opened) {
    let started = Instant::now();
    let opened = Store::open(path, NOW).unwrap();
    assert!(
        started.elapsed() < Duration::from_secs(3),
        "{:?}",
        started.elapsed()
    );
    opened
}

async fn count(store: &Store) -> u64 {
    store
        .total_payments(PaymentFilter::all(WORLD))
        .await
        .unwrap()
        .count
}

async fn shop_with_payments(many: u32) -> Shop {
    let shop = Shop::open().await;
    shop.store.set_setting("till.name", &"Quầy 1").await.unwrap();
    for n in 0..many {
        shop.committed(
            n.into(),
            1_000 + i64::from(n),
            "Cà phê sữa đá cho bàn năm",
            T0 + i64::from(n),
        )
        .await;
    }
    shop
}

#[tokio::test]
async fn a_missing_folder_is_made() {
    let folder = tempfile::tempdir().unwrap();
    let (store, opened) = open_in_time(&folder.path().join("a/b/shop.db"));
    assert_eq!(opened, crate::Opened::default());
    assert_eq!(count(&store).await, 0);
}

#[tokio::test]
async fn an_empty_file_is_a_new_database() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("shop.db");
    std::fs::write(&path, b"").unwrap();
    assert_eq!(open_in_time(&path).1, crate::Opened::default());
}

#[tokio::test]
async fn garbage_is_set_aside_untouched() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("shop.db");
    let garbage = b"not a database at all ".repeat(500);
    std::fs::write(&path, &garbage).unwrap();
    let (store, opened) = open_in_time(&path);
    assert_eq!(
        (opened.was_damaged.as_deref(), opened.salvaged),
        (Some("shop.db.damaged-1750001000000"), 0)
    );
    assert_eq!(
        std::fs::read(folder.path().join("shop.db.damaged-1750001000000")).unwrap(),
        garbage
    );
    assert_eq!(count(&store).await, 0);
}

#[tokio::test]
async fn a_truncated_file_gives_what_is_left() {
    let shop = shop_with_payments(300).await;
    let path = shop.path();
    drop(shop.store);
    let file = std::fs::OpenOptions::new().write(true).open(&path).unwrap();
    file.set_len(file.metadata().unwrap().len() / 10 * 6).unwrap();
    drop(file);
    let (store, opened) = open_in_time(&path);
    assert!(opened.was_damaged.is_some());
    assert!(opened.salvaged > 100, "{opened:?}");
    let name: Option<String> = store.setting("till.name").await.unwrap();
    assert_eq!(name.as_deref(), Some("Quầy 1"));
    drop(store);
    assert_eq!(open_in_time(&path).1, crate::Opened::default());
}

#[tokio::test]
async fn damage_in_the_middle_is_found_by_the_check_and_mended_at_the_next_start() {
    let shop = shop_with_payments(300).await.reopen();
    let path = shop.path();
    let before = count(&shop.store).await;
    shop.store.check().await.unwrap();
    drop(shop.store);
    spoil_inner_pages(&path);
    let (store, opened) = open_in_time(&path);
    assert_eq!(opened.was_damaged, None, "the quick probe looks at the ends only");
    assert!(matches!(store.check().await, Err(StoreError::Damaged(_))));
    drop(store);
    let (store, opened) = open_in_time(&path);
    assert!(opened.was_damaged.is_some());
    let after = count(&store).await;
    assert!(after > 100 && after < before, "{after} of {before}");
    store.check().await.unwrap();
}

/// Overwrites every seventh page that holds payments, except those at both ends of the table.
fn spoil_inner_pages(path: &Path) {
    let mut bytes = std::fs::read(path).unwrap();
    let holds_payments =
        |page: &[u8]| page[0] == 0x0d && page.windows(13).any(|text| text == b"ca phe sua da");
    let pages: Vec<usize> = (1..bytes.len() / 4_096)
        .filter(|page| holds_payments(&bytes[page * 4_096..(page + 1) * 4_096]))
        .collect();
    for page in pages
        .iter()
        .skip(2)
        .step_by(7)
        .take_while(|page| Some(*page) != pages.last())
    {
        bytes[page * 4_096..(page + 1) * 4_096].fill(0xff);
    }
    std::fs::write(path, bytes).unwrap();
}

#[tokio::test]
async fn an_intent_whose_sale_was_lost_is_still_kept() {
    let shop = shop_with_payments(3).await;
    shop.advance(1, Move::Send).await;
    let path = shop.path();
    drop(shop.store);
    let raw = rusqlite::Connection::open(&path).unwrap();
    raw.execute_batch("PRAGMA foreign_keys = off; DELETE FROM sale")
        .unwrap();
    drop(raw);
    std::fs::write(beside(&path, ".suspected"), b"").unwrap();
    let (store, opened) = open_in_time(&path);
    assert!(opened.was_damaged.is_some());
    let open = store.open_intents(WORLD).await.unwrap();
    assert_eq!(open.len(), 3);
    assert_eq!(open[1].state, IntentState::Sending);
    assert!(store.body(payment_id(1)).await.unwrap().is_some());
    assert_eq!(count(&store).await, 3);
    assert_eq!(store.sale(sale_id(1)).await.unwrap().number, 1);
}

#[tokio::test]
async fn after_a_kill_everything_committed_is_there() {
    let shop = shop_with_payments(20).await;
    let fallen = tempfile::tempdir().unwrap();
    let copy = fallen.path().join("shop.db");
    std::fs::copy(shop.path(), &copy).unwrap();
    std::fs::copy(beside(&shop.path(), "-wal"), beside(&copy, "-wal")).unwrap();
    let (store, opened) = open_in_time(&copy);
    assert_eq!(opened, crate::Opened::default());
    assert_eq!(store.open_intents(WORLD).await.unwrap().len(), 20);
}

#[tokio::test]
async fn a_torn_log_loses_at_most_its_end() {
    let shop = shop_with_payments(20).await;
    let fallen = tempfile::tempdir().unwrap();
    let copy = fallen.path().join("shop.db");
    std::fs::copy(shop.path(), &copy).unwrap();
    let log = std::fs::read(beside(&shop.path(), "-wal")).unwrap();
    std::fs::write(beside(&copy, "-wal"), &log[..log.len() - 5_000]).unwrap();
    let (store, _) = open_in_time(&copy);
    let kept = store.open_intents(WORLD).await.unwrap().len();
    assert!((18..20).contains(&kept), "{kept}");
    store.check().await.unwrap();
}

#[tokio::test]
async fn a_file_held_by_another_program_is_said_to_be() {
    let shop = shop_with_payments(1).await;
    let path = shop.path();
    drop(shop.store);
    let holder = rusqlite::Connection::open(&path).unwrap();
    holder.execute_batch("BEGIN EXCLUSIVE").unwrap();
    let started = Instant::now();
    assert_eq!(Store::open(&path, NOW).unwrap_err().code(), "storage_locked");
    assert!(started.elapsed() < Duration::from_secs(3));
    holder.execute_batch("ROLLBACK").unwrap();
    assert_eq!(count(&open_in_time(&path).0).await, 1);
}

#[test]
fn a_folder_in_the_files_place_is_an_error_not_a_loss() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(
        Store::open(folder.path(), NOW).unwrap_err().code(),
        "storage_failed"
    );
    assert!(folder.path().is_dir());
}

#[test]
fn a_full_disk_and_a_read_only_file_have_their_own_codes() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("small.db");
    let small = rusqlite::Connection::open(&path).unwrap();
    small
        .execute_batch("PRAGMA max_page_count = 3; CREATE TABLE t (x)")
        .unwrap();
    let full = small
        .execute("INSERT INTO t VALUES (zeroblob(100000))", [])
        .unwrap_err();
    assert_eq!(StoreError::from(full).code(), "storage_full");
    let flags = rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY;
    let read_only = rusqlite::Connection::open_with_flags(&path, flags).unwrap();
    let refused = read_only.execute("INSERT INTO t VALUES (1)", []).unwrap_err();
    assert_eq!(StoreError::from(refused).code(), "storage_read_only");
    let io = std::io::Error::from(std::io::ErrorKind::StorageFull);
    assert_eq!(StoreError::from(io).code(), "storage_full");
}
