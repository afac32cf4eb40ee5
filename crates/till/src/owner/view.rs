//! What may be known of the owner's guard.

use super::{limits_of, world};
use crate::{Till, TillError};
use contract::Time;
use contract::event::TillEvent;
use contract::owner::OwnerView;
use dong::Dong;
use vault::Who;

/// Whether PINs are set, until when payouts can be seen, and the limits. What of today's is used is a payout's matter and told only
/// while payouts can be seen.
///
/// # Errors
/// Keyring and storage errors.
pub async fn get(till: &Till) -> Result<OwnerView, TillError> {
    let guard = till.vault.owner(world(till)).await?;
    let now = till.now();
    let unlocked_until = till.owner.until(till);
    let used_today = match unlocked_until {
        Some(_) => super::used_today(till).await?,
        None => Dong::ZERO,
    };
    let waits = [Who::Owner, Who::Second].map(|who| guard.tries(who).waits_until(now));
    Ok(OwnerView {
        has_pin: guard.has(Who::Owner),
        has_second: guard.has(Who::Second),
        unlocked_until: unlocked_until.map(Time::from_ms),
        wait_until: waits.into_iter().flatten().max().map(Time::from_ms),
        limits: limits_of(&guard).view(used_today),
    })
}

/// Tells everybody how the guard stands.
///
/// # Errors
/// Keyring and storage errors.
pub(crate) async fn tell(till: &Till) -> Result<OwnerView, TillError> {
    let owner = get(till).await?;
    till.events.send(TillEvent::Owner { owner: owner.clone() });
    crate::practice::tell_if_changed(till);
    Ok(owner)
}
