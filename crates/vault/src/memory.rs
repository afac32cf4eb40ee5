//! A keyring for tests: keeps items in memory and fails on demand. Never part of the program.

use crate::keyring::{Keyring, KeyringFailure};
use std::collections::BTreeMap;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use zeroize::Zeroizing;

/// What goes wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// There is no keyring.
    Missing,
    /// It is locked and the prompt was dismissed.
    Locked,
    /// Every call fails.
    Refuses,
    /// It says yes and keeps nothing.
    Forgets,
    /// It waits until the fault is lifted, as before a prompt.
    Hangs,
}

#[derive(Default)]
struct State {
    items: BTreeMap<String, Zeroizing<Vec<u8>>>,
    fault: Option<Fault>,
}

/// Clones share their items.
#[derive(Clone, Default)]
pub struct MemoryKeyring {
    shared: Arc<(Mutex<State>, Condvar)>,
}

impl MemoryKeyring {
    /// Makes something go wrong, or lifts it.
    pub fn set_fault(&self, fault: Option<Fault>) {
        let (state, changed) = &*self.shared;
        state.lock().unwrap_or_else(PoisonError::into_inner).fault = fault;
        changed.notify_all();
    }

    /// The accounts that have an item.
    #[must_use]
    pub fn accounts(&self) -> Vec<String> {
        let (state, _) = &*self.shared;
        let state = state.lock().unwrap_or_else(PoisonError::into_inner);
        state.items.keys().cloned().collect()
    }

    fn ready(&self) -> Result<MutexGuard<'_, State>, KeyringFailure> {
        let (state, changed) = &*self.shared;
        let guard = state.lock().unwrap_or_else(PoisonError::into_inner);
        let guard = changed
            .wait_while(guard, |state| state.fault == Some(Fault::Hangs))
            .unwrap_or_else(PoisonError::into_inner);
        match guard.fault {
            Some(Fault::Missing) => Err(KeyringFailure::Missing("no bus".to_owned())),
            Some(Fault::Locked) => Err(KeyringFailure::Locked("prompt dismissed".to_owned())),
            Some(Fault::Refuses) => Err(KeyringFailure::Refused("no".to_owned())),
            _ => Ok(guard),
        }
    }
}

impl Keyring for MemoryKeyring {
    fn probe(&self) -> Result<(), KeyringFailure> {
        self.ready().map(drop)
    }

    fn set(&self, account: &str, secret: &[u8]) -> Result<(), KeyringFailure> {
        let mut state = self.ready()?;
        if state.fault != Some(Fault::Forgets) {
            state
                .items
                .insert(account.to_owned(), Zeroizing::new(secret.to_vec()));
        }
        Ok(())
    }

    fn get(&self, account: &str) -> Result<Option<Zeroizing<Vec<u8>>>, KeyringFailure> {
        Ok(self.ready()?.items.get(account).cloned())
    }

    fn delete(&self, account: &str) -> Result<(), KeyringFailure> {
        self.ready()?.items.remove(account);
        Ok(())
    }
}
