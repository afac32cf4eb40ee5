//! Asks the gateway how a payout stands, now.

use super::{of, view};
use crate::{Till, TillError, journal, owner, watch};
use contract::ErrorCode;
use contract::payout::{PayoutRequest, PayoutView};
use domain::{IntentState, PayoutStanding};
use gateway::Priority;

/// Looks at once; nothing is ever sent by this.
///
/// # Errors
/// `owner_locked`; `payout_not_ready` for one that never left or was refused; the way to the gateway; storage errors.
pub async fn check(till: &Till, request: PayoutRequest) -> Result<PayoutView, TillError> {
    owner::require_unlocked(till).await?;
    let payout = of(till, &request.payout_id).await?;
    match PayoutStanding::of(&payout) {
        PayoutStanding::Unclear | PayoutStanding::Undecided | PayoutStanding::CodeUnclear => {
            journal::look_at_payout(till, payout.id).await?;
        }
        _ if payout.intent == IntentState::Done => watch::ask_payout(till, &payout, Priority::Click).await?,
        _ => return Err(ErrorCode::PayoutNotReady.into()),
    }
    view(till, &of(till, &request.payout_id).await?).await
}
