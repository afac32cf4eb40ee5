//! One page of invoices, with the drafts.

use super::view::{draft_row, row, standing_of_page};
use crate::books::codes;
use crate::{Till, TillError};
use contract::ErrorCode;
use contract::invoice::{InvoiceListRequest, InvoicePage};
use store::InvoiceFilter;

/// Rows of a page when the page does not say.
const USUAL_ROWS: u32 = 50;
/// Longer searches are cut.
const MOST_SEARCH_CHARS: usize = 100;

/// The invoices that match, newest first, and what all that match come to. The drafts come with the first page of an unfiltered list.
///
/// # Errors
/// `bad_request` for a cursor that is none; storage errors.
pub async fn list(till: &Till, request: InvoiceListRequest) -> Result<InvoicePage, TillError> {
    let environment = till.line().environment;
    let now = till.now();
    let cursor = request
        .cursor
        .as_deref()
        .map(str::parse)
        .transpose()
        .map_err(|_| ErrorCode::BadRequest)?;
    let limit = usize::try_from(request.limit.unwrap_or(USUAL_ROWS)).unwrap_or(1);
    let search: Option<String> = request
        .search
        .map(|text| text.chars().take(MOST_SEARCH_CHARS).collect())
        .filter(|text: &String| !text.trim().is_empty());
    let standings = request.standings.unwrap_or_default();
    let is_plain = cursor.is_none() && search.is_none() && standings.is_empty();
    let filter = InvoiceFilter {
        search,
        states: standings.into_iter().map(standing_of_page).collect(),
        ..InvoiceFilter::all(environment, now)
    };
    let page = till.store.list_invoices(filter.clone(), cursor, limit).await?;
    let totals = till.store.total_invoices(filter).await?;
    let codes = codes::of(till).await?;
    let drafts = if is_plain {
        till.store.invoice_drafts(environment).await?
    } else {
        Vec::new()
    };
    Ok(InvoicePage {
        rows: page
            .rows
            .iter()
            .filter_map(|listed| row(&listed.payment, now))
            .collect(),
        next_cursor: page.next.map(|cursor| cursor.to_string()),
        count: u32::try_from(totals.count).unwrap_or(u32::MAX),
        asked: totals.asked,
        received: totals.received,
        drafts: drafts.iter().map(|draft| draft_row(draft, &codes)).collect(),
    })
}
