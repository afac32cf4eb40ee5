//! Removes the keys for instalments of the present world.

use crate::environment::reconnect;
use crate::instalments::settings;
use crate::line::delete_keys;
use crate::{Till, TillError};
use contract::ErrorCode;
use contract::instalment_settings::InstalmentSettingsView;
use domain::{Environment, Gateway};

/// Removes both parts from the keyring. What was asked for with them stays in the journal.
///
/// # Errors
/// In practice mode, which has no keys to remove; keyring errors.
pub async fn remove(till: &Till) -> Result<InstalmentSettingsView, TillError> {
    let environment = till.line().environment;
    if environment == Environment::Practice {
        return Err(ErrorCode::BadRequest.into());
    }
    delete_keys(&till.vault, Gateway::Fundiin, environment).await?;
    reconnect(till).await?;
    settings::told(till).await
}
