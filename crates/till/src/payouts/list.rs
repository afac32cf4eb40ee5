//! One page of payouts.

use super::view::{Known, standing_of};
use crate::{Till, TillError, owner};
use contract::payout::{PayoutListRequest, PayoutPage};
use contract::{ErrorCode, Time};
use store::PayoutFilter;

/// Rows of a page when the page does not say.
const USUAL_ROWS: u32 = 50;
/// The most of one page.
const MOST_ROWS: u32 = 200;
/// Longer searches are cut.
const MOST_SEARCH_CHARS: usize = 100;

/// The payouts that match, newest first.
///
/// # Errors
/// `owner_locked`; `bad_request` for a cursor or a moment that is none; storage errors.
pub async fn list(till: &Till, request: PayoutListRequest) -> Result<PayoutPage, TillError> {
    owner::require_unlocked(till).await?;
    let cursor = request
        .cursor
        .as_deref()
        .map(str::parse)
        .transpose()
        .map_err(|_| ErrorCode::BadRequest)?;
    let limit = request.limit.unwrap_or(USUAL_ROWS).clamp(1, MOST_ROWS);
    let search: Option<String> = request
        .search
        .map(|text| text.chars().take(MOST_SEARCH_CHARS).collect());
    let filter = PayoutFilter {
        environment: till.line().environment,
        search: search.filter(|text: &String| !text.trim().is_empty()),
        standings: request
            .standings
            .unwrap_or_default()
            .into_iter()
            .map(standing_of)
            .collect(),
        from: moment(request.from)?,
        to: moment(request.to)?,
    };
    let limit = usize::try_from(limit).unwrap_or(1);
    let page = till.store.list_payouts(filter, cursor, limit).await?;
    let known = Known::read(till).await?;
    let mut rows = Vec::with_capacity(page.rows.len());
    for payout in &page.rows {
        rows.push(known.view(till, payout));
    }
    Ok(PayoutPage {
        rows,
        next_cursor: page.next.map(|cursor| cursor.to_string()),
        count: page.count,
        succeeded: page.succeeded,
    })
}

fn moment(time: Option<Time>) -> Result<Option<i64>, TillError> {
    time.map(|time| time.to_ms().ok_or_else(|| ErrorCode::BadRequest.into()))
        .transpose()
}
