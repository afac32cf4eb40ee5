//! What a product costs at the counter.

use crate::books::codes::{self, Codes};
use crate::books::line;
use crate::{Till, TillError};
use contract::ErrorCode;
use contract::product::{ProductPriceRequest, ProductPriceView};
use domain::product::counter_price;
use dong::Dong;

/// What a price comes to at the counter with a tax, for a product that is being entered.
///
/// # Errors
/// `amount_negative`; storage errors.
pub async fn price(till: &Till, request: ProductPriceRequest) -> Result<ProductPriceView, TillError> {
    if request.sale_price.is_negative() {
        return Err(ErrorCode::AmountNegative.into());
    }
    let codes = codes::of(till).await?;
    let counter_price = at_counter(request.sale_price, &line(&request.sale_tax), &codes);
    Ok(ProductPriceView { counter_price })
}

/// The price with the tax that the code names. One beyond what can be counted is so high that no bill takes it.
pub(super) fn at_counter(before_tax: Dong, tax_code: &str, codes: &Codes) -> Dong {
    counter_price(before_tax, codes.rate_of(tax_code)).unwrap_or(Dong::MAX)
}
