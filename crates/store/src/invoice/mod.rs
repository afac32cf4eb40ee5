//! Invoices before they are payments: the drafts of this machine, and the decision to send one.

mod commit;
#[cfg(test)]
mod commit_tests;
mod draft;
#[cfg(test)]
mod list_tests;
#[cfg(test)]
pub(crate) mod samples;
#[cfg(test)]
mod step_tests;

pub use commit::NewInvoice;
