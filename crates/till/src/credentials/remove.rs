//! Removes the present world's keys.

use crate::environment::reconnect;
use crate::line::delete_keys;
use crate::{Till, TillError};
use contract::ErrorCode;
use contract::credentials::EnvironmentView;
use domain::{Environment, Gateway};

/// Removes both parts from the keyring. What was asked for with them stays in the journal.
///
/// # Errors
/// In practice mode, which has no keys to remove; keyring errors.
pub async fn remove(till: &Till) -> Result<EnvironmentView, TillError> {
    let line = till.line();
    if line.environment == Environment::Practice {
        return Err(ErrorCode::BadRequest.into());
    }
    delete_keys(&till.vault, Gateway::FinanOne, line.environment).await?;
    reconnect(till).await
}
