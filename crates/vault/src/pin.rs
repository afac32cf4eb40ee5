//! The owner's PIN: what a person must know besides sitting at this computer.
//!
//! It lies in the keyring and not in the database, so that whoever edits the database cannot replace it. A try counts before it is
//! judged: an app that is ended in between has used it up.

mod guard;
mod hash;
mod rule;
mod tries;

pub use guard::{OwnerGuard, OwnerLimits, Tried, Who};
pub use hash::PinHash;
pub use rule::{PinFault, check};
pub use tries::{Tries, delay_ms};
