//! Table `intent`: the journal. A row exists before its request leaves, and its body never changes once it is committed.
//!
//! A row makes a payment or a payout or is a step on one; a step's entries are on the timeline of what it is a step on.

mod advance;
mod commit;
mod new_payment;
mod query;
mod step;
#[cfg(test)]
mod step_tests;
pub(crate) mod steps;

pub use advance::Note;
pub(crate) use advance::take;
pub use commit::CommitOutcome;
pub use new_payment::{NewPayment, Way};
pub use query::Intent;
pub(crate) use query::maybe_one as maybe_intent;
pub(crate) use step::existing as existing_step;
pub use step::{NewStep, StepOutcome};
