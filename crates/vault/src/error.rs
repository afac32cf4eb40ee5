//! Why a credential could not be kept or read. Never carries any part of a secret.

/// A failure of the vault.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum VaultError {
    /// This computer has no keyring, or none is running.
    #[error("there is no keyring: {0}")]
    Missing(String),
    /// The keyring is locked and was not unlocked.
    #[error("the keyring is locked: {0}")]
    Locked(String),
    /// No answer within the limit; a locked keyring may be waiting for its password. What was asked may still happen.
    #[error("the keyring did not answer in time")]
    Timeout,
    /// The keyring refused or failed.
    #[error("the keyring refused: {0}")]
    Refused(String),
    /// What was saved did not read back as it was.
    #[error("the keyring did not keep what was saved")]
    NotKept,
}

impl VaultError {
    /// The stable word the page acts on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Missing(_) => "keyring_missing",
            Self::Locked(_) => "keyring_locked",
            Self::Timeout => "keyring_timeout",
            Self::Refused(_) => "keyring_refused",
            Self::NotKept => "keyring_not_kept",
        }
    }
}
