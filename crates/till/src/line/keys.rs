//! Where a world's keys lie in the keyring.

use crate::TillError;
use domain::Environment;
use secrecy::SecretString;
use vault::Vault;

/// A client id and a secret key.
#[derive(Debug, Clone)]
pub(crate) struct Keys {
    pub(crate) client_id: SecretString,
    pub(crate) secret_key: SecretString,
}

fn place(environment: Environment, part: &str) -> String {
    format!("finan-one/{}/{part}", environment.as_str())
}

/// The keys of a world, when both parts are kept.
pub(crate) async fn load(vault: &Vault, environment: Environment) -> Result<Option<Keys>, TillError> {
    let client_id = vault.load(&place(environment, "client-id")).await?;
    let secret_key = vault.load(&place(environment, "secret-key")).await?;
    Ok(client_id.zip(secret_key).map(|(client_id, secret_key)| Keys {
        client_id,
        secret_key,
    }))
}

/// Keeps both parts; neither stays when one could not be kept.
pub(crate) async fn save(vault: &Vault, environment: Environment, keys: &Keys) -> Result<(), TillError> {
    vault
        .save(&place(environment, "client-id"), &keys.client_id)
        .await?;
    if let Err(error) = vault
        .save(&place(environment, "secret-key"), &keys.secret_key)
        .await
    {
        vault.delete(&place(environment, "client-id")).await?;
        return Err(error.into());
    }
    Ok(())
}

/// Removes both parts.
pub(crate) async fn delete(vault: &Vault, environment: Environment) -> Result<(), TillError> {
    vault.delete(&place(environment, "secret-key")).await?;
    vault.delete(&place(environment, "client-id")).await?;
    Ok(())
}
