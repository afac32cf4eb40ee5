//! The integer newtype and its arithmetic. Every operation that can overflow returns an [`Option`];
//! there are deliberately no `+`, `-` or `*` operators.

use serde::{Deserialize, Serialize};

/// An amount of money in whole dong. May be negative (money to give back, a difference).
///
/// Serialised as a plain integer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Dong(i64);

impl Dong {
    /// No money.
    pub const ZERO: Self = Self(0);
    /// The largest amount that fits.
    pub const MAX: Self = Self(i64::MAX);
    /// The smallest amount that fits.
    pub const MIN: Self = Self(i64::MIN);

    /// An amount of `dong` whole dong.
    #[must_use]
    pub const fn new(dong: i64) -> Self {
        Self(dong)
    }

    /// The amount in whole dong.
    #[must_use]
    pub const fn get(self) -> i64 {
        self.0
    }

    /// Whether the amount is exactly zero.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// Whether the amount is below zero.
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// Whether the amount is above zero.
    #[must_use]
    pub const fn is_positive(self) -> bool {
        self.0 > 0
    }

    /// The sum, or `None` when it does not fit.
    #[must_use]
    pub const fn checked_add(self, other: Self) -> Option<Self> {
        match self.0.checked_add(other.0) {
            Some(sum) => Some(Self(sum)),
            None => None,
        }
    }

    /// The difference, or `None` when it does not fit.
    #[must_use]
    pub const fn checked_sub(self, other: Self) -> Option<Self> {
        match self.0.checked_sub(other.0) {
            Some(difference) => Some(Self(difference)),
            None => None,
        }
    }

    /// The amount taken `times` times, or `None` when it does not fit.
    #[must_use]
    pub const fn checked_mul(self, times: i64) -> Option<Self> {
        match self.0.checked_mul(times) {
            Some(product) => Some(Self(product)),
            None => None,
        }
    }

    /// The amount with the other sign, or `None` when it does not fit.
    #[must_use]
    pub const fn checked_neg(self) -> Option<Self> {
        match self.0.checked_neg() {
            Some(negated) => Some(Self(negated)),
            None => None,
        }
    }

    /// The sum of all `amounts` (zero when there are none), or `None` when a partial sum does not fit.
    #[must_use]
    pub fn checked_sum(amounts: impl IntoIterator<Item = Self>) -> Option<Self> {
        amounts.into_iter().try_fold(Self::ZERO, Self::checked_add)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert_eq, proptest};

    use super::*;

    #[test]
    fn crosses_as_a_plain_integer() {
        assert_eq!(serde_json::to_string(&Dong::new(1_234_567)).unwrap(), "1234567");
        assert_eq!(serde_json::from_str::<Dong>("-5").unwrap(), Dong::new(-5));
    }

    #[test]
    fn refuses_fractions_floats_and_text_when_deserialised() {
        for json in ["1.5", "1e3", "\"1000\"", "9223372036854775808", "null"] {
            assert!(serde_json::from_str::<Dong>(json).is_err(), "{json}");
        }
    }

    #[test]
    fn overflow_is_none() {
        assert_eq!(Dong::MAX.checked_add(Dong::new(1)), None);
        assert_eq!(Dong::MIN.checked_sub(Dong::new(1)), None);
        assert_eq!(Dong::MAX.checked_mul(2), None);
        assert_eq!(Dong::MIN.checked_neg(), None);
        assert_eq!(Dong::checked_sum([Dong::MAX, Dong::new(1), Dong::new(-1)]), None);
    }

    #[test]
    fn sums_start_at_zero() {
        assert_eq!(Dong::checked_sum([]), Some(Dong::ZERO));
        assert_eq!(
            Dong::checked_sum([Dong::new(2), Dong::new(-5)]),
            Some(Dong::new(-3))
        );
    }

    #[test]
    fn signs_are_told_apart() {
        assert!(Dong::ZERO.is_zero() && !Dong::ZERO.is_negative() && !Dong::ZERO.is_positive());
        assert!(Dong::new(-1).is_negative() && Dong::new(1).is_positive());
    }

    proptest! {
        #[test]
        fn arithmetic_is_exact_or_none(left in any::<i64>(), right in any::<i64>()) {
            let exact = |wide: i128| i64::try_from(wide).ok().map(Dong::new);
            let (wide_left, wide_right) = (i128::from(left), i128::from(right));
            prop_assert_eq!(Dong::new(left).checked_add(Dong::new(right)), exact(wide_left + wide_right));
            prop_assert_eq!(Dong::new(left).checked_sub(Dong::new(right)), exact(wide_left - wide_right));
            prop_assert_eq!(Dong::new(left).checked_mul(right), exact(wide_left * wide_right));
        }
    }
}
