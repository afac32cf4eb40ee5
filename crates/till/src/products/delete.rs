//! Deletes a product.

use super::of;
use crate::{Till, TillError, books};
use contract::product::ProductRequest;

/// Takes a product out of the book at once; the gateway is told as soon as the line allows.
///
/// # Errors
/// `product_gone`; storage errors.
pub async fn delete(till: &Till, request: ProductRequest) -> Result<(), TillError> {
    till.books.touch(till.clock.monotonic_ms());
    let product = of(till, &request.product_id).await?;
    till.store.delete_product(product.id, till.now()).await?;
    till.books.wanted.ring();
    books::tell(till).await
}
