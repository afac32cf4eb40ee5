//! What of payouts no timer may touch: it waits for a person.

use crate::Till;
use domain::{IntentKind, IntentState};
use gateway::repeat::LOOKS_BEFORE_ABSENT;
use store::Intent;

/// Whether an open intent waits for a person: it did not leave within the minute after its decision, or not in the process that decided
/// it, or enough searches did not find it.
pub(in crate::journal) fn is_asleep(till: &Till, intent: &Intent) -> bool {
    let (IntentKind::PayoutCreate, Some(id)) = (intent.kind, intent.payout_id()) else {
        return false;
    };
    match intent.state {
        IntentState::Committed => !till.payouts.may_leave(id, till.clock.monotonic_ms()),
        IntentState::Absent => intent.absent_looks >= LOOKS_BEFORE_ABSENT,
        _ => false,
    }
}

/// Whether a step with a code can have no effect any more: its code never left and is kept nowhere, or enough looks saw the payout still
/// wait for one.
pub(in crate::journal) fn is_lost_code(intent: &Intent) -> bool {
    intent.kind == IntentKind::PayoutCode
        && match intent.state {
            IntentState::Committed => true,
            IntentState::Absent => intent.absent_looks >= LOOKS_BEFORE_ABSENT,
            _ => false,
        }
}
