//! Payouts at Finan One. A request leaves once for each decision of a person; what is unclear is looked up and never repeated by itself.

mod adopt;
mod asleep;
mod code;
mod create;
mod look;
mod tamper;

pub(super) use asleep::{is_asleep, is_lost_code};
pub(super) use code::drop_code;
pub(super) use create::leave;
pub(super) use look::{look_at_code, look_for};

pub(crate) use code::hand_in as hand_in_code;
pub(crate) use create::{decide, let_go};
pub(crate) use look::look_now;

use super::SELDOM_MS;
use crate::payouts;
use crate::{Till, TillError};
use domain::{IntentId, Move, PayoutId, UnixMs};
use store::{Note, StoreError};

/// After a lost answer the gateway may still be at work: the first search waits this long.
const FIRST_LOOK_MS: i64 = 2_000;
/// Two searches that prove an absence are so far apart.
const NEXT_LOOK_MS: i64 = 10_000;

/// Whether it is time to look: also when the clock was set back meanwhile and the moment lies further ahead than any search waits.
pub(super) fn is_due(next_look_at: Option<UnixMs>, now: UnixMs) -> bool {
    let furthest = now.saturating_add(SELDOM_MS.saturating_mul(2));
    next_look_at.is_none_or(|at| at <= now || at > furthest)
}

/// Takes a move and tells it. Gives whether it was still allowed: another one may have been faster.
async fn advance(
    till: &Till,
    payout: PayoutId,
    intent: impl Into<IntentId>,
    step: Move,
    note: Note,
) -> Result<bool, TillError> {
    match till.store.advance(intent, step, note).await {
        Ok(_) => {
            payouts::tell(till, payout);
            till.wake.ring();
            Ok(true)
        }
        Err(StoreError::Move(_)) => Ok(false),
        Err(error) => Err(error.into()),
    }
}
