//! Opens a sale, or gives the empty one that is open already.

use super::view::view;
use crate::{Till, TillError, ids};
use contract::event::TillEvent;
use contract::sale::SaleView;
use domain::{PaymentId, Sale, SaleId};

/// Opens a sale, with the intent its first payment will carry.
///
/// # Errors
/// Storage errors.
pub async fn open(till: &Till) -> Result<SaleView, TillError> {
    let _one_at_a_time = till.deciding.lock().await;
    let sale = match untouched(till).await? {
        Some(sale) => sale,
        None => new(till).await?,
    };
    let view = view(till, &sale).await?;
    till.events.send(TillEvent::Sale { sale: view.clone() });
    Ok(view)
}

/// F6 twice must not leave a trail of empty sales.
async fn untouched(till: &Till) -> Result<Option<Sale>, TillError> {
    for sale in till.store.open_sales(till.line().environment).await? {
        let is_plain = sale.amount.is_none() && sale.name.is_empty() && sale.cash.is_zero();
        if is_plain && till.store.payments_of_sale(sale.id).await?.is_empty() {
            return Ok(Some(sale));
        }
    }
    Ok(None)
}

async fn new(till: &Till) -> Result<Sale, TillError> {
    let now = till.now();
    let environment = till.line().environment;
    let id = SaleId::new(ids::new(now));
    let sale = till.store.open_sale(id, environment, String::new(), now).await?;
    till.store
        .mint_draft(PaymentId::new(ids::new(now)), id, now)
        .await?;
    Ok(sale)
}
