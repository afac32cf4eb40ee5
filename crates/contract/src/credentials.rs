//! Keys: the page can set, test and remove them, never read them back.

use crate::{ErrorBody, Time, status::ClockView};
use secrecy::SecretString;
use serde::Deserialize;

crossing! {
    /// The world the app talks to.
    #[derive(Copy)]
    pub enum EnvironmentKind {
        /// The built-in simulator.
        Practice,
        /// The gateway's production address.
        Production,
        /// An address of the owner's choice.
        Custom,
    }

    /// Where requests go and whether keys are there.
    pub struct EnvironmentView {
        /// The world.
        pub kind: EnvironmentKind,
        /// Its address, without keys.
        pub base_url: String,
        /// The owner's own address, kept while another environment is used.
        pub custom_base_url: Option<String>,
        /// The keys of this world, never their text.
        pub credentials: CredentialsView,
    }

    /// Changes the world.
    pub struct EnvironmentRequest {
        /// The world.
        pub kind: EnvironmentKind,
        /// Needed for [`EnvironmentKind::Custom`]: https, or http on loopback.
        pub base_url: Option<String>,
    }

    /// Where the keys are kept.
    #[derive(Copy)]
    pub enum KeyringKind {
        /// Linux: Secret Service.
        SecretService,
        /// Windows: Credential Manager.
        CredentialManager,
        /// macOS: Keychain.
        Keychain,
    }

    /// What may be known of the keys.
    pub struct CredentialsView {
        /// Whether both parts are kept.
        pub is_present: bool,
        /// The last four characters of the client id.
        pub client_id_tail: Option<String>,
        /// Where they are kept.
        pub kept_in: KeyringKind,
        /// Why the keyring could not be read, when it could not.
        pub problem: Option<ErrorBody>,
    }

    /// The outcome of the harmless signed call.
    pub struct TestCallView {
        /// How many accounts the keys can see.
        pub accounts: u32,
        /// The clock against the gateway's.
        pub clock: ClockView,
        /// How long it took, in milliseconds.
        pub took_ms: u32,
        /// The gateway's request id.
        pub request_id: Option<String>,
        /// When it was made.
        pub at: Time,
    }
}

/// New keys. Never printed, never serialised, wiped after use.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CredentialsRequest {
    /// The world they are for.
    pub kind: EnvironmentKind,
    /// The client id of the portal.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub client_id: SecretString,
    /// The secret key of the portal.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub secret_key: SecretString,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_not_printed() {
        let request: CredentialsRequest =
            serde_json::from_str(r#"{"kind":"production","clientId":"abc-id","secretKey":"canary-key"}"#)
                .unwrap();
        let shown = format!("{request:?}");
        assert!(!shown.contains("canary") && !shown.contains("abc-id"), "{shown}");
    }
}
