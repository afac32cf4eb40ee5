//! Asks the gateway for money.

use super::running::running;
use super::{of, view};
use crate::journal::{self, Wanted};
use crate::{Till, TillError, amounts, ids, sales};
use contract::ErrorCode;
use contract::payment::{PaymentCreateRequest, PaymentView};
use domain::{Payment, PaymentId, Sale};
use dong::Dong;
use store::StoreError;

/// Asks for money under the intent of the form. The same intent asked again gives the same payment.
///
/// # Errors
/// Before anything is written: an amount that cannot be asked for, no receiving account, no keys, no sale, money asked for already
/// (`sale_busy`), an open answer (`missing_uncertain`). After that the payment itself tells what became of it.
pub async fn create(till: &Till, request: PaymentCreateRequest) -> Result<PaymentView, TillError> {
    let amount = amounts::check(request.amount)?;
    let id = ids::payment(&request.intent_id)?;
    let deciding = till.deciding.lock().await;
    match till.store.payment(id).await {
        Ok(_) => {
            drop(deciding);
            return view(till, &of(till, &request.intent_id).await?).await;
        }
        Err(StoreError::NotFound(_)) => {}
        Err(error) => return Err(error.into()),
    }
    let sale = sales::of(till, ids::sale(&request.sale_id)?).await?;
    check_form(till, &sale, id).await?;
    let payments = till.store.payments_of_sale(sale.id).await?;
    if payments.is_empty() {
        till.store.set_sale_amount(sale.id, Some(amount)).await?;
    } else {
        check_missing(&sale, &payments, amount, till.now())?;
    }
    let wanted = Wanted {
        id,
        amount,
        in_place_of: None,
    };
    let payment = journal::ask(till, deciding, &sale, wanted).await?;
    view(till, &payment).await
}

/// The form's intent must be one that was made for this sale.
pub(crate) async fn check_form(till: &Till, sale: &Sale, id: PaymentId) -> Result<(), TillError> {
    match till.store.intent(id).await {
        Ok(intent) if intent.sale_id == Some(sale.id) => Ok(()),
        Ok(_) | Err(StoreError::NotFound(_)) => Err(ErrorCode::BadRequest.into()),
        Err(error) => Err(error.into()),
    }
}

/// A further payment of a sale is for what is missing, and nothing else runs.
pub(crate) fn check_missing(
    sale: &Sale,
    payments: &[Payment],
    amount: Dong,
    now: i64,
) -> Result<(), TillError> {
    let balance = sale.balance(payments).ok_or(ErrorCode::SaleBusy)?;
    if balance.is_uncertain {
        return Err(ErrorCode::MissingUncertain.into());
    }
    if balance.missing != amount || running(payments, now).is_some() {
        return Err(ErrorCode::SaleBusy.into());
    }
    Ok(())
}
