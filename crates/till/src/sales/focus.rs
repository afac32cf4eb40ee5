//! Puts a sale in front: the customer display follows it.

use crate::{Till, TillError, ids};
use contract::sale::SaleFocusRequest;

/// Puts the sale in front, or none.
///
/// # Errors
/// Storage errors.
pub async fn focus(till: &Till, request: SaleFocusRequest) -> Result<(), TillError> {
    let sale = request.sale_id.as_deref().map(ids::sale).transpose()?;
    till.set_focused(sale);
    crate::display::refresh(till).await
}
