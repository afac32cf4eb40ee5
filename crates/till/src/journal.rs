//! The journal at work: the only code that may start a call that moves money.
//!
//! On disk before it leaves. What is unclear afterwards is looked up instead of repeated, or, where the gateway holds the key,
//! repeated byte for byte under that key. Every unclear intent has a timer until it is done, refused or dropped.

mod decide;
mod due;
mod flights;
mod instalment;
mod invoice;
mod listed;
mod outcome;
mod payout;
mod resume;
mod send;
mod transfer;
mod withdraw;

pub(crate) use decide::{decide, decide_invoice, decide_step};
pub(crate) use due::{next_due, push, run_due};
pub(crate) use flights::Flights;
pub(crate) use payout::{
    decide as decide_payout, hand_in_code, let_go as let_payout_go, look_now as look_at_payout,
};
pub(crate) use resume::resume;
#[cfg(test)]
pub(crate) use send::send;
pub(crate) use transfer::{Wanted, ask};
pub(crate) use withdraw::withdraw;

use domain::{Gateway, IntentKind, UnixMs};
use gateway::repeat::Guard;

/// What protects an intent from taking effect twice: our reference can be looked up at Finan One, Fundiin holds the key; a payout is
/// started by persons only.
const fn guard(kind: IntentKind) -> Guard {
    match kind.gateway() {
        Gateway::FinanOne if kind.is_payout() => Guard::Person,
        Gateway::FinanOne => Guard::Reference,
        Gateway::Fundiin => Guard::Key,
    }
}

/// When a request that is to leave again is tried, by the number of tries.
fn next_try(now: UnixMs, attempts: u32) -> UnixMs {
    let seconds = [1, 2, 4, 8, 15, 30];
    let place = usize::try_from(attempts.saturating_sub(1)).unwrap_or_default();
    now.saturating_add(seconds.get(place).copied().unwrap_or(30) * 1_000)
}

/// After a lost answer the gateway may still be at work: the first search waits this long.
const FIRST_LOOK_MS: i64 = 1_000;
/// Between two searches.
const NEXT_LOOK_MS: i64 = 4_000;
/// Searches without an end are made this seldom at last.
const SELDOM_MS: i64 = 30_000;

/// How long until the next search after one that could not be finished, by how long ago the request left.
fn next_look(age_ms: i64) -> i64 {
    (age_ms / 10).clamp(NEXT_LOOK_MS, SELDOM_MS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tries_slow_down_to_half_a_minute() {
        let waits: Vec<_> = (1..=8).map(|attempts| next_try(0, attempts) / 1_000).collect();
        assert_eq!(waits, [1, 2, 4, 8, 15, 30, 30, 30]);
    }

    #[test]
    fn searches_that_lead_nowhere_become_seldom() {
        assert_eq!(
            [1_000, 60_000, 600_000].map(next_look),
            [NEXT_LOOK_MS, 6_000, SELDOM_MS]
        );
    }
}
