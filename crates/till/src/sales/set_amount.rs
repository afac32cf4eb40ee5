//! Records the bill while it is typed.

use super::view::{changed, of};
use crate::{Till, TillError, ids};
use contract::ErrorCode;
use contract::sale::{SaleAmountRequest, SaleView};

/// Records the bill, so that a restart and the customer display know it.
///
/// # Errors
/// `sale_busy` once money was asked for: the bill stands then; `sale_gone`; an amount that cannot be asked for.
pub async fn set_amount(till: &Till, request: SaleAmountRequest) -> Result<SaleView, TillError> {
    let _one_at_a_time = till.deciding.lock().await;
    let sale = of(till, ids::sale(&request.sale_id)?).await?;
    if let Some(amount) = request.amount {
        crate::amounts::check(amount)?;
    }
    if !till.store.payments_of_sale(sale.id).await?.is_empty() {
        return Err(ErrorCode::SaleBusy.into());
    }
    let sale = till.store.set_sale_amount(sale.id, request.amount).await?;
    changed(till, &sale).await
}
