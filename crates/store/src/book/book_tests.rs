//! What only products have.

use super::samples::{product, product_id};
use crate::test_support::{Shop, T0, WORLD};
use domain::{Environment, Product, ProductId};

async fn keys(shop: &Shop) -> Vec<Option<ProductId>> {
    let keys = shop.store.quick_keys(WORLD).await.unwrap();
    keys.into_iter()
        .map(|key| key.map(|product| product.id))
        .collect()
}

#[tokio::test]
async fn quick_keys_stay_where_they_were_put() {
    let shop = Shop::open().await;
    for n in 1..=3 {
        let new = product(n, &format!("SP-{n}"), "Cà phê");
        shop.store.save_product(new).await.unwrap();
    }
    let [first, second] = [1, 2].map(product_id);
    let wanted = vec![None, Some(second), None, Some(first)];
    shop.store.set_quick_keys(WORLD, wanted.clone()).await.unwrap();
    let shop = shop.reopen();
    assert_eq!(keys(&shop).await, wanted);
    // Saving knows nothing of keys.
    let saved = shop.store.product(first).await.unwrap();
    assert_eq!(saved.quick_key, Some(3));
    let saved = Product {
        quick_key: Some(9),
        ..saved
    };
    assert_eq!(shop.store.save_product(saved).await.unwrap().quick_key, Some(3));
    assert_eq!(keys(&shop).await, wanted);
    // Two change places in one go.
    let swapped = vec![Some(first), None, Some(second)];
    shop.store.set_quick_keys(WORLD, swapped.clone()).await.unwrap();
    assert_eq!(keys(&shop).await, swapped);
    shop.store.delete_product(second, T0).await.unwrap();
    assert_eq!(keys(&shop).await, [Some(first)]);
}

#[tokio::test]
async fn a_key_for_what_is_not_there_changes_nothing() {
    let shop = Shop::open().await;
    shop.store.save_product(product(1, "A", "Trà")).await.unwrap();
    let first = vec![Some(product_id(1))];
    shop.store.set_quick_keys(WORLD, first.clone()).await.unwrap();
    let missing = shop.store.set_quick_keys(WORLD, vec![Some(product_id(9))]).await;
    assert_eq!(missing.unwrap_err().code(), "not_found");
    let elsewhere = shop.store.set_quick_keys(Environment::Production, first.clone());
    assert_eq!(elsewhere.await.unwrap_err().code(), "not_found");
    assert_eq!(keys(&shop).await, first);
    let by_sku = shop.store.product_by_sku(WORLD, "A".to_owned()).await;
    assert_eq!(by_sku.unwrap().map(|product| product.id), Some(product_id(1)));
}
