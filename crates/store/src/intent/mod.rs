//! Table `intent`: the journal. A row exists before its request leaves, and its body never changes once it is committed.

mod advance;
mod commit;
mod query;

pub use advance::Step;
pub(crate) use advance::take;
pub use commit::{CommitOutcome, NewPayment};
pub use query::Intent;
