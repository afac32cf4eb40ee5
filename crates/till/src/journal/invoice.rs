//! Invoices at Finan One: found again by their code in its list; changing and deleting may be repeated.

mod create;
mod steps;

pub(super) use create::create;
pub(super) use steps::{delete, look_at_step, update};
