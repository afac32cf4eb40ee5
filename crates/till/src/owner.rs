//! The owner's guard: PINs that are kept in the keyring, limits, and whether payouts can be seen now.

mod limits;
mod pin;
mod second;
mod unlock;
mod view;

pub use limits::set_limits;
pub use pin::set_pin;
pub use second::set_second;
pub use unlock::{lock, unlock};
pub use view::get;

use limits::limits_of;
pub(crate) use limits::{Limits, day_start, limits, limits_view, used_today};
pub(crate) use pin::verify;
pub(crate) use unlock::{Unlocked, is_unlocked, pass, require_unlocked};
pub(crate) use view::tell;

use crate::Till;

/// The world whose PINs and limits count now.
fn world(till: &Till) -> &'static str {
    till.line().environment.as_str()
}

/// Whether a second person confirms payouts.
pub(crate) async fn has_second(till: &Till) -> Result<bool, crate::TillError> {
    let guard = till.vault.owner(world(till)).await?;
    Ok(guard.has(vault::Who::Second))
}
