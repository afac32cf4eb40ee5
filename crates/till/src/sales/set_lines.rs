//! Puts products on a sale.

use super::view::{changed, of};
use crate::{Till, TillError, ids};
use contract::ErrorCode;
use contract::sale::{SaleLineView, SaleLinesRequest, SaleView};
use domain::sale::lines_total;
use domain::{SaleLine, text};

/// More lines than a person puts on one bill.
const MOST_LINES: usize = 500;
/// Longer names and units are cut.
const MOST_CHARS: usize = 200;

/// Puts products on a sale in place of those that were there; the bill is their sum, and none without products. Prices are taken as
/// they are: at the counter they include the tax.
///
/// # Errors
/// `sale_busy` once money was asked for: the bill stands then; `sale_gone`; `lines_refused`, `quantity_refused`, `text_refused` for
/// a line without a name, `product_gone` for an id that is none, and what [`crate::amounts`] refuses.
pub async fn set_lines(till: &Till, request: SaleLinesRequest) -> Result<SaleView, TillError> {
    let _one_at_a_time = till.deciding.lock().await;
    let sale = of(till, ids::sale(&request.sale_id)?).await?;
    let lines = read(request.lines)?;
    if !till.store.payments_of_sale(sale.id).await?.is_empty() {
        return Err(ErrorCode::SaleBusy.into());
    }
    let sale = till.store.set_sale_lines(sale.id, lines).await?;
    changed(till, &sale).await
}

fn read(typed: Vec<SaleLineView>) -> Result<Vec<SaleLine>, TillError> {
    if typed.len() > MOST_LINES {
        return Err(ErrorCode::LinesRefused.into());
    }
    let lines: Vec<SaleLine> = typed.into_iter().map(line).collect::<Result<_, _>>()?;
    let total = lines_total(&lines).ok_or(ErrorCode::AmountTooLarge)?;
    if !lines.is_empty() {
        crate::amounts::check(total)?;
    }
    Ok(lines)
}

fn line(typed: SaleLineView) -> Result<SaleLine, TillError> {
    if typed.quantity <= 0 {
        return Err(ErrorCode::QuantityRefused.into());
    }
    if typed.unit_price.is_negative() {
        return Err(ErrorCode::AmountNegative.into());
    }
    let name = text::clean(&typed.name, MOST_CHARS);
    if name.is_empty() {
        return Err(ErrorCode::TextRefused.into());
    }
    Ok(SaleLine {
        product_id: typed.product_id.as_deref().map(ids::product).transpose()?,
        name,
        unit: text::clean(&typed.unit, MOST_CHARS),
        quantity: typed.quantity,
        unit_price: typed.unit_price,
    })
}
