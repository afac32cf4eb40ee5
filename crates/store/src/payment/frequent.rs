//! What a shop asks for most.

use crate::{Store, StoreError};
use domain::Environment;
use dong::Dong;

/// How far back habits count.
const LAST_PAYMENTS: i64 = 1_000;

impl Store {
    /// The amounts asked for more than once among the last thousand payments at the counter, most frequent first.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub async fn frequent_amounts(
        &self,
        environment: Environment,
        most: usize,
    ) -> Result<Vec<Dong>, StoreError> {
        self.read(move |db| {
            let mut select = db.prepare_cached(
                "SELECT amount FROM (SELECT amount, place FROM payment WHERE environment = ?1 AND method <> 'invoice' ORDER BY place DESC LIMIT ?2)
                 GROUP BY amount HAVING count(*) > 1 ORDER BY count(*) DESC, max(place) DESC LIMIT ?3",
            )?;
            let most = i64::try_from(most).map_err(StoreError::failed)?;
            let rows = select.query_map((environment.as_str(), LAST_PAYMENTS, most), |row| row.get(0).map(Dong::new))?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
        .await
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_support::{Shop, T0, WORLD};

    #[tokio::test]
    async fn habits_come_first_and_single_amounts_never() {
        let shop = Shop::open().await;
        for (n, amount) in (0u32..).zip([30_000, 85_000, 30_000, 12_345, 85_000, 85_000, 20_000, 20_000]) {
            shop.committed(n.into(), amount, "", T0 + i64::from(n)).await;
        }
        let frequent = shop.store.frequent_amounts(WORLD, 2).await.unwrap();
        assert_eq!(frequent, [85_000, 20_000].map(Dong::new));
        let other = shop
            .store
            .frequent_amounts(Environment::Production, 2)
            .await
            .unwrap();
        assert!(other.is_empty());
    }
}
