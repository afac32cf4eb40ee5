//! Table `setting`: small values by key, as JSON.

use crate::{Store, StoreError};
use rusqlite::OptionalExtension;
use serde::Serialize;
use serde::de::DeserializeOwned;

impl Store {
    /// The value under a key; `None` when there is none or it has another shape than asked for.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub async fn setting<T: DeserializeOwned>(&self, key: &'static str) -> Result<Option<T>, StoreError> {
        let text: Option<String> = self
            .read(move |db| {
                let mut select = db.prepare_cached("SELECT value FROM setting WHERE key = ?1")?;
                Ok(select.query_row([key], |row| row.get(0)).optional()?)
            })
            .await?;
        Ok(text.and_then(|text| {
            serde_json::from_str(&text)
                .inspect_err(
                    |error| tracing::warn!(key, %error, "a setting has an old shape and is left out"),
                )
                .ok()
        }))
    }

    /// Keeps a value under a key.
    ///
    /// # Errors
    /// [`StoreError`] when it could not be written.
    pub async fn set_setting<T: Serialize + Sync>(
        &self,
        key: &'static str,
        value: &T,
    ) -> Result<(), StoreError> {
        let text = serde_json::to_string(value)?;
        self.write(move |tx| {
            tx.prepare_cached("INSERT INTO setting (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value")?
                .execute((key, text))?;
            Ok(())
        })
        .await
    }
}

#[cfg(test)]
mod tests {
    use crate::test_support::Shop;

    #[tokio::test]
    async fn a_setting_reads_back_and_an_old_shape_is_none() {
        let Shop {
            store,
            folder: _folder,
        } = Shop::open().await;
        assert_eq!(store.setting::<String>("till.name").await.unwrap(), None);
        store.set_setting("till.name", &"Quầy 1").await.unwrap();
        store.set_setting("till.name", &"Quầy 2").await.unwrap();
        assert_eq!(
            store.setting::<String>("till.name").await.unwrap().as_deref(),
            Some("Quầy 2")
        );
        assert_eq!(store.setting::<u32>("till.name").await.unwrap(), None);
    }
}
