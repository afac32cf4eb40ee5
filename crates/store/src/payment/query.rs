//! Looking up payments by id, sale, gateway id, and those to be watched.

use super::row::{self, SELECT};
use crate::column::readable;
use crate::{Store, StoreError};
use domain::{Environment, InstalmentStage, Method, Payment, PaymentId, SaleId, UnixMs};

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
            let mut select =
                db.prepare_cached(&format!("{} WHERE p.sale_id = ?1 ORDER BY p.place", *SELECT))?;
            Ok(readable(
                select.query_map([id.to_string()], row::read)?,
                "payment",
            )?)
        })
        .await
    }

    /// The payments of one method that the gateway has and that may still receive money, youngest first.
    ///
    /// Those that are fully paid, overpaid or late are settled and not among them, nor are instalment payments that ended without
    /// money. A transfer is asked for by the gateway's id, an instalment payment by our own reference.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub async fn watched_payments(
        &self,
        environment: Environment,
        method: Method,
        now: UnixMs,
    ) -> Result<Vec<Payment>, StoreError> {
        let condition = match method {
            Method::Transfer | Method::Invoice => {
                "p.gateway_id IS NOT NULL AND p.verdict IN ('unpaid', 'short', 'unknown')"
            }
            Method::Instalment => "i.state = 'done' AND p.verdict IN ('unpaid', 'unknown')",
        };
        self.read(move |db| {
            let mut select = db.prepare_cached(&format!(
                "{} WHERE p.environment = ?1 AND p.method = ?2 AND p.watched_until > ?3 AND {condition}
                 ORDER BY p.place DESC",
                row::select_by("payment_watched")
            ))?;
            let rows = select.query_map((environment.as_str(), method.as_str(), now), row::read)?;
            let mut payments = readable(rows, "payment")?;
            payments.retain(|payment| {
                !payment
                    .instalment_stage()
                    .is_some_and(InstalmentStage::has_failed)
            });
            Ok(payments)
        })
        .await
    }

    /// The transfers the gateway knows by these ids, those that exist, in no particular order.
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
                "{} WHERE p.environment = ?1 AND p.method = 'transfer' AND p.gateway_id IN (SELECT value FROM json_each(?2))",
                row::select_by("payment_by_gateway_id")
            ))?;
            Ok(readable(
                select.query_map((environment.as_str(), ids), row::read)?,
                "payment",
            )?)
        })
        .await
    }
}
