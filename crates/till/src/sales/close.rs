//! Finishes a sale.

use super::view::{of, view};
use crate::{Till, TillError, ids, journal};
use contract::ErrorCode;
use contract::event::TillEvent;
use contract::sale::SaleCloseRequest;
use domain::{IntentState, Sale};

/// Finishes the sale. What is still open at the gateway stays watched, what never left is dropped.
///
/// # Errors
/// `sale_busy` when money is missing or an answer is open and the cashier did not accept that.
pub async fn close(till: &Till, request: SaleCloseRequest) -> Result<(), TillError> {
    let _one_at_a_time = till.deciding.lock().await;
    let sale = of(till, ids::sale(&request.sale_id)?).await?;
    let seen = view(till, &sale).await?;
    let is_empty = seen.payments.is_empty() && seen.cash.is_zero();
    if !seen.is_settled && !is_empty && !request.accepts_open {
        return Err(ErrorCode::SaleBusy.into());
    }
    drop_what_never_left(till, &sale).await?;
    till.store.close_sale(sale.id, till.now()).await?;
    till.events.send(TillEvent::SaleClosed {
        sale_id: sale.id.to_string(),
    });
    let was_in_front = till.focused() == Some(sale.id);
    if was_in_front {
        till.set_focused(None);
    }
    crate::display::thank(till, was_in_front && seen.is_settled).await
}

async fn drop_what_never_left(till: &Till, sale: &Sale) -> Result<(), TillError> {
    for payment in till.store.payments_of_sale(sale.id).await? {
        if payment.intent == IntentState::Committed {
            journal::withdraw(till, payment.id).await?;
        }
    }
    Ok(())
}
