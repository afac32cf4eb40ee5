//! The journal at work: the only code that may start a call that moves money.
//!
//! On disk before it leaves; looked up instead of repeated; every unclear intent has a timer until it is done, refused or dropped.

mod adopt;
mod ask;
mod due;
mod flights;
mod look;
mod resume;
mod search;
mod send;
mod withdraw;

pub(crate) use ask::{Wanted, ask};
pub(crate) use due::{next_due, push, run_due};
pub(crate) use flights::Flights;
pub(crate) use resume::resume;
#[cfg(test)]
pub(crate) use send::send;
pub(crate) use withdraw::withdraw;

use domain::UnixMs;
use gateway::repeat::Guard;

/// What protects a payment from taking effect twice at Finan One: our reference can be looked up.
const GUARD: Guard = Guard::Reference;

/// When a request that certainly never left is tried again, by the number of tries.
fn next_try(now: UnixMs, attempts: u32) -> UnixMs {
    let seconds = [1, 2, 4, 8, 15, 30];
    let place = usize::try_from(attempts.saturating_sub(1)).unwrap_or_default();
    now.saturating_add(seconds.get(place).copied().unwrap_or(30) * 1_000)
}

/// After a lost answer the gateway may still be at work: the first search waits this long.
const FIRST_LOOK_MS: i64 = 1_000;
/// Between two searches.
const NEXT_LOOK_MS: i64 = 4_000;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tries_slow_down_to_half_a_minute() {
        let waits: Vec<_> = (1..=8).map(|attempts| next_try(0, attempts) / 1_000).collect();
        assert_eq!(waits, [1, 2, 4, 8, 15, 30, 30, 30]);
    }
}
