//! One payout with its history.

use super::{of, view};
use crate::{Till, TillError, owner, payments};
use contract::payout::{PayoutDetailView, PayoutRequest};

/// The payout with everything that happened to it.
///
/// # Errors
/// `owner_locked`; `payout_gone`; storage errors.
pub async fn get(till: &Till, request: PayoutRequest) -> Result<PayoutDetailView, TillError> {
    owner::require_unlocked(till).await?;
    let payout = of(till, &request.payout_id).await?;
    let events = till.store.payout_events(payout.id).await?;
    Ok(PayoutDetailView {
        payout: view(till, &payout).await?,
        timeline: events.into_iter().map(payments::entry).collect(),
    })
}
