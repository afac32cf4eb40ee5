//! Which world the app talks to.

mod set;

pub use set::set;
pub(crate) use set::{reconnect, require_clear, switch};

use crate::{Till, TillError};
use contract::credentials::EnvironmentView;

/// Where requests go and whether keys are there.
///
/// # Errors
/// None today; the signature is that of every operation.
pub async fn get(till: &Till) -> Result<EnvironmentView, TillError> {
    std::future::ready(Ok(till.line().view())).await
}
