//! Keeps new keys in the keyring and connects with them.

use crate::environment::reconnect;
use crate::line::{Keys, environment_of, read_key, save_keys};
use crate::{Till, TillError};
use contract::ErrorCode;
use contract::credentials::{CredentialsRequest, EnvironmentView};
use domain::{Environment, Gateway};

/// Keeps the keys of a world; the write is proved by reading it back.
///
/// # Errors
/// `credentials_malformed` before anything is written; keyring errors.
pub async fn save(till: &Till, request: CredentialsRequest) -> Result<EnvironmentView, TillError> {
    let environment = environment_of(request.kind);
    if environment == Environment::Practice {
        return Err(ErrorCode::BadRequest.into());
    }
    let keys = Keys {
        client_id: read_key(&request.client_id)?,
        secret_key: read_key(&request.secret_key)?,
    };
    save_keys(&till.vault, Gateway::FinanOne, environment, &keys).await?;
    let line = till.line();
    if line.environment != environment {
        return Ok(line.view());
    }
    reconnect(till).await
}
