//! What the page starts from, and the start itself.

mod open;
mod state;

pub(crate) use open::open;
pub use state::state;

use crate::{Till, TillError};

/// Nothing that moves money begins without a disk that keeps it.
///
/// # Errors
/// Why the disk does not.
pub(crate) fn require_durable(till: &Till) -> Result<(), TillError> {
    till.storage_problem.map_or(Ok(()), |code| Err(code.into()))
}
