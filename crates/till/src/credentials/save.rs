//! Keeps new keys in the keyring and connects with them.

use crate::environment::switch;
use crate::line::{Choice, Keys, environment_of, save_keys};
use crate::{Till, TillError};
use contract::ErrorCode;
use contract::credentials::{CredentialsRequest, EnvironmentView};
use domain::Environment;
use secrecy::{ExposeSecret, SecretString};

/// Keys longer than this are something else that was pasted.
const MOST_KEY_CHARS: usize = 512;

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
        client_id: key(&request.client_id)?,
        secret_key: key(&request.secret_key)?,
    };
    save_keys(&till.vault, environment, &keys).await?;
    let line = till.line();
    if line.environment != environment {
        return Ok(line.view());
    }
    switch(
        till,
        Choice {
            environment,
            custom_base_url: line.custom_base_url.clone(),
        },
    )
    .await
}

fn key(text: &SecretString) -> Result<SecretString, TillError> {
    let text = text.expose_secret().trim();
    let is_plain = text.chars().all(|letter| letter.is_ascii_graphic());
    if text.is_empty() || text.len() > MOST_KEY_CHARS || !is_plain {
        return Err(ErrorCode::CredentialsMalformed.into());
    }
    Ok(SecretString::from(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_around_a_pasted_key_go_and_broken_ones_are_refused() {
        assert_eq!(
            key(&SecretString::from(" abc_123\n")).unwrap().expose_secret(),
            "abc_123"
        );
        for broken in ["", "   ", "a b", "khoá", "a\u{200B}b"] {
            assert!(key(&SecretString::from(broken)).is_err(), "{broken:?}");
        }
        assert!(key(&SecretString::from("x".repeat(513))).is_err());
    }
}
