//! Table `payout`: what the shop decided to send, and what the gateway said of it.
//!
//! The codes of a payout are steps of the journal, without the codes. The column `standing` repeats what `domain` computes, for
//! filters and the day's limit; every write renews it.

mod answer;
mod close;
mod commit;
#[cfg(test)]
mod commit_tests;
#[cfg(test)]
mod life_tests;
mod list;
#[cfg(test)]
mod list_tests;
mod query;
mod row;
#[cfg(test)]
pub(crate) mod samples;
mod settle;

pub use answer::PayoutAnswer;
pub use commit::NewPayout;
pub use list::{PayoutFilter, PayoutPage};
pub(crate) use row::destination;
pub(crate) use settle::follow;
