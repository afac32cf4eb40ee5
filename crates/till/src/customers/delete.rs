//! Deletes a customer.

use super::of;
use crate::{Till, TillError, books};
use contract::customer::CustomerRequest;

/// Takes a customer out of the book at once; the gateway is told as soon as the line allows.
///
/// # Errors
/// `customer_gone`; storage errors.
pub async fn delete(till: &Till, request: CustomerRequest) -> Result<(), TillError> {
    till.books.touch(till.clock.monotonic_ms());
    let customer = of(till, &request.customer_id).await?;
    till.store.delete_customer(customer.id, till.now()).await?;
    till.books.wanted.ring();
    books::tell(till).await
}
