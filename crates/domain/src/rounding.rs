//! From a count with fractions to whole dong.

use dong::Dong;
use rust_decimal::{Decimal, RoundingStrategy};

/// Rounded half up. `None` when it leaves the range.
pub(crate) fn whole(amount: Decimal) -> Option<Dong> {
    let rounded = amount.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
    i64::try_from(rounded).ok().map(Dong::new)
}
