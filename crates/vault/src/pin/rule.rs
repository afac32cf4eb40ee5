//! Which PINs are taken.

use secrecy::{ExposeSecret, SecretString};

/// The fewest digits.
const SHORTEST: usize = 4;
/// The most digits.
const LONGEST: usize = 12;

/// Why a PIN is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PinFault {
    /// It has fewer than 4 or more than 12 digits.
    #[error("a PIN has 4 to 12 digits")]
    Length,
    /// It has other characters than the digits 0 to 9.
    #[error("a PIN has digits only")]
    Digits,
    /// It is one digit repeated.
    #[error("one digit repeated is no PIN")]
    Repeated,
    /// Each digit is followed by the next one, up or down, as in 1234, 4321 or 7890.
    #[error("digits in a row are no PIN")]
    Row,
    /// The computer could not make a hash of it.
    #[error("the PIN could not be hashed")]
    Hashing,
}

/// Whether a PIN may be set.
///
/// # Errors
/// [`PinFault`] with the first rule that it breaks.
pub fn check(pin: &SecretString) -> Result<(), PinFault> {
    let digits = pin.expose_secret().as_bytes();
    if !digits.iter().all(u8::is_ascii_digit) {
        return Err(PinFault::Digits);
    }
    if !(SHORTEST..=LONGEST).contains(&digits.len()) {
        return Err(PinFault::Length);
    }
    match step(digits) {
        Some(0) => Err(PinFault::Repeated),
        Some(1 | 9) => Err(PinFault::Row),
        _ => Ok(()),
    }
}

/// How far each digit is from the one before it, upwards and past 9 to 0, when all are equally far.
fn step(digits: &[u8]) -> Option<u8> {
    let mut steps = digits.windows(2).filter_map(|pair| match pair {
        [one, next] => Some(next.wrapping_add(10).wrapping_sub(*one) % 10),
        _ => None,
    });
    let first = steps.next()?;
    steps.all(|other| other == first).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn judged(pin: &str) -> Result<(), PinFault> {
        check(&SecretString::from(pin))
    }

    #[test]
    fn what_everybody_tries_first_is_not_taken() {
        for (pin, fault) in [
            ("", PinFault::Length),
            ("123", PinFault::Length),
            ("1379246801357", PinFault::Length),
            ("12a4", PinFault::Digits),
            ("12 34", PinFault::Digits),
            ("１３７９", PinFault::Digits),
            ("0000", PinFault::Repeated),
            ("999999999999", PinFault::Repeated),
            ("1234", PinFault::Row),
            ("4321", PinFault::Row),
            ("7890", PinFault::Row),
            ("210987", PinFault::Row),
        ] {
            assert_eq!(judged(pin), Err(fault), "{pin}");
        }
        for pin in ["1357", "1235", "0001", "121212", "246813579024"] {
            assert_eq!(judged(pin), Ok(()), "{pin}");
        }
    }

    proptest! {
        #[test]
        fn a_row_from_any_digit_is_refused_and_one_other_digit_saves_it(start in 0u8..10, down: bool, len in 4usize..=12) {
            let step = if down { 9 } else { 1 };
            let mut digits: Vec<u8> = std::iter::successors(Some(start), |digit| Some((digit + step) % 10)).take(len).collect();
            let text = |digits: &[u8]| digits.iter().map(|digit| char::from(b'0' + digit)).collect::<String>();
            prop_assert_eq!(judged(&text(&digits)), Err(PinFault::Row));
            digits[len - 1] = (digits[len - 1] + 5) % 10;
            prop_assert_eq!(judged(&text(&digits)), Ok(()));
        }

        #[test]
        fn only_four_to_twelve_plain_digits_are_ever_taken(text in "\\PC{0,16}|[0-9]{0,16}") {
            if judged(&text).is_ok() {
                prop_assert!((4..=12).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit()));
            }
        }
    }
}
