//! The operating system's keyring. The only user of the `keyring` crate.

use crate::keyring::{Keyring, KeyringFailure};
use ::keyring::{Entry, Error};
use zeroize::{Zeroize, Zeroizing};

/// The keyring of the person who is logged in.
///
/// Whether there is one is found out once per launch: one that is installed or started later is seen after a restart.
#[derive(Debug, Clone)]
pub struct OsKeyring {
    service: String,
}

impl OsKeyring {
    /// The keyring's items under a service name.
    #[must_use]
    pub fn new(service: impl Into<String>) -> Self {
        Self {
            service: service.into(),
        }
    }

    fn entry(&self, account: &str) -> Result<Entry, KeyringFailure> {
        self.probe()?;
        #[expect(
            clippy::disallowed_methods,
            reason = "this is the one place that opens the keyring"
        )]
        Entry::new(&self.service, account).map_err(failure)
    }
}

impl Keyring for OsKeyring {
    fn probe(&self) -> Result<(), KeyringFailure> {
        Entry::store_status()
            .as_ref()
            .copied()
            .map_err(|error| KeyringFailure::Missing(error.to_string()))
    }

    fn set(&self, account: &str, secret: &[u8]) -> Result<(), KeyringFailure> {
        self.entry(account)?.set_secret(secret).map_err(failure)
    }

    fn get(&self, account: &str) -> Result<Option<Zeroizing<Vec<u8>>>, KeyringFailure> {
        match self.entry(account)?.get_secret() {
            Ok(secret) => Ok(Some(Zeroizing::new(secret))),
            Err(Error::NoEntry) => Ok(None),
            Err(error) => Err(failure(error)),
        }
    }

    fn delete(&self, account: &str) -> Result<(), KeyringFailure> {
        match self.entry(account)?.delete_credential() {
            Ok(()) | Err(Error::NoEntry) => Ok(()),
            Err(error) => Err(failure(error)),
        }
    }
}

/// Keeps the words and drops the error itself, which may hold the secret's bytes.
fn failure(mut error: Error) -> KeyringFailure {
    let reason = error.to_string();
    if let Error::BadEncoding(bytes) | Error::BadDataFormat(bytes, _) = &mut error {
        bytes.zeroize();
    }
    match error {
        Error::NoDefaultStore => KeyringFailure::Missing(reason),
        Error::NoStorageAccess(_) => KeyringFailure::Locked(reason),
        _ => KeyringFailure::Refused(reason),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_are_sorted_by_what_the_person_can_do() {
        let boxed = || Box::new(std::io::Error::other("no"));
        assert!(matches!(
            failure(Error::NoStorageAccess(boxed())),
            KeyringFailure::Locked(_)
        ));
        assert!(matches!(
            failure(Error::NoDefaultStore),
            KeyringFailure::Missing(_)
        ));
        assert!(matches!(
            failure(Error::PlatformFailure(boxed())),
            KeyringFailure::Refused(_)
        ));
    }

    #[test]
    fn an_unreadable_secret_is_not_repeated_in_its_error() {
        let refused = failure(Error::BadEncoding(b"canary\xff".to_vec()));
        assert!(!format!("{refused:?}").contains("canary"));
        assert!(!format!("{refused:?}").contains("99, 97"));
    }
}
