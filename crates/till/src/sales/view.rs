//! A sale as the page shows it.

use crate::{Till, TillError, ids, payments};
use contract::event::TillEvent;
use contract::payment::{PaymentPhase, PaymentView};
use contract::sale::{SaleLineView, SaleView};
use contract::{ErrorCode, Time};
use domain::{Payment, PaymentId, Sale, SaleBalance, SaleId, SaleLine};
use dong::Dong;

/// The open sale with this id.
pub(crate) async fn of(till: &Till, id: SaleId) -> Result<Sale, TillError> {
    match till.store.sale(id).await {
        Ok(sale) if sale.closed_at.is_none() && sale.environment == till.line().environment => Ok(sale),
        Ok(_) | Err(store::StoreError::NotFound(_)) => Err(ErrorCode::SaleGone.into()),
        Err(error) => Err(error.into()),
    }
}

/// A sale with its payments.
pub(crate) async fn view(till: &Till, sale: &Sale) -> Result<SaleView, TillError> {
    let payments = newest_first(till, sale.id).await?;
    let shown = payments::views(till, sale, &payments).await?;
    let next = next_intent(till, sale).await?;
    Ok(compose(sale, &payments, shown, next))
}

/// Tells everybody that a sale changed, as it is by now.
pub(crate) async fn changed(till: &Till, sale: &Sale) -> Result<SaleView, TillError> {
    let _one_at_a_time = till.telling.lock().await;
    let sale = till.store.sale(sale.id).await?;
    let view = view(till, &sale).await?;
    if sale.closed_at.is_none() && sale.environment == till.line().environment {
        till.events.send(TillEvent::Sale { sale: view.clone() });
        crate::display::refresh(till).await?;
    }
    Ok(view)
}

/// The open sales as the page shows them, oldest first.
pub(crate) async fn open_views(till: &Till) -> Result<Vec<SaleView>, TillError> {
    let mut views = Vec::new();
    for sale in till.store.open_sales(till.line().environment).await? {
        views.push(view(till, &sale).await?);
    }
    Ok(views)
}

/// The open sale with these payments, for the customer display.
pub(crate) async fn open_with_payments(
    till: &Till,
    id: SaleId,
) -> Result<Option<(Sale, Vec<Payment>)>, TillError> {
    match of(till, id).await {
        Ok(sale) => Ok(Some((sale, newest_first(till, id).await?))),
        Err(TillError::Refused(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

async fn newest_first(till: &Till, id: SaleId) -> Result<Vec<Payment>, TillError> {
    let mut payments = till.store.payments_of_sale(id).await?;
    payments.reverse();
    Ok(payments)
}

/// The intent of the open form; the one before it may have been used up.
async fn next_intent(till: &Till, sale: &Sale) -> Result<PaymentId, TillError> {
    if let Some(draft) = till.store.draft_of_sale(sale.id).await? {
        return Ok(draft);
    }
    let now = till.now();
    let id = PaymentId::new(ids::new(now));
    if sale.closed_at.is_none() {
        till.store.mint_draft(id, sale.id, now).await?;
    }
    Ok(id)
}

fn compose(sale: &Sale, payments: &[Payment], shown: Vec<PaymentView>, next: PaymentId) -> SaleView {
    let empty = SaleBalance {
        received: sale.cash,
        missing: Dong::ZERO,
        give_back: Dong::ZERO,
        is_uncertain: false,
    };
    let balance = sale.balance(payments);
    let is_clear = shown.iter().all(|payment| !is_waiting(payment));
    let is_settled = is_clear && balance.is_some_and(|sum| sum.missing.is_zero() && !sum.is_uncertain);
    let SaleBalance {
        received,
        missing,
        give_back,
        is_uncertain,
    } = balance.unwrap_or(empty);
    SaleView {
        id: sale.id.to_string(),
        number: u32::try_from(sale.number).unwrap_or(u32::MAX),
        name: sale.name.clone(),
        amount: sale.amount,
        lines: lines_of_bill(sale).iter().map(line).collect(),
        received,
        cash: sale.cash,
        missing,
        give_back,
        is_uncertain,
        is_settled,
        payments: shown,
        next_intent_id: next.to_string(),
        opened_at: Time::from_ms(sale.opened_at),
        closed_at: sale.closed_at.map(Time::from_ms),
    }
}

/// What the bill consists of: nothing once another sum was entered in its place.
pub(crate) fn lines_of_bill(sale: &Sale) -> &[SaleLine] {
    if sale.amount.is_some() && sale.lines_total() == sale.amount {
        &sale.lines
    } else {
        &[]
    }
}

fn line(line: &SaleLine) -> SaleLineView {
    SaleLineView {
        product_id: line.product_id.map(|id| id.to_string()),
        name: line.name.clone(),
        unit: line.unit.clone(),
        quantity: line.quantity,
        unit_price: line.unit_price,
    }
}

/// Whether a payment's request has no clear answer yet.
const fn is_waiting(payment: &PaymentView) -> bool {
    matches!(payment.phase, PaymentPhase::Sending | PaymentPhase::LookingUp)
}
