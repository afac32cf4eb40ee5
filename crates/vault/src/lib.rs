//! Credentials in the operating system's keyring: Keychain, Credential Manager, Secret Service.
//!
//! One small item per credential and one per world for its owner's PIN, under the service [`SERVICE`] and an account name such as
//! `finan-one/production/secret-key`. There is no other place: without a keyring every call fails and says why.
//! From outside on Linux: `secret-tool lookup service tien-ve username finan-one/production/client-id`.

mod error;
mod keyring;
#[cfg(any(test, feature = "memory"))]
pub mod memory;
mod os;
pub mod pin;
mod vault;

pub use error::VaultError;
pub use keyring::{Keyring, KeyringFailure};
pub use os::OsKeyring;
pub use pin::{OwnerGuard, OwnerLimits, PinFault, PinHash, Tried, Tries, Who};
pub use vault::{KeyringStatus, Vault};

/// The service under which all items are kept. The Secret Service stores it as the attribute `service`,
/// the account name as `username`.
pub const SERVICE: &str = "tien-ve";
