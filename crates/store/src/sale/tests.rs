//! Sales keep what they are told.

use super::*;
use crate::test_support::{Shop, T0, WORLD, payment_id, sale_id};

#[tokio::test]
async fn numbers_run_within_each_world() {
    let shop = Shop::open().await;
    let number = async |n, world| {
        let sale = shop.store.open_sale(sale_id(n), world, String::new(), T0).await;
        sale.unwrap().number
    };
    assert_eq!(number(2, WORLD).await, 2);
    assert_eq!(number(3, Environment::Production).await, 1);
    assert_eq!(number(4, WORLD).await, 3);
}

#[tokio::test]
async fn a_sale_keeps_what_it_is_told_until_it_is_closed() {
    let shop = Shop::open().await;
    shop.store
        .set_sale_amount(sale_id(1), Some(Dong::new(200_000)))
        .await
        .unwrap();
    shop.store.add_cash(sale_id(1), Dong::new(50_000)).await.unwrap();
    shop.store.add_cash(sale_id(1), Dong::new(-20_000)).await.unwrap();
    let shop = shop.reopen();
    let open = shop.store.open_sales(WORLD).await.unwrap();
    assert_eq!(
        (open[0].amount, open[0].cash),
        (Some(Dong::new(200_000)), Dong::new(30_000))
    );
    assert_eq!(
        shop.store.close_sale(sale_id(1), T0 + 1).await.unwrap().closed_at,
        Some(T0 + 1)
    );
    assert_eq!(
        shop.store.close_sale(sale_id(1), T0 + 2).await.unwrap().closed_at,
        Some(T0 + 1)
    );
    assert!(shop.store.open_sales(WORLD).await.unwrap().is_empty());
    let known = shop.store.sales(vec![sale_id(1), sale_id(9)]).await.unwrap();
    assert_eq!(known.len(), 1);
}

#[tokio::test]
async fn lines_are_the_bill() {
    let shop = Shop::open().await;
    let line = |quantity, price| SaleLine {
        product_id: None,
        name: "Cà phê sữa đá".to_owned(),
        unit: "ly".to_owned(),
        quantity,
        unit_price: Dong::new(price),
    };
    let lines = vec![line(3, 25_000), line(1, 18_000)];
    let sale = shop
        .store
        .set_sale_lines(sale_id(1), lines.clone())
        .await
        .unwrap();
    assert_eq!(sale.amount, Some(Dong::new(93_000)));
    let shop = shop.reopen();
    assert_eq!(shop.store.sale(sale_id(1)).await.unwrap().lines, lines);
    let much = vec![line(2, Dong::MAX.get())];
    let refused = shop.store.set_sale_lines(sale_id(1), much).await;
    assert_eq!(refused.unwrap_err().code(), "storage_failed");
    let empty = shop.store.set_sale_lines(sale_id(1), Vec::new()).await.unwrap();
    assert_eq!((empty.amount, empty.lines), (None, Vec::new()));
    let missing = shop.store.set_sale_lines(sale_id(9), lines).await;
    assert_eq!(missing.unwrap_err().code(), "not_found");
}

#[tokio::test]
async fn a_sale_that_does_not_exist_is_said_so() {
    let shop = Shop::open().await;
    let missing = shop.store.rename_sale(sale_id(9), "x".to_owned()).await;
    assert_eq!(missing.unwrap_err().code(), "not_found");
    let draft = shop.store.mint_draft(payment_id(1), sale_id(9), T0).await;
    assert_eq!(draft.unwrap_err().code(), "not_found");
}

#[tokio::test]
async fn a_draft_survives_a_restart() {
    let shop = Shop::open().await;
    shop.store
        .mint_draft(payment_id(1), sale_id(1), T0)
        .await
        .unwrap();
    let shop = shop.reopen();
    assert_eq!(
        shop.store.draft_of_sale(sale_id(1)).await.unwrap(),
        Some(payment_id(1))
    );
}
