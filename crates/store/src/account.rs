//! Table `account`: the gateway's accounts as last fetched, and which one this till receives on.

use crate::column::{readable, word};
use crate::{Store, StoreError};
use domain::{AccountId, Environment, UnixMs};
use rusqlite::{OptionalExtension, Row};

/// What kind of account it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AccountKind {
    /// A real bank account.
    Master,
    /// A collecting number that leads to a master account.
    Virtual,
}

impl AccountKind {
    /// The word stored.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Master => "master",
            Self::Virtual => "virtual",
        }
    }

    fn from_stored(word: &str) -> Option<Self> {
        [Self::Master, Self::Virtual]
            .into_iter()
            .find(|known| known.as_str() == word)
    }
}

/// One account at the gateway.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// The gateway's id.
    pub id: AccountId,
    /// What kind it is.
    pub kind: AccountKind,
    /// The gateway's word for the bank.
    pub bank_code: Option<String>,
    /// The bank's 6-digit number in a VietQR.
    pub bank_bin: Option<String>,
    /// The account number.
    pub number: String,
    /// The holder's name.
    pub name: String,
    /// The account's own QR text, without an amount.
    pub static_qr: Option<String>,
    /// Whether this till receives on it. Ignored when a fetched list is stored.
    pub is_receiving: bool,
    /// When it was fetched.
    pub fetched_at: UnixMs,
}

impl Store {
    /// Stores a freshly fetched list in its order; the choice of the receiving account outlives it while that account exists.
    ///
    /// # Errors
    /// [`StoreError`] when it could not be written.
    pub async fn replace_accounts(
        &self,
        environment: Environment,
        accounts: Vec<Account>,
    ) -> Result<(), StoreError> {
        self.write(move |tx| {
            let world = environment.as_str();
            let chosen: Option<String> = tx
                .prepare_cached("SELECT id FROM account WHERE environment = ?1 AND is_receiving = 1")?
                .query_row([world], |row| row.get(0))
                .optional()?;
            tx.execute("DELETE FROM account WHERE environment = ?1", [world])?;
            let mut insert = tx.prepare_cached(
                "INSERT OR REPLACE INTO account (environment, id, kind, bank_code, bank_bin, number, name, static_qr, is_receiving, place, fetched_at)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
            )?;
            for (place, account) in (0i64..).zip(&accounts) {
                insert.execute((
                    world,
                    account.id.as_str(),
                    account.kind.as_str(),
                    &account.bank_code,
                    &account.bank_bin,
                    &account.number,
                    &account.name,
                    &account.static_qr,
                    chosen.as_deref() == Some(account.id.as_str()),
                    place,
                    account.fetched_at,
                ))?;
            }
            Ok(())
        })
        .await
    }

    /// The accounts in the gateway's order.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub async fn accounts(&self, environment: Environment) -> Result<Vec<Account>, StoreError> {
        self.read(move |db| {
            let mut select =
                db.prepare_cached("SELECT * FROM account WHERE environment = ?1 ORDER BY place")?;
            Ok(readable(
                select.query_map([environment.as_str()], read)?,
                "account",
            )?)
        })
        .await
    }

    /// Makes this till receive on an account.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such account; the choice stays as it was.
    pub async fn choose_receiving(&self, environment: Environment, id: AccountId) -> Result<(), StoreError> {
        self.write(move |tx| {
            let world = environment.as_str();
            tx.execute(
                "UPDATE account SET is_receiving = 0 WHERE environment = ?1",
                [world],
            )?;
            let changed = tx.execute(
                "UPDATE account SET is_receiving = 1 WHERE environment = ?1 AND id = ?2",
                (world, id.as_str()),
            )?;
            if changed == 1 {
                Ok(())
            } else {
                Err(StoreError::NotFound("account"))
            }
        })
        .await
    }

    /// The account this till receives on.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub async fn receiving_account(&self, environment: Environment) -> Result<Option<Account>, StoreError> {
        self.read(move |db| {
            let mut select =
                db.prepare_cached("SELECT * FROM account WHERE environment = ?1 AND is_receiving = 1")?;
            Ok(select.query_row([environment.as_str()], read).optional()?)
        })
        .await
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<Account> {
    Ok(Account {
        id: AccountId::new(row.get::<_, String>("id")?),
        kind: word(row, "kind", AccountKind::from_stored)?,
        bank_code: row.get("bank_code")?,
        bank_bin: row.get("bank_bin")?,
        number: row.get("number")?,
        name: row.get("name")?,
        static_qr: row.get("static_qr")?,
        is_receiving: row.get("is_receiving")?,
        fetched_at: row.get("fetched_at")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_support::{Shop, T0, WORLD};

    fn account(id: &str) -> Account {
        Account {
            id: AccountId::new(id),
            kind: AccountKind::Virtual,
            bank_code: Some("BIDV".to_owned()),
            bank_bin: Some("970418".to_owned()),
            number: "VQRQ0001".to_owned(),
            name: "QUAN CA PHE SONG".to_owned(),
            static_qr: None,
            is_receiving: false,
            fetched_at: T0,
        }
    }

    #[tokio::test]
    async fn the_choice_outlives_a_new_list_while_its_account_does() {
        let Shop {
            store,
            folder: _folder,
        } = Shop::open().await;
        store
            .replace_accounts(WORLD, vec![account("b"), account("a")])
            .await
            .unwrap();
        assert_eq!(store.receiving_account(WORLD).await.unwrap(), None);
        store.choose_receiving(WORLD, AccountId::new("a")).await.unwrap();
        store
            .replace_accounts(WORLD, vec![account("a"), account("c")])
            .await
            .unwrap();
        let chosen = store.receiving_account(WORLD).await.unwrap();
        assert_eq!(chosen.map(|account| account.id), Some(AccountId::new("a")));
        store
            .replace_accounts(WORLD, vec![account("c"), account("b")])
            .await
            .unwrap();
        assert_eq!(store.receiving_account(WORLD).await.unwrap(), None);
        assert_eq!(store.accounts(WORLD).await.unwrap(), [account("c"), account("b")]);
        assert!(store.accounts(Environment::Custom).await.unwrap().is_empty());
    }

    #[tokio::test]
    async fn a_choice_that_does_not_exist_leaves_the_last_one() {
        let Shop {
            store,
            folder: _folder,
        } = Shop::open().await;
        store.replace_accounts(WORLD, vec![account("a")]).await.unwrap();
        store.choose_receiving(WORLD, AccountId::new("a")).await.unwrap();
        let missing = store.choose_receiving(WORLD, AccountId::new("z")).await;
        assert_eq!(missing.unwrap_err().code(), "not_found");
        assert!(store.receiving_account(WORLD).await.unwrap().is_some());
    }
}
