//! What the screens have been told of, where nothing else remembers it.

use contract::practice::PracticeView;
use domain::PaymentId;
use std::collections::HashSet;
use std::sync::{Mutex, PoisonError};

/// Remembers what was told, so that a passed moment is told once.
#[derive(Debug, Default)]
pub(crate) struct Moments {
    expired: Mutex<HashSet<PaymentId>>,
    practice: Mutex<Option<PracticeView>>,
}

impl Moments {
    /// Whether this expiry was not told before; from now on it was.
    pub(crate) fn is_new(&self, id: PaymentId) -> bool {
        self.expired
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(id)
    }

    /// Whether practice mode is another than was told last; from now on it was told.
    pub(crate) fn is_new_practice(&self, practice: &PracticeView) -> bool {
        let mut told = self.practice.lock().unwrap_or_else(PoisonError::into_inner);
        let is_new = told.as_ref() != Some(practice);
        *told = Some(practice.clone());
        is_new
    }
}
