//! What guards the payouts of one world: one item of the keyring, and one way to try a PIN.

use super::hash::PinHash;
use super::tries::Tries;
use crate::{Vault, VaultError};
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// Whose PIN.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// The owner's.
    Owner,
    /// The second person's, who confirms what the owner made.
    Second,
}

/// How much may be sent, in whole dong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnerLimits {
    /// At most this much in one payout.
    pub each: i64,
    /// At most this much in one day.
    pub day: i64,
}

/// What guards the payouts of one world. A PIN and the wrong tries at it change together: a new one starts with none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OwnerGuard {
    owner: Option<Lock>,
    second: Option<Lock>,
    /// The limits, once they were set.
    pub limits: Option<OwnerLimits>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Lock {
    hash: PinHash,
    tries: Tries,
}

/// What came of trying a PIN.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tried {
    /// It is the PIN.
    Right,
    /// It is not. No other one is tried before the moment, if there is one.
    Wrong {
        /// In ms since 1970.
        wait_until: Option<i64>,
    },
    /// It was not even looked at, because of the wrong ones before.
    Waits {
        /// In ms since 1970.
        until: i64,
    },
    /// There is none to try.
    NotSet,
}

impl OwnerGuard {
    /// Whether a PIN is set.
    #[must_use]
    pub const fn has(&self, who: Who) -> bool {
        self.lock(who).is_some()
    }

    /// The wrong tries in a row.
    #[must_use]
    pub fn tries(&self, who: Who) -> Tries {
        self.lock(who).map(|lock| lock.tries).unwrap_or_default()
    }

    /// Whether this is the PIN, uncounted: only to see that a new one is another than what is set. Takes tens of milliseconds.
    #[must_use]
    pub fn is_same(&self, who: Who, pin: &SecretString) -> bool {
        self.lock(who).is_some_and(|lock| lock.hash.verify(pin))
    }

    /// Sets or removes a PIN.
    pub fn set(&mut self, who: Who, hash: Option<PinHash>) {
        let lock = hash.map(|hash| Lock {
            hash,
            tries: Tries::default(),
        });
        *self.slot(who) = lock;
    }

    const fn lock(&self, who: Who) -> Option<&Lock> {
        match who {
            Who::Owner => self.owner.as_ref(),
            Who::Second => self.second.as_ref(),
        }
    }

    const fn slot(&mut self, who: Who) -> &mut Option<Lock> {
        match who {
            Who::Owner => &mut self.owner,
            Who::Second => &mut self.second,
        }
    }
}

impl Vault {
    /// What guards the payouts of a world; nothing is set where nothing was kept.
    ///
    /// # Errors
    /// [`VaultError`] when it cannot be told: then nobody may be let in.
    pub async fn owner(&self, world: &str) -> Result<OwnerGuard, VaultError> {
        match self.load(&account(world)).await? {
            Some(text) => read(&text),
            None => Ok(OwnerGuard::default()),
        }
    }

    /// Changes what guards the payouts of a world. No try and no other change comes in between.
    ///
    /// # Errors
    /// [`VaultError`] when it is not certain that the change was kept.
    pub async fn change_owner(
        &self,
        world: &str,
        change: impl FnOnce(&mut OwnerGuard) + Send,
    ) -> Result<OwnerGuard, VaultError> {
        let _turn = self.owner_turn().await;
        let mut guard = self.owner(world).await?;
        change(&mut guard);
        self.save(&account(world), &write(&guard)?).await?;
        Ok(guard)
    }

    /// Tries a PIN. It counts as wrong before it is looked at, so that ending the app in between helps nobody; one at a time.
    ///
    /// # Errors
    /// [`VaultError`] when the count could not be kept: then the PIN may have been right, and nobody is let in all the same.
    pub async fn try_pin(
        &self,
        world: &str,
        who: Who,
        pin: &SecretString,
        now: i64,
    ) -> Result<Tried, VaultError> {
        let _turn = self.owner_turn().await;
        let mut guard = self.owner(world).await?;
        let Some(lock) = guard.slot(who) else {
            return Ok(Tried::NotSet);
        };
        if let Some(until) = lock.tries.waits_until(now) {
            return Ok(Tried::Waits { until });
        }
        lock.tries = lock.tries.failed(now);
        let Lock { hash, tries } = lock.clone();
        self.save(&account(world), &write(&guard)?).await?;
        if !verify(hash, pin.clone()).await? {
            return Ok(Tried::Wrong {
                wait_until: tries.waits_until(now),
            });
        }
        if let Some(lock) = guard.slot(who) {
            lock.tries = tries.succeeded(now);
        }
        self.save(&account(world), &write(&guard)?).await?;
        Ok(Tried::Right)
    }
}

/// Off the caller's thread: it keeps a core busy.
async fn verify(hash: PinHash, pin: SecretString) -> Result<bool, VaultError> {
    tokio::task::spawn_blocking(move || hash.verify(&pin))
        .await
        .map_err(|_| VaultError::Refused("the PIN could not be tried".to_owned()))
}

fn account(world: &str) -> String {
    format!("owner/{world}")
}

/// The item as it lies in the keyring.
#[derive(Serialize, Deserialize)]
struct Kept<T> {
    pin: Option<T>,
    tries: Tries,
    second: Option<T>,
    second_tries: Tries,
    limits: Option<OwnerLimits>,
}

fn write(guard: &OwnerGuard) -> Result<SecretString, VaultError> {
    let kept = |who| guard.lock(who).map(|lock| lock.hash.as_kept());
    let item = Kept {
        pin: kept(Who::Owner),
        tries: guard.tries(Who::Owner),
        second: kept(Who::Second),
        second_tries: guard.tries(Who::Second),
        limits: guard.limits,
    };
    let text = Zeroizing::new(serde_json::to_string(&item).map_err(|_| unreadable())?);
    Ok(SecretString::from(text.as_str()))
}

fn read(text: &SecretString) -> Result<OwnerGuard, VaultError> {
    let item: Kept<String> = serde_json::from_str(text.expose_secret()).map_err(|_| unreadable())?;
    let lock = |hash: Option<String>, tries| {
        hash.map(|hash| Lock {
            hash: PinHash::from_kept(Zeroizing::new(hash)),
            tries,
        })
    };
    Ok(OwnerGuard {
        owner: lock(item.pin, item.tries),
        second: lock(item.second, item.second_tries),
        limits: item.limits,
    })
}

/// Without the cause, which would repeat a part of the text.
fn unreadable() -> VaultError {
    VaultError::Refused("the owner's item cannot be read".to_owned())
}

#[cfg(test)]
mod tests;
