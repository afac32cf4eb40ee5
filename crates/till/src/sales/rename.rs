//! Gives a sale a name or table.

use super::view::changed;
use crate::{Till, TillError, ids};
use contract::ErrorCode;
use contract::sale::{SaleRenameRequest, SaleView};
use domain::text;

/// A name on the sales strip.
const MOST_CHARS: usize = 40;

/// Names the sale.
///
/// # Errors
/// `text_refused` when it is too long, `sale_gone`.
pub async fn rename(till: &Till, request: SaleRenameRequest) -> Result<SaleView, TillError> {
    let name = text::clean(&request.name, MOST_CHARS + 1);
    if name.chars().count() > MOST_CHARS {
        return Err(ErrorCode::TextRefused.into());
    }
    let sale = super::view::of(till, ids::sale(&request.sale_id)?).await?;
    let sale = till.store.rename_sale(sale.id, name).await?;
    changed(till, &sale).await
}
