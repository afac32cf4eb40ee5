//! Numbers as gateways write them: `500000`, `500000.0`, `5e5`, `"500000"`. Exact, without floating point.

use rust_decimal::Decimal;

/// Longest number text that is looked at.
const MAX_CHARS: usize = 64;

/// The value of a JSON number's text when it is whole and fits.
pub(super) fn whole_number(text: &str) -> Option<i64> {
    if text.len() > MAX_CHARS {
        return None;
    }
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok()?),
        None => (text, 0),
    };
    let (sign, unsigned) = match mantissa.strip_prefix('-') {
        Some(unsigned) => ("-", unsigned),
        None => ("", mantissa),
    };
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !is_digits(whole) || !is_digits(fraction) {
        return None;
    }
    let fraction = fraction.trim_end_matches('0');
    let digits = format!("{whole}{fraction}");
    if digits.bytes().all(|digit| digit == b'0') {
        return Some(0);
    }
    let shift = exponent.checked_sub(i32::try_from(fraction.len()).ok()?)?;
    let shifted = shifted(&digits, shift)?;
    format!("{sign}{shifted}").parse().ok()
}

/// The value of a JSON number's text, when it fits.
pub(super) fn decimal_number(text: &str) -> Option<Decimal> {
    if text.len() > MAX_CHARS {
        return None;
    }
    Decimal::from_str_exact(text)
        .or_else(|_| Decimal::from_scientific(text))
        .ok()
}

/// `digits` with the decimal point moved by `shift` places, when that leaves no fraction.
fn shifted(digits: &str, shift: i32) -> Option<String> {
    let places = usize::try_from(shift.unsigned_abs()).ok()?;
    if shift >= 0 {
        // More places than an i64 has digits cannot fit.
        (places <= 18).then(|| format!("{digits}{}", "0".repeat(places)))
    } else {
        let (kept, dropped) = digits.split_at_checked(digits.len().checked_sub(places)?)?;
        let is_whole = !kept.is_empty() && dropped.bytes().all(|digit| digit == b'0');
        is_whole.then(|| kept.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert_eq, proptest};

    use super::*;

    #[test]
    fn whole_numbers_in_any_spelling_are_exact() {
        for (text, value) in [
            ("500000", 500_000),
            ("500000.0", 500_000),
            ("500000.00", 500_000),
            ("5e5", 500_000),
            ("5.0E+5", 500_000),
            ("1.5e1", 15),
            ("50000000e-2", 500_000),
            ("0", 0),
            ("-0.0", 0),
            ("0e99", 0),
            ("-200", -200),
            ("9007199254740993.0", 9_007_199_254_740_993),
            ("9223372036854775807", i64::MAX),
            ("-9223372036854775808", i64::MIN),
        ] {
            assert_eq!(whole_number(text), Some(value), "{text}");
        }
    }

    #[test]
    fn fractions_overflows_and_nonsense_are_refused() {
        for text in [
            "500000.5",
            "1e-1",
            "0.1",
            "9223372036854775808",
            "1e19",
            "1e999999999",
            "1e99999999999",
            "",
            "-",
            ".",
            "1.",
            ".5",
            "1e",
            "abc",
            "1,000",
            "1.000.000",
            "+5",
            " 5",
            "NaN",
            "٥",
            "--5",
        ] {
            assert_eq!(whole_number(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_a_panic(text in ".{0,80}") {
            let _ = whole_number(&text);
            let _ = decimal_number(&text);
        }

        #[test]
        fn every_integer_survives_with_zeros_and_shifts(value in any::<i64>(), zeros in 0_usize..5) {
            let zeros = "0".repeat(zeros);
            prop_assert_eq!(whole_number(&value.to_string()), Some(value));
            prop_assert_eq!(whole_number(&format!("{value}.0{zeros}")), Some(value));
        }
    }
}
