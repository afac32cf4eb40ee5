//! The product of a scanned code.

use super::view;
use crate::books::codes;
use crate::{Till, TillError};
use contract::product::{ProductCodeRequest, ProductView};

/// The product with exactly this SKU or barcode, if there is one.
///
/// # Errors
/// Storage errors.
pub async fn by_code(till: &Till, request: ProductCodeRequest) -> Result<Option<ProductView>, TillError> {
    till.books.touch(till.clock.monotonic_ms());
    let code = request.code.trim().to_owned();
    let found = till.store.product_by_sku(till.line().environment, code).await?;
    let codes = codes::of(till).await?;
    Ok(found.as_ref().map(|product| view(product, &codes)))
}
