//! What the vault asks of a keyring. Calls may block; the vault makes them on a thread of their own.

use crate::VaultError;
use zeroize::Zeroizing;

/// Why a keyring call failed, in words that hold no secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeyringFailure {
    /// There is none.
    Missing(String),
    /// It is locked.
    Locked(String),
    /// Anything else.
    Refused(String),
}

impl From<KeyringFailure> for VaultError {
    fn from(failure: KeyringFailure) -> Self {
        match failure {
            KeyringFailure::Missing(reason) => Self::Missing(reason),
            KeyringFailure::Locked(reason) => Self::Locked(reason),
            KeyringFailure::Refused(reason) => Self::Refused(reason),
        }
    }
}

/// A keyring that keeps bytes under account names.
pub trait Keyring: Send + 'static {
    /// Whether there is a keyring at all.
    ///
    /// # Errors
    /// [`KeyringFailure::Missing`] when there is none.
    fn probe(&self) -> Result<(), KeyringFailure>;

    /// Keeps a secret, in place of the one before.
    ///
    /// # Errors
    /// [`KeyringFailure`] when it is not kept.
    fn set(&self, account: &str, secret: &[u8]) -> Result<(), KeyringFailure>;

    /// Reads a secret; `None` when there is none.
    ///
    /// # Errors
    /// [`KeyringFailure`] when it cannot be told.
    fn get(&self, account: &str) -> Result<Option<Zeroizing<Vec<u8>>>, KeyringFailure>;

    /// Removes a secret; removing none is no failure.
    ///
    /// # Errors
    /// [`KeyringFailure`] when it may still be there.
    fn delete(&self, account: &str) -> Result<(), KeyringFailure>;
}
