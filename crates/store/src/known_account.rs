//! Table `known_account`: account numbers in QRs that a person has confirmed as the shop's own.

use crate::column::readable;
use crate::{Store, StoreError};
use domain::{AccountId, Environment, UnixMs};
use rusqlite::Row;

/// A bank and number that a person confirmed for a receiving account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownAccount {
    /// The receiving account whose QRs carry it.
    pub account_id: AccountId,
    /// The bank's 6-digit number.
    pub bin: String,
    /// The account number in the QR.
    pub number: String,
    /// When it was confirmed.
    pub confirmed_at: UnixMs,
}

impl Store {
    /// Remembers a confirmed number; the first confirmation counts.
    ///
    /// # Errors
    /// [`StoreError`] when it could not be written.
    pub async fn learn_account(
        &self,
        environment: Environment,
        known: KnownAccount,
    ) -> Result<(), StoreError> {
        self.write(move |tx| {
            tx.execute(
                "INSERT INTO known_account (environment, account_id, bin, number, confirmed_at)
                 VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING",
                (
                    environment.as_str(),
                    known.account_id.as_str(),
                    known.bin,
                    known.number,
                    known.confirmed_at,
                ),
            )?;
            Ok(())
        })
        .await
    }

    /// The confirmed numbers, oldest first.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub async fn known_accounts(&self, environment: Environment) -> Result<Vec<KnownAccount>, StoreError> {
        self.read(move |db| {
            let mut select = db
                .prepare_cached("SELECT * FROM known_account WHERE environment = ?1 ORDER BY confirmed_at")?;
            Ok(readable(
                select.query_map([environment.as_str()], read)?,
                "known_account",
            )?)
        })
        .await
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<KnownAccount> {
    Ok(KnownAccount {
        account_id: AccountId::new(row.get::<_, String>("account_id")?),
        bin: row.get("bin")?,
        number: row.get("number")?,
        confirmed_at: row.get("confirmed_at")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_support::{Shop, T0, WORLD};

    #[tokio::test]
    async fn the_first_confirmation_counts() {
        let Shop {
            store,
            folder: _folder,
        } = Shop::open().await;
        let known = |confirmed_at| KnownAccount {
            account_id: AccountId::new("a"),
            bin: "970418".to_owned(),
            number: "VQRQ0001".to_owned(),
            confirmed_at,
        };
        store.learn_account(WORLD, known(T0)).await.unwrap();
        store.learn_account(WORLD, known(T0 + 1)).await.unwrap();
        assert_eq!(store.known_accounts(WORLD).await.unwrap(), [known(T0)]);
    }
}
