//! The book: one row for an account, found as people type, and paid only by payouts.

use super::*;
use crate::payout::samples::{destination, payout_id};
use crate::test_support::{Shop, T0, WORLD};
use uuid::Uuid;

fn id(n: u128) -> BeneficiaryId {
    BeneficiaryId::new(Uuid::from_u128(n))
}

fn row(n: u128, destination: Destination, at: UnixMs) -> Beneficiary {
    Beneficiary {
        id: id(n),
        environment: WORLD,
        destination,
        note: "Mối rau chợ đầu mối".to_owned(),
        created_at: at,
        changed_at: at,
        last_paid_at: Some(1),
        times_paid: 99,
    }
}

fn other(number: &str, name: &str) -> Destination {
    Destination {
        account_number: number.to_owned(),
        account_name: name.to_owned(),
        ..destination()
    }
}

#[tokio::test]
async fn only_what_decides_where_money_goes_counts_as_a_change() {
    let shop = Shop::open().await;
    let save = async |one| shop.store.save_beneficiary(one).await.unwrap();
    let new = save(row(1, destination(), T0)).await;
    assert_eq!((new.last_paid_at, new.times_paid, new.changed_at), (None, 0, T0));
    let noted = Beneficiary {
        note: "Khác".to_owned(),
        destination: Destination {
            bank_name: "VCB".to_owned(),
            ..destination()
        },
        ..row(1, destination(), T0 + 5)
    };
    let noted = save(noted).await;
    assert_eq!(
        (noted.note.as_str(), noted.created_at, noted.changed_at),
        ("Khác", T0, T0)
    );
    let moved = save(row(1, other("999", "NGUYEN VAN AN"), T0 + 6)).await;
    assert_eq!((moved.created_at, moved.changed_at), (T0, T0 + 6));
    let renamed = save(row(1, other("999", "KE GIAN"), T0 + 7)).await;
    assert_eq!(renamed.changed_at, T0 + 7);
    let shop = shop.reopen();
    assert_eq!(shop.store.beneficiary(id(1)).await.unwrap(), renamed);
}

#[tokio::test]
async fn an_account_stands_in_the_book_once_in_each_world() {
    let shop = Shop::open().await;
    shop.store
        .save_beneficiary(row(1, destination(), T0))
        .await
        .unwrap();
    let twice = shop.store.save_beneficiary(row(2, destination(), T0)).await;
    assert!(matches!(twice, Err(StoreError::AccountTaken(taken)) if taken == id(1)));
    let elsewhere = Beneficiary {
        environment: Environment::Production,
        ..row(2, destination(), T0)
    };
    shop.store.save_beneficiary(elsewhere).await.unwrap();
    let by_account = async |world| {
        let to = destination();
        shop.store
            .beneficiary_by_account(world, to.bank_id, to.account_number)
            .await
            .unwrap()
    };
    assert_eq!(by_account(WORLD).await.map(|found| found.id), Some(id(1)));
    assert_eq!(
        by_account(Environment::Production).await.map(|found| found.id),
        Some(id(2))
    );
    assert_eq!(by_account(Environment::Custom).await, None);
    assert!(
        shop.store
            .save_beneficiary(row(2, other("5", "X"), T0))
            .await
            .is_err()
    );
    shop.store.delete_beneficiary(id(1)).await.unwrap();
    shop.store.delete_beneficiary(id(1)).await.unwrap();
    assert_eq!(by_account(WORLD).await, None);
    assert_eq!(
        shop.store.beneficiary(id(1)).await.unwrap_err().code(),
        "not_found"
    );
}

#[tokio::test]
async fn it_is_paid_when_the_bank_took_it_up_and_not_when_the_bank_refused() {
    let shop = Shop::open().await;
    shop.accepted_payout(1, 1_000).await;
    shop.store
        .save_beneficiary(row(1, destination(), T0))
        .await
        .unwrap();
    let paid = async || {
        let read = shop.store.beneficiary(id(1)).await.unwrap();
        (read.times_paid, read.last_paid_at)
    };
    assert_eq!(paid().await, (0, None));
    shop.hears(1, "processing", T0 + 10).await;
    assert_eq!(paid().await, (1, Some(T0 + 10)));
    shop.hears(1, "success", T0 + 20).await;
    assert_eq!(paid().await, (1, Some(T0 + 10)));
    shop.accepted_payout(2, 2_000).await;
    shop.hears(2, "settling", T0 + 30).await;
    assert_eq!(paid().await, (2, Some(T0 + 30)));
    shop.hears(2, "failed", T0 + 40).await;
    assert_eq!(paid().await, (1, Some(T0 + 10)));
    shop.store
        .save_beneficiary(row(1, other("0011001234567", "KE GIAN"), T0 + 50))
        .await
        .unwrap();
    assert_eq!(paid().await, (0, None));
    assert!(shop.store.payout(payout_id(1)).await.is_ok());
}

#[tokio::test]
async fn the_last_paid_comes_first_and_all_are_found_without_marks() {
    let shop = Shop::open().await;
    for (n, to) in [
        (1, other("111122223333", "LE VAN BE")),
        (2, other("444455556666", "DANG THI CUC")),
        (3, destination()),
    ] {
        shop.store.save_beneficiary(row(n, to, T0)).await.unwrap();
    }
    shop.accepted_payout(1, 1_000).await;
    shop.hears(1, "success", T0 + 10).await;
    let found = async |typed: &str| {
        let list = shop
            .store
            .list_beneficiaries(WORLD, Some(typed.to_owned()))
            .await
            .unwrap();
        assert_eq!(list.count, u64::try_from(list.rows.len()).unwrap());
        list.rows.iter().map(|row| row.id).collect::<Vec<_>>()
    };
    assert_eq!(found("").await, [3, 2, 1].map(id));
    assert_eq!(found("đặng").await, [id(2)]);
    assert_eq!(found("4444 5555 6666").await, [id(2)]);
    assert_eq!(found("lê văn bé 3333").await, [id(1)]);
    assert_eq!(found("cho dau moi").await.len(), 3);
    assert_eq!(found("vietcombank nguyen").await, [id(3)]);
    let elsewhere = shop
        .store
        .list_beneficiaries(Environment::Custom, None)
        .await
        .unwrap();
    assert_eq!((elsewhere.count, elsewhere.rows.len()), (0, 0));
}

#[tokio::test]
async fn a_list_is_never_longer_than_two_hundred() {
    let shop = Shop::open().await;
    let many: String = (0..250)
        .map(|n| {
            format!(
                "INSERT INTO beneficiary VALUES ('{}', 'practice', '161', NULL, 'VCB', '{n}', 'AN', '', 'an', ' an', 1, 1);",
                id(n)
            )
        })
        .collect();
    shop.raw(&many).unwrap();
    let list = shop.store.list_beneficiaries(WORLD, None).await.unwrap();
    assert_eq!((list.rows.len(), list.count), (200, 250));
}
