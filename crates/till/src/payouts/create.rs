//! Makes the payout that was read back: exactly that, once.

use super::{of, view};
use crate::{Till, TillError, journal, owner};
use contract::ErrorCode;
use contract::payout::{PayoutCreateRequest, PayoutView};
use domain::PayoutId;
use store::StoreError;
use vault::Who;

/// Decides it. The same id again gives the same payout, whoever asks and however often.
///
/// # Errors
/// `owner_locked`; the PIN's errors; `read_back_gone`; `payout_over_limit`, `payout_over_day`; no keys; storage errors. After it was
/// written down the payout itself tells what became of it.
pub async fn create(till: &Till, request: PayoutCreateRequest) -> Result<PayoutView, TillError> {
    owner::require_unlocked(till).await?;
    let id: PayoutId = request.payout_id.parse().map_err(|_| ErrorCode::ReadBackGone)?;
    owner::verify(till, Who::Owner, &request.pin).await?;
    let deciding = till.payouts.deciding.lock().await;
    match till.store.payout(id).await {
        Ok(_) => {
            drop(deciding);
            let payout = of(till, &request.payout_id).await?;
            return view(till, &payout).await;
        }
        Err(StoreError::NotFound(_)) => {}
        Err(error) => return Err(error.into()),
    }
    let line = till.line();
    line.require(domain::Gateway::FinanOne)?;
    let prepared = till
        .payouts
        .prepared(id, line.environment, till.clock.monotonic_ms())
        .ok_or(ErrorCode::ReadBackGone)?;
    let limits = owner::limits(till).await?;
    let used = owner::used_today(till).await?;
    if let Some(refusal) = limits.refusal(prepared.seen.content.amount, used) {
        return Err(TillError::Refused(refusal));
    }
    let payout = journal::decide_payout(till, deciding, prepared, limits).await?;
    view(till, &payout).await
}
