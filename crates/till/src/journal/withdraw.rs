//! Gives up an intent that has no effect at the gateway.

use crate::{Till, TillError};
use domain::{Move, PaymentId};
use store::{Step, StoreError};

/// Drops it, unless it has moved on meanwhile.
///
/// # Errors
/// Storage errors.
pub(crate) async fn withdraw(till: &Till, id: PaymentId) -> Result<(), TillError> {
    match till.store.advance(id, Move::Drop, Step::at(till.now())).await {
        Ok(_) | Err(StoreError::Move(_)) => Ok(()),
        Err(error) => Err(error.into()),
    }
}
