//! Lets a payout that certainly had no effect go, because a person says so.

use super::{of, view};
use crate::{Till, TillError, journal, owner};
use contract::ErrorCode;
use contract::payout::{PayoutSendRequest, PayoutView};
use domain::PayoutStanding;
use vault::Who;

/// Sends what the person was last shown of it in this process.
///
/// # Errors
/// `owner_locked`; the PIN's errors; `payout_not_ready` for one that may have an effect; `read_back_gone` when it was not shown in this
/// process; `payout_tampered` when the disk tells another payout than was shown; the limits' errors; storage errors.
pub async fn send(till: &Till, request: PayoutSendRequest) -> Result<PayoutView, TillError> {
    owner::require_unlocked(till).await?;
    let payout = of(till, &request.payout_id).await?;
    owner::verify(till, Who::Owner, &request.pin).await?;
    if !may_send(PayoutStanding::of(&payout)) {
        return Err(ErrorCode::PayoutNotReady.into());
    }
    let limits = owner::limits(till).await?;
    // One of another day counts anew; one of today is in the sum already.
    let used = owner::used_today(till).await?;
    let is_of_today = payout.created_at >= owner::day_start(till);
    let others = if is_of_today {
        used.checked_sub(payout.content.amount).unwrap_or(used)
    } else {
        used
    };
    if let Some(refusal) = limits.refusal(payout.content.amount, others) {
        return Err(TillError::Refused(refusal));
    }
    journal::let_payout_go(till, payout.id).await?;
    view(till, &of(till, &request.payout_id).await?).await
}

/// Whether a person may let it go: it never left, or two complete searches did not find it.
pub(super) const fn may_send(standing: PayoutStanding) -> bool {
    matches!(standing, PayoutStanding::NotSent | PayoutStanding::Undecided)
}
