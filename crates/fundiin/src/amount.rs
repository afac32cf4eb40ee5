//! Amounts in whole dong as the gateway takes them: the page's "minor unit" of VND is the dong itself.

use dong::Dong;
use serde::Serialize;

use crate::error::{InvalidField, Reason};

/// The only currency (Initiate page, `amount.currency`).
pub(crate) const CURRENCY: &str = "VND";
/// Above this a reader that takes numbers as floating point would see another amount, dong.
const LARGEST: Dong = Dong::new(9_007_199_254_740_991);

/// `{value, currency}`.
#[derive(Debug, Serialize)]
pub(crate) struct Money {
    currency: &'static str,
    value: Dong,
}

impl Money {
    /// A positive amount for `field`.
    pub(crate) fn positive(field: &str, amount: Dong) -> Result<Self, InvalidField> {
        if !amount.is_positive() {
            return Err(InvalidField::new(field, Reason::NotPositive));
        }
        Ok(Self {
            currency: CURRENCY,
            value: sendable(field, amount)?,
        })
    }
}

/// `amount` when it is not negative and not too large to be read exactly.
pub(crate) fn sendable(field: &str, amount: Dong) -> Result<Dong, InvalidField> {
    if amount.is_negative() {
        Err(InvalidField::new(field, Reason::Negative))
    } else if amount > LARGEST {
        Err(InvalidField::new(field, Reason::TooLarge))
    } else {
        Ok(amount)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dong_are_sent_as_they_are_and_never_multiplied() {
        let money = Money::positive("amount.value", Dong::new(400_000)).unwrap();
        assert_eq!(
            serde_json::to_string(&money).unwrap(),
            r#"{"currency":"VND","value":400000}"#
        );
    }

    #[test]
    fn what_cannot_be_an_amount_is_refused_with_the_field() {
        let reason = |dong| {
            Money::positive("amount.value", Dong::new(dong))
                .unwrap_err()
                .reason
        };
        assert_eq!(reason(0), Reason::NotPositive);
        assert_eq!(reason(-1), Reason::NotPositive);
        assert_eq!(reason(i64::MAX), Reason::TooLarge);
        assert_eq!(
            sendable("price", Dong::new(-1)).unwrap_err().reason,
            Reason::Negative
        );
        assert_eq!(sendable("price", Dong::ZERO), Ok(Dong::ZERO));
    }
}
