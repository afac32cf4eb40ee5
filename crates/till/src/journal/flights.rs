//! Which intents this process is working on right now: one of them is under way, not interrupted.

use domain::IntentId;
use std::collections::HashSet;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The intents under way.
#[derive(Debug, Default)]
pub(crate) struct Flights(Mutex<HashSet<IntentId>>);

impl Flights {
    /// Takes an intent up until the guard is dropped; `None` while somebody else works on it.
    pub(super) fn begin(&self, id: IntentId) -> Option<Flight<'_>> {
        let is_free = self.all().insert(id);
        is_free.then(|| Flight { flights: self, id })
    }

    fn all(&self) -> MutexGuard<'_, HashSet<IntentId>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Work on one intent. It ends when this is dropped, also when its task was cancelled.
#[derive(Debug)]
pub(super) struct Flight<'a> {
    flights: &'a Flights,
    id: IntentId,
}

impl Drop for Flight<'_> {
    fn drop(&mut self) {
        self.flights.all().remove(&self.id);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn one_works_at_a_time_and_the_place_is_free_again_afterwards() {
        let flights = Flights::default();
        let id = IntentId::new(Uuid::from_u128(1));
        let flight = flights.begin(id);
        assert!(flight.is_some() && flights.begin(id).is_none());
        drop(flight);
        assert!(flights.begin(id).is_some());
    }
}
