//! The vault: keyring calls off the caller's thread, one at a time, each with a limit.

use crate::keyring::{Keyring, KeyringFailure};
use crate::{OsKeyring, VaultError};
use secrecy::{ExposeSecret, SecretString};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;
use tokio::sync::{Mutex, MutexGuard, oneshot};
use zeroize::Zeroizing;

/// How long one operation may take: a locked keyring waits for its password without end.
const LIMIT: Duration = Duration::from_secs(3);

/// An account name that is never saved, to see whether reading works.
const NOBODY: &str = "status";

type Job = Box<dyn FnOnce(&dyn Keyring) + Send>;

/// What can be said of the keyring.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyringStatus {
    /// It answers.
    Available,
    /// There is none.
    Missing,
    /// It is there but locked, or waits for its password.
    Locked,
    /// It is there but fails.
    Failing,
}

/// Saves, reads and removes credentials. Cheap to clone; needs a tokio runtime with its timer on.
#[derive(Debug, Clone)]
pub struct Vault {
    queue: Arc<Sender<Job>>,
    limit: Duration,
    /// Held from reading the owner's item to writing it.
    owner_turn: Arc<Mutex<()>>,
}

impl Vault {
    /// The operating system's keyring under a service name.
    ///
    /// # Errors
    /// [`VaultError::Refused`] when no thread could be started.
    pub fn new(service: &str) -> Result<Self, VaultError> {
        Self::over(OsKeyring::new(service), LIMIT)
    }

    /// Another keyring and limit, for tests.
    ///
    /// # Errors
    /// [`VaultError::Refused`] when no thread could be started.
    pub fn over(keyring: impl Keyring, limit: Duration) -> Result<Self, VaultError> {
        let (queue, jobs) = channel();
        std::thread::Builder::new()
            .name("vault".to_owned())
            .spawn(move || serve(&keyring, &jobs))
            .map_err(|error| VaultError::Refused(error.to_string()))?;
        Ok(Self {
            queue: Arc::new(queue),
            limit,
            owner_turn: Arc::default(),
        })
    }

    /// What can be said of the keyring. One that is locked and holds none of our items may look available.
    pub async fn status(&self) -> KeyringStatus {
        let probe = self.run(|keyring| {
            keyring.probe()?;
            keyring.get(NOBODY).map(drop)
        });
        match probe.await {
            Ok(()) => KeyringStatus::Available,
            Err(VaultError::Missing(_)) => KeyringStatus::Missing,
            Err(VaultError::Locked(_) | VaultError::Timeout) => KeyringStatus::Locked,
            Err(VaultError::Refused(_) | VaultError::NotKept) => KeyringStatus::Failing,
        }
    }

    /// Saves a credential and proves it by reading it back.
    ///
    /// # Errors
    /// [`VaultError`] when it is not certain that it was kept.
    pub async fn save(&self, account: &str, secret: &SecretString) -> Result<(), VaultError> {
        let name = account.to_owned();
        let sent = Zeroizing::new(secret.expose_secret().as_bytes().to_vec());
        let kept = self
            .run(move |keyring| {
                keyring.set(&name, &sent)?;
                let kept = keyring.get(&name)?;
                Ok(kept.is_some_and(|kept| kept.as_slice() == sent.as_slice()))
            })
            .await?;
        if kept { Ok(()) } else { Err(VaultError::NotKept) }
    }

    /// Reads a credential; `None` when there is none.
    ///
    /// # Errors
    /// [`VaultError`] when it cannot be told.
    pub async fn load(&self, account: &str) -> Result<Option<SecretString>, VaultError> {
        let name = account.to_owned();
        let Some(bytes) = self.run(move |keyring| keyring.get(&name)).await? else {
            return Ok(None);
        };
        let text = std::str::from_utf8(&bytes)
            .map_err(|_| VaultError::Refused("the item is not text".to_owned()))?;
        Ok(Some(SecretString::from(text)))
    }

    /// Removes a credential and proves that it is gone; removing none is no error.
    ///
    /// # Errors
    /// [`VaultError`] when it may still be there.
    pub async fn delete(&self, account: &str) -> Result<(), VaultError> {
        let name = account.to_owned();
        let is_gone = self
            .run(move |keyring| {
                keyring.delete(&name)?;
                Ok(keyring.get(&name)?.is_none())
            })
            .await?;
        if is_gone { Ok(()) } else { Err(VaultError::NotKept) }
    }

    /// The turn to read and write the owner's item.
    pub(crate) async fn owner_turn(&self) -> MutexGuard<'_, ()> {
        self.owner_turn.lock().await
    }

    async fn run<T, J>(&self, job: J) -> Result<T, VaultError>
    where
        T: Send + 'static,
        J: FnOnce(&dyn Keyring) -> Result<T, KeyringFailure> + Send + 'static,
    {
        let (reply, answer) = oneshot::channel();
        let job: Job = Box::new(move |keyring| {
            // Whoever has stopped waiting was told that it did not happen in time; then it should not happen later.
            if !reply.is_closed() {
                let _ = reply.send(job(keyring));
            }
        });
        let stopped = || VaultError::Refused("the vault has stopped".to_owned());
        self.queue.send(job).map_err(|_| stopped())?;
        match tokio::time::timeout(self.limit, answer).await {
            Ok(answer) => answer.map_err(|_| stopped())?.map_err(VaultError::from),
            Err(_) => {
                tracing::warn!("the keyring did not answer in time");
                Err(VaultError::Timeout)
            }
        }
    }
}

fn serve(keyring: &dyn Keyring, jobs: &Receiver<Job>) {
    while let Ok(job) = jobs.recv() {
        job(keyring);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::memory::{Fault, MemoryKeyring};

    const ACCOUNT: &str = "finan-one/production/secret-key";

    fn vault(keyring: &MemoryKeyring) -> Vault {
        Vault::over(keyring.clone(), Duration::from_millis(50)).unwrap()
    }

    #[tokio::test]
    async fn a_credential_is_kept_replaced_and_removed() {
        let keyring = MemoryKeyring::default();
        let vault = vault(&keyring);
        assert!(vault.load(ACCOUNT).await.unwrap().is_none());
        for secret in ["khóa-1", "khóa-2"] {
            vault.save(ACCOUNT, &SecretString::from(secret)).await.unwrap();
            let read = vault.load(ACCOUNT).await.unwrap().unwrap();
            assert_eq!(read.expose_secret(), secret);
        }
        assert_eq!(keyring.accounts(), [ACCOUNT]);
        vault.delete(ACCOUNT).await.unwrap();
        vault.delete(ACCOUNT).await.unwrap();
        assert!(vault.load(ACCOUNT).await.unwrap().is_none());
    }

    #[tokio::test]
    async fn each_trouble_has_its_code_and_nothing_is_kept_elsewhere() {
        for (fault, code, status) in [
            (Fault::Missing, "keyring_missing", KeyringStatus::Missing),
            (Fault::Locked, "keyring_locked", KeyringStatus::Locked),
            (Fault::Refuses, "keyring_refused", KeyringStatus::Failing),
            (Fault::Forgets, "keyring_not_kept", KeyringStatus::Available),
            (Fault::Hangs, "keyring_timeout", KeyringStatus::Locked),
        ] {
            let keyring = MemoryKeyring::default();
            keyring.set_fault(Some(fault));
            let vault = vault(&keyring);
            let saved = vault.save(ACCOUNT, &SecretString::from("canary")).await;
            assert_eq!(saved.unwrap_err().code(), code, "{fault:?}");
            assert_eq!(vault.status().await, status, "{fault:?}");
            assert!(keyring.accounts().is_empty(), "{fault:?}");
            keyring.set_fault(None);
        }
    }

    #[tokio::test]
    async fn what_waited_behind_a_prompt_too_long_does_not_happen_later() {
        let keyring = MemoryKeyring::default();
        let vault = vault(&keyring);
        keyring.set_fault(Some(Fault::Hangs));
        let secret = SecretString::from("canary");
        let (prompted, behind) = tokio::join!(vault.load(ACCOUNT), vault.save(ACCOUNT, &secret));
        assert_eq!(prompted.unwrap_err(), VaultError::Timeout);
        assert_eq!(behind.unwrap_err(), VaultError::Timeout);
        keyring.set_fault(None);
        assert!(vault.load(ACCOUNT).await.unwrap().is_none());
        assert!(keyring.accounts().is_empty());
    }

    #[tokio::test]
    async fn a_secret_never_shows_in_debug() {
        let vault = vault(&MemoryKeyring::default());
        vault.save(ACCOUNT, &SecretString::from("canary")).await.unwrap();
        let read = vault.load(ACCOUNT).await.unwrap();
        assert!(!format!("{vault:?} {read:?}").contains("canary"));
    }
}
