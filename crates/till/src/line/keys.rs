//! Where a world's keys lie in the keyring, for each gateway.

use crate::TillError;
use contract::ErrorCode;
use domain::{Environment, Gateway};
use secrecy::{ExposeSecret, SecretString};
use vault::Vault;

/// Keys longer than this are something else that was pasted.
const MOST_KEY_CHARS: usize = 512;

/// A client id and a secret key.
#[derive(Debug, Clone)]
pub(crate) struct Keys {
    pub(crate) client_id: SecretString,
    pub(crate) secret_key: SecretString,
}

/// One part as it was typed or pasted.
///
/// # Errors
/// `credentials_malformed`.
pub(crate) fn read(text: &SecretString) -> Result<SecretString, TillError> {
    let text = text.expose_secret().trim();
    let is_plain = text.chars().all(|letter| letter.is_ascii_graphic());
    if text.is_empty() || text.len() > MOST_KEY_CHARS || !is_plain {
        return Err(ErrorCode::CredentialsMalformed.into());
    }
    Ok(SecretString::from(text))
}

fn place(gateway: Gateway, environment: Environment, part: &str) -> String {
    let gateway = match gateway {
        Gateway::FinanOne => "finan-one",
        Gateway::Fundiin => "fundiin",
    };
    format!("{gateway}/{}/{part}", environment.as_str())
}

/// The keys of a world, when both parts are kept.
pub(crate) async fn load(
    vault: &Vault,
    gateway: Gateway,
    environment: Environment,
) -> Result<Option<Keys>, TillError> {
    let client_id = vault.load(&place(gateway, environment, "client-id")).await?;
    let secret_key = vault.load(&place(gateway, environment, "secret-key")).await?;
    Ok(client_id.zip(secret_key).map(|(client_id, secret_key)| Keys {
        client_id,
        secret_key,
    }))
}

/// Keeps both parts; neither stays when one could not be kept.
pub(crate) async fn save(
    vault: &Vault,
    gateway: Gateway,
    environment: Environment,
    keys: &Keys,
) -> Result<(), TillError> {
    let client_id = place(gateway, environment, "client-id");
    vault.save(&client_id, &keys.client_id).await?;
    let secret_key = place(gateway, environment, "secret-key");
    if let Err(error) = vault.save(&secret_key, &keys.secret_key).await {
        vault.delete(&client_id).await?;
        return Err(error.into());
    }
    Ok(())
}

/// Removes both parts.
pub(crate) async fn delete(
    vault: &Vault,
    gateway: Gateway,
    environment: Environment,
) -> Result<(), TillError> {
    vault.delete(&place(gateway, environment, "secret-key")).await?;
    vault.delete(&place(gateway, environment, "client-id")).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_around_a_pasted_key_go_and_broken_ones_are_refused() {
        assert_eq!(
            read(&SecretString::from(" abc_123\n")).unwrap().expose_secret(),
            "abc_123"
        );
        for broken in ["", "   ", "a b", "khoá", "a\u{200B}b"] {
            assert!(read(&SecretString::from(broken)).is_err(), "{broken:?}");
        }
        assert!(read(&SecretString::from("x".repeat(513))).is_err());
    }
}
