//! Whether payouts can be seen now: for ten minutes of use after the owner's PIN, in the memory of this process only.

use super::{pin, view, world};
use crate::{Till, TillError};
use contract::ErrorCode;
use contract::owner::{OwnerUnlockRequest, OwnerView};
use domain::{Environment, UnixMs};
use std::sync::{Mutex, MutexGuard, PoisonError};
use vault::Who;

/// Without use payouts are hidden again after this time.
const OPEN_MS: i64 = 10 * 60_000;

/// Until when payouts can be seen.
#[derive(Debug, Default)]
pub(crate) struct Unlocked(Mutex<Option<(Environment, i64)>>);

impl Unlocked {
    /// Opens, or stays open for another while.
    pub(super) fn open(&self, till: &Till) {
        let until = till.clock.monotonic_ms().saturating_add(OPEN_MS);
        *self.state() = Some((till.line().environment, until));
    }

    /// Until when it is open, by the wall clock; none when it is not.
    pub(super) fn until(&self, till: &Till) -> Option<UnixMs> {
        let left = self.left_ms(till).filter(|left| *left > 0)?;
        Some(till.now().saturating_add(left))
    }

    fn close(&self) -> bool {
        self.state().take().is_some()
    }

    /// Another world has another PIN. Counted on the monotonic clock: setting the wall clock opens nothing.
    fn left_ms(&self, till: &Till) -> Option<i64> {
        let state = *self.state();
        state
            .filter(|(world, _)| *world == till.line().environment)
            .map(|(_, until)| until.saturating_sub(till.clock.monotonic_ms()))
    }

    fn state(&self) -> MutexGuard<'_, Option<(Environment, i64)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Shows payouts after the owner's PIN.
///
/// # Errors
/// `pin_wrong`, `pin_wait`, `pin_missing`; keyring errors.
pub async fn unlock(till: &Till, request: OwnerUnlockRequest) -> Result<OwnerView, TillError> {
    pin::verify(till, Who::Owner, &request.pin).await?;
    till.owner.open(till);
    till.wake.ring();
    view::tell(till).await
}

/// Hides payouts.
///
/// # Errors
/// Keyring and storage errors; payouts are hidden all the same.
pub async fn lock(till: &Till) -> Result<OwnerView, TillError> {
    till.owner.close();
    view::tell(till).await
}

/// Whether payouts can be seen now; looking is no use of it.
pub(crate) fn is_unlocked(till: &Till) -> bool {
    till.owner.until(till).is_some()
}

/// Lets pass while payouts can be seen, and counts as use.
///
/// # Errors
/// `owner_locked`; `pin_missing` when there is no PIN to unlock with; keyring errors.
pub(crate) async fn require_unlocked(till: &Till) -> Result<(), TillError> {
    if till.owner.until(till).is_some() {
        till.owner.open(till);
        return Ok(());
    }
    let guard = till.vault.owner(world(till)).await?;
    Err(if guard.has(Who::Owner) {
        ErrorCode::OwnerLocked
    } else {
        ErrorCode::PinMissing
    }
    .into())
}

/// Hides payouts when nobody used them for long enough. Gives when that may be next.
///
/// # Errors
/// Keyring and storage errors.
pub(crate) async fn pass(till: &Till) -> Result<Option<UnixMs>, TillError> {
    if let Some(until) = till.owner.until(till) {
        return Ok(Some(until));
    }
    if till.owner.close() {
        view::tell(till).await?;
    }
    Ok(None)
}
