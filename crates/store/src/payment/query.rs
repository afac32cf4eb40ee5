//! Looking up payments by id, sale, gateway id, and those to be watched.

use super::row::{self, SELECT};
use crate::column::readable;
use crate::{Store, StoreError};
use domain::{Environment, Payment, PaymentId, SaleId, UnixMs};

impl Store {
    /// One payment.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such payment.
    pub async fn payment(&self, id: PaymentId) -> Result<Payment, StoreError> {
        self.read(move |db| row::one(db, id)).await
    }

    /// The payments of a sale, oldest first.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub async fn payments_of_sale(&self, id: SaleId) -> Result<Vec<Payment>, StoreError> {
        self.read(move |db| {
            let mut select = db.prepare_cached(&format!("{SELECT} WHERE p.sale_id = ?1 ORDER BY p.place"))?;
            Ok(readable(
                select.query_map([id.to_string()], row::read)?,
                "payment",
            )?)
        })
        .await
    }

    /// The payments the gateway has and that may still receive money, youngest first.
    ///
    /// Those that are fully paid, overpaid or late are settled and not among them.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub async fn watched_payments(
        &self,
        environment: Environment,
        now: UnixMs,
    ) -> Result<Vec<Payment>, StoreError> {
        self.read(move |db| {
            let mut select = db.prepare_cached(&format!(
                "{SELECT} WHERE p.environment = ?1 AND p.watched_until > ?2 AND p.gateway_id IS NOT NULL
                   AND p.verdict IN ('unpaid', 'short', 'unknown')
                 ORDER BY p.place DESC"
            ))?;
            Ok(readable(
                select.query_map((environment.as_str(), now), row::read)?,
                "payment",
            )?)
        })
        .await
    }

    /// The payments the gateway knows by these ids, those that exist, in no particular order.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub async fn payments_by_gateway_ids(
        &self,
        environment: Environment,
        gateway_ids: Vec<String>,
    ) -> Result<Vec<Payment>, StoreError> {
        self.read(move |db| {
            let ids = serde_json::to_string(&gateway_ids)?;
            let mut select = db.prepare_cached(&format!(
                "{SELECT} WHERE p.environment = ?1 AND p.gateway_id IN (SELECT value FROM json_each(?2))"
            ))?;
            Ok(readable(
                select.query_map((environment.as_str(), ids), row::read)?,
                "payment",
            )?)
        })
        .await
    }
}
