//! How much may be sent in one payout and in one day of Vietnam. Kept in the keyring, out of reach of whoever edits the database.

use super::{pin, view, world};
use crate::{Till, TillError};
use contract::owner::{OwnerView, PayoutLimitsRequest};
use contract::payout::PayoutLimitsView;
use contract::{ErrorBody, ErrorCode};
use domain::UnixMs;
use dong::Dong;
use vault::{OwnerGuard, OwnerLimits, Who};

/// What a new shop may send in one payout.
const USUAL_EACH: Dong = Dong::new(20_000_000);
/// And in one day.
const USUAL_DAY: Dong = Dong::new(50_000_000);
/// Vietnam's clocks are seven hours ahead, all year.
const VIETNAM_OFFSET_MS: UnixMs = 7 * 3_600_000;
const DAY_MS: UnixMs = 24 * 3_600_000;

/// The limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Limits {
    /// At most this much in one payout.
    pub(crate) each: Dong,
    /// At most this much in one day.
    pub(crate) day: Dong,
}

impl Limits {
    /// Why an amount may not be sent on a day of which this much is used; none when it may.
    pub(crate) fn refusal(&self, amount: Dong, used: Dong) -> Option<ErrorBody> {
        if amount > self.each {
            let body = ErrorBody::of(ErrorCode::PayoutOverLimit);
            return Some(body.with("limit", self.each.get()));
        }
        let is_within = used.checked_add(amount).is_some_and(|sum| sum <= self.day);
        (!is_within).then(|| self.over_day(used))
    }

    /// The refusal of an amount that the day has no room for.
    pub(crate) fn over_day(&self, used: Dong) -> ErrorBody {
        ErrorBody::of(ErrorCode::PayoutOverDay)
            .with("limit", self.day.get())
            .with("used", used.get())
    }

    pub(super) const fn view(&self, used_today: Dong) -> PayoutLimitsView {
        PayoutLimitsView {
            each: self.each,
            day: self.day,
            used_today,
        }
    }
}

/// Changes the limits.
///
/// # Errors
/// `amount_zero`, `amount_negative`; the PIN's errors; keyring errors.
pub async fn set_limits(till: &Till, request: PayoutLimitsRequest) -> Result<OwnerView, TillError> {
    for amount in [request.each, request.day] {
        if amount.is_zero() {
            return Err(ErrorCode::AmountZero.into());
        }
        if amount.is_negative() {
            return Err(ErrorCode::AmountNegative.into());
        }
    }
    pin::verify(till, Who::Owner, &request.pin).await?;
    let limits = OwnerLimits {
        each: request.each.get(),
        day: request.day.get(),
    };
    till.vault
        .change_owner(world(till), |guard| guard.limits = Some(limits))
        .await?;
    view::tell(till).await
}

/// The limits of the present world.
pub(crate) async fn limits(till: &Till) -> Result<Limits, TillError> {
    Ok(limits_of(&till.vault.owner(world(till)).await?))
}

pub(super) fn limits_of(guard: &OwnerGuard) -> Limits {
    guard.limits.map_or(
        Limits {
            each: USUAL_EACH,
            day: USUAL_DAY,
        },
        |kept| Limits {
            each: Dong::new(kept.each),
            day: Dong::new(kept.day),
        },
    )
}

/// The limits and what of today's is used.
pub(crate) async fn limits_view(till: &Till) -> Result<PayoutLimitsView, TillError> {
    Ok(limits(till).await?.view(used_today(till).await?))
}

/// What of today's limit is used: everything that moved money or still may.
pub(crate) async fn used_today(till: &Till) -> Result<Dong, TillError> {
    let environment = till.line().environment;
    Ok(till.store.payouts_used(environment, day_start(till)).await?)
}

/// When today began in Vietnam, by this machine's clock or the gateway's, whichever is earlier: setting the clock makes no new day.
pub(crate) fn day_start(till: &Till) -> UnixMs {
    let ours = till.now();
    let theirs = till.line().client().ok().and_then(|client| {
        let clock = client.server_clock();
        clock.skew_ms().map(|_| clock.now_ms())
    });
    began(ours).min(theirs.map_or(i64::MAX, began))
}

const fn began(now: UnixMs) -> UnixMs {
    let there = now.saturating_add(VIETNAM_OFFSET_MS);
    there
        .saturating_sub(there.rem_euclid(DAY_MS))
        .saturating_sub(VIETNAM_OFFSET_MS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_begins_at_midnight_in_vietnam() {
        // 2026-11-22 00:30 in Vietnam is 17:30 of the day before in London.
        assert_eq!(began(1_795_282_200_000), 1_795_280_400_000);
        assert_eq!(began(1_795_280_400_000), 1_795_280_400_000);
        assert_eq!(began(1_795_280_399_999), 1_795_280_400_000 - DAY_MS);
    }

    #[test]
    fn a_payout_fits_below_both_limits() {
        let limits = Limits {
            each: Dong::new(20),
            day: Dong::new(50),
        };
        let code = |amount, used| {
            let refusal = limits.refusal(Dong::new(amount), Dong::new(used));
            refusal.map(|body| body.code)
        };
        assert_eq!(code(20, 30), None);
        assert_eq!(code(21, 0), Some(ErrorCode::PayoutOverLimit));
        assert_eq!(code(20, 31), Some(ErrorCode::PayoutOverDay));
        assert_eq!(code(1, i64::MAX), Some(ErrorCode::PayoutOverDay));
    }
}
