//! Asks the gateway for money.

use super::view;
use crate::journal::{self, Wanted};
use crate::{Till, TillError, amounts, ids, sales};
use contract::ErrorCode;
use contract::payment::{PaymentCreateRequest, PaymentView};

/// Asks for money under the intent of the form. The same intent asked again gives the same payment.
///
/// # Errors
/// Before anything is written: an amount that cannot be asked for, no receiving account, no keys, no sale. After that the payment
/// itself tells what became of it.
pub async fn create(till: &Till, request: PaymentCreateRequest) -> Result<PaymentView, TillError> {
    let amount = amounts::check(request.amount)?;
    let id = ids::payment(&request.intent_id)?;
    if let Ok(payment) = till.store.payment(id).await {
        return view(till, &payment).await;
    }
    let sale = sales::of(till, ids::sale(&request.sale_id)?).await?;
    let payments = till.store.payments_of_sale(sale.id).await?;
    if payments.is_empty() {
        till.store.set_sale_amount(sale.id, Some(amount)).await?;
    } else if sale
        .balance(&payments)
        .is_none_or(|balance| balance.missing != amount)
    {
        return Err(ErrorCode::SaleBusy.into());
    }
    let payment = journal::ask(
        till,
        &sale,
        Wanted {
            id,
            amount,
            in_place_of: None,
        },
    )
    .await?;
    view(till, &payment).await
}
