//! Imports and what taking them back leaves alone.

use super::samples::{clean, customer, customer_id, product, product_id};
use super::{CustomerFilter, ImportBatch, ImportKind, Outcome};
use crate::test_support::{Shop, T0, WORLD};
use domain::{Customer, CustomerFacts, Environment, MirrorState};
use uuid::Uuid;

fn batch(n: u128, kind: ImportKind) -> ImportBatch {
    ImportBatch {
        id: Uuid::from_u128(n),
        environment: WORLD,
        kind,
        file_name: "khach.xlsx".to_owned(),
        at: T0 + i64::try_from(n).unwrap(),
    }
}

fn renamed(customer: Customer, name: &str, at: i64) -> Customer {
    Customer {
        facts: CustomerFacts {
            name: name.to_owned(),
            ..customer.facts
        },
        mirror: customer.mirror.changed(at),
        ..customer
    }
}

#[tokio::test]
async fn an_import_is_taken_back_save_for_what_was_changed_since() {
    let shop = Shop::open().await;
    let store = &shop.store;
    store.save_customer(clean(9, "Cũ", "")).await.unwrap();
    let mine = batch(1, ImportKind::Customers);
    store.begin_import(mine.clone()).await.unwrap();
    let new = (1..=3).map(|n| customer(n, "Mới", "")).collect();
    store.import_customers(mine.id, new).await.unwrap();
    let known = store.customer(customer_id(9)).await.unwrap();
    let part = vec![renamed(known, "Đổi", T0 + 5)];
    store.import_customers(mine.id, part).await.unwrap();
    // The first was sent since, the second was changed.
    let kept = Outcome::Kept {
        gateway_id: "a".to_owned(),
        at: T0 + 9,
    };
    store.settle_customer(customer_id(1), T0, kept).await.unwrap();
    let second = store.customer(customer_id(2)).await.unwrap();
    store
        .save_customer(renamed(second, "Sửa tay", T0 + 9))
        .await
        .unwrap();
    assert_eq!(
        store.last_import(WORLD, ImportKind::Customers).await.unwrap(),
        Some(mine.clone())
    );
    assert_eq!(store.undo_import(mine.id, T0 + 20).await.unwrap(), 3);
    let first = store.customer(customer_id(1)).await.unwrap();
    assert_eq!(
        (first.mirror.state, first.mirror.changed_at),
        (MirrorState::ToDelete, T0 + 20)
    );
    let second = store.customer(customer_id(2)).await.unwrap();
    assert_eq!(second.facts.name, "Sửa tay");
    assert!(store.customer(customer_id(3)).await.is_err());
    let before = store.customer(customer_id(9)).await.unwrap();
    assert_eq!(
        (before.facts.name.as_str(), before.mirror.state),
        ("Cũ", MirrorState::ToUpdate)
    );
    assert_eq!(store.undo_import(mine.id, T0 + 30).await.unwrap(), 0);
    assert_eq!(
        store.last_import(WORLD, ImportKind::Customers).await.unwrap(),
        None
    );
}

#[tokio::test]
async fn a_part_is_written_whole_or_not_at_all() {
    let shop = Shop::open().await;
    let mine = batch(1, ImportKind::Customers);
    shop.store.begin_import(mine.clone()).await.unwrap();
    let double = Customer {
        facts: customer(1, "Hai", "").facts,
        ..customer(2, "", "")
    };
    let part = vec![customer(1, "Một", ""), double];
    let refused = shop.store.import_customers(mine.id, part).await.unwrap_err();
    assert_eq!(refused.code(), "code_taken");
    let all = shop.store.count_customers(CustomerFilter::all(WORLD)).await;
    assert_eq!(all.unwrap(), 0);
    let unknown = shop.store.import_customers(Uuid::from_u128(7), Vec::new()).await;
    assert_eq!(unknown.unwrap_err().code(), "not_found");
    let unknown = shop.store.undo_import(Uuid::from_u128(7), T0).await;
    assert_eq!(unknown.unwrap_err().code(), "not_found");
}

#[tokio::test]
async fn more_rows_than_one_transaction_takes_are_taken_back_too() {
    let shop = Shop::open().await;
    let mine = batch(1, ImportKind::Customers);
    shop.store.begin_import(mine.clone()).await.unwrap();
    let rows = (1..=450).map(|n| customer(n, &format!("Khách {n}"), ""));
    shop.store
        .import_customers(mine.id, rows.collect())
        .await
        .unwrap();
    assert_eq!(shop.store.undo_import(mine.id, T0 + 9).await.unwrap(), 450);
    let left = shop.store.count_customers(CustomerFilter::all(WORLD)).await;
    assert_eq!(left.unwrap(), 0);
    assert_eq!(
        shop.store
            .last_import(WORLD, ImportKind::Customers)
            .await
            .unwrap(),
        None
    );
}

#[tokio::test]
async fn the_last_import_is_each_books_and_worlds_own() {
    let shop = Shop::open().await;
    let products = batch(3, ImportKind::Products);
    for one in [
        batch(1, ImportKind::Customers),
        batch(2, ImportKind::Customers),
        products.clone(),
    ] {
        shop.store.begin_import(one).await.unwrap();
    }
    shop.store
        .import_products(products.id, vec![product(1, "A", "Cà phê")])
        .await
        .unwrap();
    let last = async |world, kind| {
        let last = shop.store.last_import(world, kind).await.unwrap();
        last.map(|batch| batch.id.as_u128())
    };
    assert_eq!(last(WORLD, ImportKind::Customers).await, Some(2));
    assert_eq!(last(WORLD, ImportKind::Products).await, Some(3));
    assert_eq!(last(Environment::Production, ImportKind::Customers).await, None);
    assert_eq!(shop.store.undo_import(products.id, T0).await.unwrap(), 1);
    assert!(shop.store.product(product_id(1)).await.is_err());
    shop.store.undo_import(Uuid::from_u128(2), T0).await.unwrap();
    assert_eq!(last(WORLD, ImportKind::Customers).await, Some(1));
}
