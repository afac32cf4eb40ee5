//! How amounts are written for people: dots between groups of three, the dong sign behind, never decimals.

use std::fmt;

use crate::Dong;

impl Dong {
    /// The amount in groups of three without the dong sign: `1.234.567`, `-1.234`.
    #[must_use]
    pub fn grouped(self) -> String {
        let digits = self.get().unsigned_abs().to_string();
        let mut grouped = String::with_capacity(digits.len() * 4 / 3 + 2);
        if self.is_negative() {
            grouped.push('-');
        }
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                grouped.push('.');
            }
            grouped.push(digit);
        }
        grouped
    }
}

/// `1.234.567 ₫`, `-1.234 ₫`; width and alignment of the formatter are honoured.
impl fmt::Display for Dong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{} ₫", self.grouped()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_by_three_with_the_sign_behind() {
        for (dong, text) in [
            (0, "0 ₫"),
            (7, "7 ₫"),
            (999, "999 ₫"),
            (1_000, "1.000 ₫"),
            (85_000, "85.000 ₫"),
            (1_234_567, "1.234.567 ₫"),
            (-1_234, "-1.234 ₫"),
            (-999, "-999 ₫"),
            (i64::MAX, "9.223.372.036.854.775.807 ₫"),
            (i64::MIN, "-9.223.372.036.854.775.808 ₫"),
        ] {
            assert_eq!(Dong::new(dong).to_string(), text);
        }
    }

    #[test]
    fn grouped_has_no_sign_and_width_is_honoured() {
        assert_eq!(Dong::new(-1_234_567).grouped(), "-1.234.567");
        assert_eq!(format!("{:>10}", Dong::new(1_234)), "   1.234 ₫");
    }
}
