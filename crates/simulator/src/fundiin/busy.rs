//! The keys whose request is still running: the same key is told REQUEST_PROCESSING meanwhile (contract §3).

use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};

/// All running keys of one simulator. Clones share them.
#[derive(Debug, Clone, Default)]
pub(crate) struct BusyKeys {
    keys: Arc<Mutex<HashSet<String>>>,
}

/// One running request; dropping it ends it.
#[derive(Debug)]
pub(crate) struct Busy {
    keys: BusyKeys,
    key: String,
}

impl BusyKeys {
    /// Marks a key as running, or `None` when it already is.
    pub(crate) fn begin(&self, key: &str) -> Option<Busy> {
        let is_new = self.change(|keys| keys.insert(key.to_owned()));
        is_new.then(|| Busy {
            keys: self.clone(),
            key: key.to_owned(),
        })
    }

    fn change<T>(&self, change: impl FnOnce(&mut HashSet<String>) -> T) -> T {
        change(&mut self.keys.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Drop for Busy {
    fn drop(&mut self) {
        self.keys.change(|keys| keys.remove(&self.key));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_busy_until_its_request_ends() {
        let keys = BusyKeys::default();
        let first = keys.begin("a");
        assert!(first.is_some() && keys.begin("a").is_none() && keys.begin("b").is_some());
        drop(first);
        assert!(keys.begin("a").is_some());
    }
}
