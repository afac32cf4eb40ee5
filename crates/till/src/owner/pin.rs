//! The owner's PIN: set, changed, tried. It lies hashed in the keyring, with the count of wrong tries.

use super::{view, world};
use crate::{Till, TillError};
use contract::owner::{OwnerPinRequest, OwnerView};
use contract::{ErrorBody, ErrorCode};
use secrecy::SecretString;
use vault::{OwnerGuard, PinFault, PinHash, Tried, Who};

/// So many wrong PINs in a row start a wait.
const TRIES_BEFORE_WAIT: u32 = 3;

/// Sets or changes the PIN; whoever could do that may also see payouts now.
///
/// # Errors
/// `pin_weak`; `pin_same` as the second person's; the errors of [`verify`] for the present one; keyring errors.
pub async fn set_pin(till: &Till, request: OwnerPinRequest) -> Result<OwnerView, TillError> {
    let guard = till.vault.owner(world(till)).await?;
    if guard.has(Who::Owner) {
        let current = request.current.ok_or(ErrorCode::PinWrong)?;
        verify(till, Who::Owner, &current).await?;
    }
    let hash = hashed(request.new, guard, Who::Second).await?;
    till.vault
        .change_owner(world(till), |guard| guard.set(Who::Owner, Some(hash)))
        .await?;
    till.owner.open(till);
    view::tell(till).await
}

/// Hashes a new PIN that is another than somebody else's.
pub(super) async fn hashed(new: SecretString, guard: OwnerGuard, other: Who) -> Result<PinHash, TillError> {
    let hashing = tokio::task::spawn_blocking(move || {
        let hash = PinHash::hash(&new).map_err(|fault| match fault {
            PinFault::Hashing => ErrorCode::Internal,
            PinFault::Length | PinFault::Digits | PinFault::Repeated | PinFault::Row => ErrorCode::PinWeak,
        })?;
        if guard.is_same(other, &new) {
            return Err(ErrorCode::PinSame);
        }
        Ok(hash)
    });
    Ok(hashing.await.map_err(|_| ErrorCode::Internal)??)
}

/// Tries a PIN. Every wrong one counts, in this process or in the next.
///
/// # Errors
/// `pin_wrong`, `pin_wait`, `pin_missing`; keyring errors, after which nobody is let in.
pub(crate) async fn verify(till: &Till, who: Who, pin: &SecretString) -> Result<(), TillError> {
    let now = till.now();
    let refusal = match till.vault.try_pin(world(till), who, pin, now).await? {
        Tried::Right => return Ok(()),
        Tried::NotSet => return Err(ErrorCode::PinMissing.into()),
        Tried::Waits { until } => waiting(ErrorCode::PinWait, now, until),
        Tried::Wrong {
            wait_until: Some(until),
        } => waiting(ErrorCode::PinWrong, now, until).with("tries", 0),
        Tried::Wrong { wait_until: None } => {
            let wrong = till.vault.owner(world(till)).await?.tries(who).wrong;
            let left = TRIES_BEFORE_WAIT.saturating_sub(wrong);
            ErrorBody::of(ErrorCode::PinWrong).with("tries", left)
        }
    };
    view::tell(till).await?;
    Err(TillError::Refused(refusal))
}

fn waiting(code: ErrorCode, now: i64, until: i64) -> ErrorBody {
    let seconds = until.saturating_sub(now).max(0).saturating_add(999) / 1_000;
    ErrorBody::of(code).with("seconds", seconds)
}
