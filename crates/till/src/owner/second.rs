//! The second person, who confirms with a PIN of their own what the owner made.

use super::{pin, view, world};
use crate::{Till, TillError};
use contract::owner::{OwnerView, SecondPersonRequest};
use vault::Who;

/// Sets or removes the second person.
///
/// # Errors
/// The owner's PIN's errors; `pin_weak`; `pin_same`; keyring errors.
pub async fn set_second(till: &Till, request: SecondPersonRequest) -> Result<OwnerView, TillError> {
    pin::verify(till, Who::Owner, &request.pin).await?;
    let hash = match request.second {
        Some(second) => {
            let guard = till.vault.owner(world(till)).await?;
            Some(pin::hashed(second, guard, Who::Owner).await?)
        }
        None => None,
    };
    till.vault
        .change_owner(world(till), |guard| guard.set(Who::Second, hash))
        .await?;
    view::tell(till).await
}
