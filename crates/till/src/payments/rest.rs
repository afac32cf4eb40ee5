//! Makes a payment for what is missing in a sale.

use super::running::running;
use super::{draft, view};
use crate::journal::{self, Wanted};
use crate::{Till, TillError, ids, sales};
use contract::ErrorCode;
use contract::payment::PaymentView;
use contract::sale::SaleRequest;

/// Asks for the missing rest. While such a QR runs already, gives that one.
///
/// # Errors
/// `nothing_missing`; `missing_uncertain` when the gateway's sum is not known; otherwise as for a new payment.
pub async fn rest(till: &Till, request: SaleRequest) -> Result<PaymentView, TillError> {
    let deciding = till.deciding.lock().await;
    let sale = sales::of(till, ids::sale(&request.sale_id)?).await?;
    let payments = till.store.payments_of_sale(sale.id).await?;
    let balance = sale.balance(&payments).ok_or(ErrorCode::AmountEmpty)?;
    if let Some(running) = running(&payments, till.now()) {
        return view(till, running).await;
    }
    if balance.is_uncertain {
        return Err(ErrorCode::MissingUncertain.into());
    }
    if balance.missing.is_zero() {
        return Err(ErrorCode::NothingMissing.into());
    }
    let wanted = Wanted {
        id: draft(till, sale.id).await?,
        amount: crate::amounts::check(balance.missing)?,
        in_place_of: None,
    };
    let payment = journal::ask(till, deciding, &sale, wanted).await?;
    view(till, &payment).await
}
