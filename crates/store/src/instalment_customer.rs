//! Table `instalment_customer`: people who have paid in instalments here, so that their phone fills the form.

use crate::{Store, StoreError};
use domain::{Environment, InstalmentCustomer, UnixMs};
use rusqlite::{OptionalExtension, Row, Transaction};

impl Store {
    /// The customer with this phone, as the last decided payment named them.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub async fn instalment_customer(
        &self,
        environment: Environment,
        phone: String,
    ) -> Result<Option<InstalmentCustomer>, StoreError> {
        self.read(move |db| {
            Ok(db
                .prepare_cached("SELECT * FROM instalment_customer WHERE environment = ?1 AND phone = ?2")?
                .query_row((environment.as_str(), phone), read)
                .optional()?)
        })
        .await
    }
}

/// Keeps a customer; what was known of the phone before is replaced.
pub(crate) fn remember(
    tx: &Transaction<'_>,
    environment: Environment,
    customer: &InstalmentCustomer,
    at: UnixMs,
) -> Result<(), StoreError> {
    tx.prepare_cached(
        "INSERT OR REPLACE INTO instalment_customer (environment, phone, last_name, first_name, email, last_used_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute((
        environment.as_str(),
        &customer.phone,
        &customer.last_name,
        &customer.first_name,
        &customer.email,
        at,
    ))?;
    Ok(())
}

/// Also for rows of `instalment`, which spell a customer alike.
pub(crate) fn read(row: &Row<'_>) -> rusqlite::Result<InstalmentCustomer> {
    Ok(InstalmentCustomer {
        phone: row.get("phone")?,
        last_name: row.get("last_name")?,
        first_name: row.get("first_name")?,
        email: row.get("email")?,
    })
}
