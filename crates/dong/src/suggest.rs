//! Suggestions while an amount is typed: `85` → 85.000 ₫. Offers only; taking one is the cashier's act.
//! Knows nothing of this shop's history: learnt amounts come from elsewhere.

use crate::Dong;
use crate::fold::fold;

/// From here on the typed figure is taken to be a whole amount already.
const WHOLE_AMOUNT: i64 = 10_000;

/// The typed figure as thousands (`85` → 85.000), when it is nothing but digits and small enough to be meant so.
#[must_use]
pub fn thousand(typed: &str) -> Option<Dong> {
    Dong::new(small_figure(typed)?).checked_mul(1_000)
}

/// Round multiples of the typed figure, smallest first: `5` → 5.000, 50.000, 500.000.
#[must_use]
pub fn multiples(typed: &str) -> Vec<Dong> {
    let figure = small_figure(typed).map(Dong::new);
    [1_000, 10_000, 100_000]
        .into_iter()
        .filter_map(|times| figure?.checked_mul(times))
        .collect()
}

fn small_figure(typed: &str) -> Option<i64> {
    let folded = fold(typed);
    let digits = folded.trim();
    if digits.starts_with('0') || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    digits.parse().ok().filter(|figure| *figure < WHOLE_AMOUNT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_figures_are_offered_as_thousands() {
        assert_eq!(thousand("85"), Some(Dong::new(85_000)));
        assert_eq!(thousand(" ８５ "), Some(Dong::new(85_000)));
        assert_eq!(thousand("1250"), Some(Dong::new(1_250_000)));
    }

    #[test]
    fn whole_or_spelt_out_amounts_are_left_alone() {
        for typed in [
            "",
            "0",
            "085",
            "85k",
            "85.000",
            "85000",
            "10000",
            "-5",
            "1tr2",
            "99999999999999999999",
        ] {
            assert_eq!(thousand(typed), None, "{typed}");
            assert!(multiples(typed).is_empty(), "{typed}");
        }
    }

    #[test]
    fn round_multiples() {
        assert_eq!(multiples("5"), [5_000, 50_000, 500_000].map(Dong::new));
        assert_eq!(multiples("85"), [85_000, 850_000, 8_500_000].map(Dong::new));
    }
}
