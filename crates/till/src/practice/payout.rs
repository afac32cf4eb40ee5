//! Moves the bank's hand, and reads the messages that it would send to the account's holder.

use super::hand;
use crate::{Till, TillError, owner, payouts, watch};
use chrono::DateTime;
use contract::practice::{PracticeBankMove, PracticeMessageView, PracticePayoutRequest};
use contract::{ErrorCode, Time};
use domain::{IntentId, PayoutId};
use gateway::Priority;
use simulator::{Hand, PayoutOutcome, SimulatedPayout};
use uuid::Uuid;

/// A status word nobody knows.
const ODD_STATUS: &str = "on_hold";
/// The gateway's word for a payout that waits for its code.
const WAITING: &str = "waiting_confirm";
/// More messages than a phone's screen shows.
const MOST_MESSAGES: usize = 20;

/// The bank carries a payout out, refuses it, leaves it for tomorrow, says nonsense, or lets its code run out.
///
/// # Errors
/// `not_practice`; `owner_locked`; `payout_gone`; `payout_not_ready` when that cannot be done.
pub async fn payout(till: &Till, request: PracticePayoutRequest) -> Result<(), TillError> {
    let hand = hand(till)?;
    owner::require_unlocked(till).await?;
    let id: PayoutId = request.payout_id.parse().map_err(|_| ErrorCode::PayoutGone)?;
    let payout = till.store.payout(id).await.map_err(|_| ErrorCode::PayoutGone)?;
    let gateway_id = payout.gateway_id.as_deref().ok_or(ErrorCode::PayoutNotReady)?;
    let moved = match request.what {
        PracticeBankMove::Succeed => hand.settle_payout(gateway_id, PayoutOutcome::Success),
        PracticeBankMove::Fail => hand.settle_payout(gateway_id, PayoutOutcome::Failed),
        PracticeBankMove::Settle => hand.settle_payout(gateway_id, PayoutOutcome::Settling),
        PracticeBankMove::SayNonsense => {
            hand.settle_payout(gateway_id, PayoutOutcome::Unknown(ODD_STATUS.to_owned()))
        }
        PracticeBankMove::ExpireCode => hand.expire_payout_code(gateway_id),
    };
    moved.map_err(|_| ErrorCode::PayoutNotReady)?;
    // In practice nobody waits for the next round of the watch.
    if let Err(error) = watch::ask_payout(till, &payout, Priority::QrOnScreen).await {
        tracing::info!(%error, "nobody heard of the practice move");
    }
    payouts::tell(till, id);
    till.wake.ring();
    Ok(())
}

/// The messages of payouts that wait for a code, newest first; none while payouts are hidden.
pub(super) fn messages(till: &Till, hand: &Hand) -> Vec<PracticeMessageView> {
    if !owner::is_unlocked(till) {
        return Vec::new();
    }
    let waiting = hand
        .payouts()
        .into_iter()
        .filter(|one| one.status == WAITING && !one.is_code_expired);
    waiting
        .filter_map(|one| message(hand, &one))
        .take(MOST_MESSAGES)
        .collect()
}

fn message(hand: &Hand, payout: &SimulatedPayout) -> Option<PracticeMessageView> {
    let reference = payout.reference_id.as_deref()?;
    let id = Uuid::parse_str(reference.strip_prefix("TV")?).ok()?;
    let id = PayoutId::new(id);
    let at = DateTime::parse_from_rfc3339(&payout.created_at).ok()?;
    (IntentId::from(id).reference() == reference).then(|| {
        Some(PracticeMessageView {
            payout_id: id.to_string(),
            at: Time::from_ms(at.timestamp_millis()),
            amount: payout.amount,
            code: hand.payout_code(&payout.id)?,
        })
    })?
}
