//! Keeps new keys for instalments in the keyring and connects with them.

use crate::environment::reconnect;
use crate::instalments::settings;
use crate::line::{Keys, environment_of, read_key, save_keys};
use crate::{Till, TillError};
use contract::ErrorCode;
use contract::instalment_settings::{InstalmentKeysRequest, InstalmentSettingsView};
use domain::{Environment, Gateway};

/// Keeps the keys of a world; the write is proved by reading it back.
///
/// # Errors
/// `credentials_malformed` before anything is written; keyring errors.
pub async fn save(till: &Till, request: InstalmentKeysRequest) -> Result<InstalmentSettingsView, TillError> {
    let environment = environment_of(request.kind);
    if environment == Environment::Practice {
        return Err(ErrorCode::BadRequest.into());
    }
    let keys = Keys {
        client_id: read_key(&request.client_id)?,
        secret_key: read_key(&request.secret_key)?,
    };
    save_keys(&till.vault, Gateway::Fundiin, environment, &keys).await?;
    if till.line().environment == environment {
        reconnect(till).await?;
    }
    settings::told(till).await
}
