//! Takes the missing rest in cash.

use super::view::{changed, of};
use crate::{Till, TillError, ids};
use contract::ErrorCode;
use contract::sale::{SaleCashRequest, SaleView};

/// Records the missing rest as paid in cash.
///
/// # Errors
/// `nothing_missing`; `missing_uncertain` when the gateway's sum is not known; `sale_busy` when the rest is another one by now.
pub async fn take_cash(till: &Till, request: SaleCashRequest) -> Result<SaleView, TillError> {
    let _one_at_a_time = till.deciding.lock().await;
    let sale = of(till, ids::sale(&request.sale_id)?).await?;
    let payments = till.store.payments_of_sale(sale.id).await?;
    let balance = sale.balance(&payments).ok_or(ErrorCode::AmountEmpty)?;
    if balance.is_uncertain {
        return Err(ErrorCode::MissingUncertain.into());
    }
    if balance.missing.is_zero() {
        return Err(ErrorCode::NothingMissing.into());
    }
    if balance.missing != request.amount {
        return Err(ErrorCode::SaleBusy.into());
    }
    let sale = till.store.add_cash(sale.id, request.amount).await?;
    changed(till, &sale).await
}
