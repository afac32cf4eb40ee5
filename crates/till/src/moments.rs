//! What the screens have been told of, where nothing else remembers it.

use contract::practice::PracticeView;
use domain::{PaymentId, UnixMs};
use std::collections::HashSet;
use std::sync::{Mutex, PoisonError};

/// Remembers what was told, so that a passed moment is told once.
#[derive(Debug, Default)]
pub(crate) struct Moments {
    expired: Mutex<HashSet<PaymentId>>,
    practice: Mutex<Option<PracticeView>>,
    due_told_at: Mutex<Option<UnixMs>>,
}

impl Moments {
    /// Whether this expiry was not told before; from now on it was.
    pub(crate) fn is_new(&self, id: PaymentId) -> bool {
        self.expired
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(id)
    }

    /// The moment up to which invoices that fell due were told; from now on it is this one. At first, and when the clock went back,
    /// there is nothing to tell: the screens have just read how things stand, or will soon.
    pub(crate) fn due_told_at(&self, now: UnixMs) -> UnixMs {
        let mut told_at = self.due_told_at.lock().unwrap_or_else(PoisonError::into_inner);
        told_at.replace(now).map_or(now, |before| before.min(now))
    }

    /// Whether practice mode is another than was told last; from now on it was told.
    pub(crate) fn is_new_practice(&self, practice: &PracticeView) -> bool {
        let mut told = self.practice.lock().unwrap_or_else(PoisonError::into_inner);
        let is_new = told.as_ref() != Some(practice);
        *told = Some(practice.clone());
        is_new
    }
}
