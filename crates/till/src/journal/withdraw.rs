//! Gives up an intent that has no effect at the gateway.

use crate::{Till, TillError};
use domain::{IntentId, Move};
use store::{Note, StoreError};

/// Drops it, unless it has moved on meanwhile.
///
/// # Errors
/// Storage errors.
pub(crate) async fn withdraw(till: &Till, id: impl Into<IntentId>) -> Result<(), TillError> {
    match till.store.advance(id, Move::Drop, Note::at(till.now())).await {
        Ok(_) | Err(StoreError::Move(_)) => Ok(()),
        Err(error) => Err(error.into()),
    }
}
