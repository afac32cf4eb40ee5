//! Closes a payout: it was never made, or no code shall be entered for it.

use super::{of, tell, view};
use crate::{Till, TillError, owner};
use contract::ErrorCode;
use contract::payout::{PayoutCloseRequest, PayoutView};
use domain::{PayoutStanding, text};
use store::StoreError;
use vault::Who;

/// Longer reasons are cut.
const MOST_REASON_CHARS: usize = 200;

/// Closes it with the owner's reason.
///
/// # Errors
/// `owner_locked`; `text_refused` without a reason; the PIN's errors; `payout_not_ready` for one that may have moved money; storage
/// errors.
pub async fn close(till: &Till, request: PayoutCloseRequest) -> Result<PayoutView, TillError> {
    owner::require_unlocked(till).await?;
    let payout = of(till, &request.payout_id).await?;
    let reason = text::clean(&request.reason, MOST_REASON_CHARS);
    if reason.is_empty() {
        return Err(ErrorCode::TextRefused.into());
    }
    owner::verify(till, Who::Owner, &request.pin).await?;
    if !may_close(PayoutStanding::of(&payout)) {
        return Err(ErrorCode::PayoutNotReady.into());
    }
    match till.store.close_payout(payout.id, reason, till.now()).await {
        Ok(_) => {}
        Err(StoreError::Standing(_) | StoreError::Move(_)) => return Err(ErrorCode::PayoutNotReady.into()),
        Err(error) => return Err(error.into()),
    }
    tell(till, payout.id);
    till.wake.ring();
    view(till, &of(till, &request.payout_id).await?).await
}

/// Whether a person may close it: no money moved, and none is on its way.
pub(super) const fn may_close(standing: PayoutStanding) -> bool {
    matches!(
        standing,
        PayoutStanding::NotSent
            | PayoutStanding::Undecided
            | PayoutStanding::AwaitingCode
            | PayoutStanding::Differs
    )
}
