//! What a client needs to know before its first call, and the names that every body carries.

use gateway::{Code, Failure, SecretText};

use crate::error::InvalidField;
use crate::text::required;

/// Base URL of the sandbox (Initiate page, "Endpoint destination URL").
pub const SANDBOX_BASE_URL: &str = "https://gateway-sandbox.fundiin.vn";

/// Base URL of production (overview page).
pub const PRODUCTION_BASE_URL: &str = "https://gateway.fundiin.vn";

/// What the gateway gives a merchant to prove who calls.
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
        let refused = |detail| Err(Failure::not_sent(Code::BadCredentials, detail));
        let client_id = client_id.trim();
        let secret = SecretText::from(secret.expose().trim());
        if client_id.is_empty() || secret.is_empty() {
            return refused("the client id or the secret is empty");
        }
        if !client_id.bytes().all(|byte| byte.is_ascii_graphic()) {
            return refused("the client id has strange characters");
        }
        Ok(Self {
            client_id: client_id.to_owned(),
            secret,
        })
    }

    /// Sent as `Client-Id`.
    #[must_use]
    pub fn client_id(&self) -> &str {
        &self.client_id
    }

    /// The key of every signature, of notifications too.
    #[must_use]
    pub const fn secret(&self) -> &SecretText {
        &self.secret
    }
}

/// The merchant, the store and the platform that a transaction belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merchant {
    merchant_id: String,
    store_id: String,
    platform_id: String,
}

impl Merchant {
    /// Takes the three over; the gateway gives them and they mean nothing to us.
    ///
    /// # Errors
    /// The field that is blank or has control characters.
    pub fn new(merchant_id: &str, store_id: &str, platform_id: &str) -> Result<Self, InvalidField> {
        Ok(Self {
            merchant_id: required("merchantId", merchant_id.trim())?.to_owned(),
            store_id: required("storeId", store_id.trim())?.to_owned(),
            platform_id: required("platformId", platform_id.trim())?.to_owned(),
        })
    }

    /// `merchantId`.
    #[must_use]
    pub fn merchant_id(&self) -> &str {
        &self.merchant_id
    }

    /// `storeId`.
    #[must_use]
    pub fn store_id(&self) -> &str {
        &self.store_id
    }

    /// `platformId`.
    #[must_use]
    pub fn platform_id(&self) -> &str {
        &self.platform_id
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

    #[test]
    fn a_merchant_is_complete_or_names_what_is_missing() {
        let field = |merchant, store, platform| Merchant::new(merchant, store, platform).unwrap_err().field;
        assert_eq!(field(" ", "s", "p"), "merchantId");
        assert_eq!(field("m", "", "p"), "storeId");
        assert_eq!(field("m", "s", "p\0"), "platformId");
        assert_eq!(Merchant::new("m\n", " s", "p").unwrap().store_id(), "s");
    }
}
