//! What the screens have been told of, where nothing else remembers it.

use contract::practice::PracticeTrouble;
use domain::PaymentId;
use std::collections::HashSet;
use std::sync::{Mutex, PoisonError};

/// Remembers what was told, so that a passed moment is told once.
#[derive(Debug, Default)]
pub(crate) struct Moments {
    expired: Mutex<HashSet<PaymentId>>,
    troubles: Mutex<Vec<PracticeTrouble>>,
}

impl Moments {
    /// Whether this expiry was not told before; from now on it was.
    pub(crate) fn is_new(&self, id: PaymentId) -> bool {
        self.expired
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(id)
    }

    /// Whether other troubles are on than were told last; from now on these were.
    pub(crate) fn are_new_troubles(&self, troubles: &[PracticeTrouble]) -> bool {
        let mut told = self.troubles.lock().unwrap_or_else(PoisonError::into_inner);
        let are_new = *told != troubles;
        troubles.clone_into(&mut told);
        are_new
    }
}
