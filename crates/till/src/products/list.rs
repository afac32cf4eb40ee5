//! One page of products.

use super::{MOST_SEARCH_CHARS, view};
use crate::books::{codes, shown_states};
use crate::{Till, TillError};
use contract::ErrorCode;
use contract::product::{ProductListRequest, ProductPage};
use store::ProductFilter;

/// Rows of a page when the page does not say.
const USUAL_ROWS: u32 = 50;

/// The products that match, by name; one that was named exactly comes first.
///
/// # Errors
/// `bad_request` for a cursor that is none; storage errors.
pub async fn list(till: &Till, request: ProductListRequest) -> Result<ProductPage, TillError> {
    till.books.touch(till.clock.monotonic_ms());
    let cursor = request
        .cursor
        .as_deref()
        .map(str::parse)
        .transpose()
        .map_err(|_| ErrorCode::BadRequest)?;
    let search = request
        .search
        .map(|text| text.chars().take(MOST_SEARCH_CHARS).collect());
    let filter = ProductFilter {
        environment: till.line().environment,
        search,
        states: shown_states(request.needs_attention),
    };
    let limit = usize::try_from(request.limit.unwrap_or(USUAL_ROWS)).unwrap_or(1);
    let page = till.store.find_products(filter.clone(), cursor, limit).await?;
    let count = till.store.count_products(filter).await?;
    let codes = codes::of(till).await?;
    Ok(ProductPage {
        rows: page.rows.iter().map(|product| view(product, &codes)).collect(),
        next_cursor: page.next.map(|cursor| cursor.to_string()),
        count: u32::try_from(count).unwrap_or(u32::MAX),
    })
}
