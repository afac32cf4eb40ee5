//! Searches the book.

use super::view::view;
use crate::{Till, TillError, owner, payouts};
use contract::payout::{BeneficiaryListRequest, BeneficiaryListView};

/// Longer searches are cut.
const MOST_SEARCH_CHARS: usize = 100;

/// The rows that match, those paid last first.
///
/// # Errors
/// `owner_locked`; storage errors.
pub async fn list(till: &Till, request: BeneficiaryListRequest) -> Result<BeneficiaryListView, TillError> {
    owner::require_unlocked(till).await?;
    let search: Option<String> = request
        .search
        .map(|text| text.chars().take(MOST_SEARCH_CHARS).collect());
    let found = till
        .store
        .list_beneficiaries(till.line().environment, search)
        .await?;
    let banks = payouts::all_banks(till).await?;
    Ok(BeneficiaryListView {
        rows: found.rows.iter().map(|row| view(row, &banks)).collect(),
        count: found.count,
    })
}
