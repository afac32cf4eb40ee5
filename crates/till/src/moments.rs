//! Payments whose expiry the screens have been told of.

use domain::PaymentId;
use std::collections::HashSet;
use std::sync::{Mutex, PoisonError};

/// Remembers what was told, so that a passed moment is told once.
#[derive(Debug, Default)]
pub(crate) struct Moments(Mutex<HashSet<PaymentId>>);

impl Moments {
    /// Whether this expiry was not told before; from now on it was.
    pub(crate) fn is_new(&self, id: PaymentId) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(id)
    }
}
