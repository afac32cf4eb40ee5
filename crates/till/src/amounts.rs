//! Amounts at the counter: what was typed, and what this shop asks for most.

mod frequent;
mod read;

pub use frequent::frequent;
pub use read::read;
pub(crate) use read::{problem, style};

use contract::ErrorCode;
use dong::Dong;

/// The most one instant transfer by QR carries.
///
/// Source: the order's own limit for a QR (499.999.999 dong), which keeps a payment within one NAPAS 247 transfer.
pub(crate) const MOST_BY_QR: Dong = Dong::new(499_999_999);

/// Whether this amount can be asked for by QR.
pub(crate) fn check(amount: Dong) -> Result<Dong, ErrorCode> {
    if amount.is_negative() {
        Err(ErrorCode::AmountNegative)
    } else if amount.is_zero() {
        Err(ErrorCode::AmountZero)
    } else if amount > MOST_BY_QR {
        Err(ErrorCode::AmountTooLarge)
    } else {
        Ok(amount)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limits_of_a_qr() {
        assert_eq!(check(Dong::new(1)), Ok(Dong::new(1)));
        assert_eq!(check(MOST_BY_QR), Ok(MOST_BY_QR));
        assert_eq!(check(Dong::new(500_000_000)), Err(ErrorCode::AmountTooLarge));
        assert_eq!(check(Dong::ZERO), Err(ErrorCode::AmountZero));
        assert_eq!(check(Dong::new(-5)), Err(ErrorCode::AmountNegative));
    }
}
