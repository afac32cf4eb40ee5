//! What a client needs to know before its first call.

use gateway::{Code, Failure, SecretText};

/// Base URL of production (integration guide, "API Overview").
pub const DEFAULT_BASE_URL: &str = "https://api.finan.one/open";

/// Key pair of one API client, as the portal shows it (Account page).
#[derive(Debug, Clone)]
pub struct Credentials {
    client_id: String,
    secret: SecretText,
}

impl Credentials {
    /// Takes the pair over, without the white space that comes with pasting.
    ///
    /// # Errors
    /// `bad_credentials` when one is empty or the client id cannot be a header.
    pub fn new(client_id: &str, secret: &SecretText) -> Result<Self, Failure> {
        let client_id = client_id.trim();
        let secret = SecretText::from(secret.expose().trim());
        if client_id.is_empty() || secret.is_empty() {
            return Err(Failure::not_sent(
                Code::BadCredentials,
                "the client id or the secret is empty",
            ));
        }
        if !client_id.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(Failure::not_sent(
                Code::BadCredentials,
                "the client id has strange characters",
            ));
        }
        Ok(Self {
            client_id: client_id.to_owned(),
            secret,
        })
    }

    /// The client id, sent as `x-client-id`.
    #[must_use]
    pub fn client_id(&self) -> &str {
        &self.client_id
    }

    pub(crate) const fn secret(&self) -> &SecretText {
        &self.secret
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pasted_white_space_is_dropped_and_the_secret_does_not_show() {
        let credentials = Credentials::new(" client-1\n", &SecretText::from("canary\r\n")).unwrap();
        assert_eq!(
            (credentials.client_id(), credentials.secret().expose()),
            ("client-1", "canary")
        );
        assert!(!format!("{credentials:?}").contains("canary"));
    }

    #[test]
    fn empty_or_unsendable_credentials_are_refused() {
        for (client_id, secret) in [("", "s"), (" ", "s"), ("c", " "), ("c\nd", "s"), ("ă", "s")] {
            let failure = Credentials::new(client_id, &SecretText::from(secret)).unwrap_err();
            assert_eq!(failure.code, Code::BadCredentials);
        }
    }
}
