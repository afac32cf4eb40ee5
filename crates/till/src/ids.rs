//! New ids, and ids that come from the page.

use crate::TillError;
use contract::ErrorCode;
use domain::{CustomerId, PaymentId, ProductId, SaleId, UnixMs};
use uuid::{NoContext, Timestamp, Uuid};

/// A new UUIDv7 of this moment.
pub(crate) fn new(now: UnixMs) -> Uuid {
    let ms = u64::try_from(now).unwrap_or_default();
    let nanos = u32::try_from(ms % 1_000)
        .unwrap_or_default()
        .saturating_mul(1_000_000);
    Uuid::new_v7(Timestamp::from_unix(NoContext, ms / 1_000, nanos))
}

/// A sale's id from the page.
pub(crate) fn sale(text: &str) -> Result<SaleId, TillError> {
    text.parse().map_err(|_| ErrorCode::SaleGone.into())
}

/// A payment's id from the page.
pub(crate) fn payment(text: &str) -> Result<PaymentId, TillError> {
    text.parse().map_err(|_| ErrorCode::PaymentGone.into())
}

/// A customer's id from the page.
pub(crate) fn customer(text: &str) -> Result<CustomerId, TillError> {
    text.parse().map_err(|_| ErrorCode::CustomerGone.into())
}

/// A product's id from the page.
pub(crate) fn product(text: &str) -> Result<ProductId, TillError> {
    text.parse().map_err(|_| ErrorCode::ProductGone.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn later_ids_sort_later() {
        assert!(new(1_795_239_000_123) < new(1_795_239_000_124));
        assert_eq!(new(1_795_239_000_123).get_version_num(), 7);
    }
}
