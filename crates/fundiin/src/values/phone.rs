//! `customer.phoneNumber`: 10 or 11 digits (Initiate and tokenization pages). What people write –
//! `+84`, spaces, dots – is understood; letters are not dropped silently.

use std::fmt;

use serde::Serialize;

use crate::assumptions::COUNTRY_CODE;
use crate::error::{InvalidField, Reason};

const FIELD: &str = "phoneNumber";

/// A phone number as the gateway wants it. `Debug` shows its last digits only.
#[derive(Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct Phone(String);

impl Phone {
    /// Reads a number as people write it.
    ///
    /// # Errors
    /// `phoneNumber` when it is blank or does not come to 10 or 11 digits.
    pub fn new(text: &str) -> Result<Self, InvalidField> {
        let wrong = |reason| InvalidField::new(FIELD, reason);
        let typed: String = text.chars().filter(|next| !is_separator(*next)).collect();
        if typed.is_empty() {
            return Err(wrong(Reason::Missing));
        }
        let digits = domestic(&typed);
        let is_number = digits.bytes().all(|byte| byte.is_ascii_digit());
        if is_number && matches!(digits.len(), 10 | 11) {
            Ok(Self(digits))
        } else {
            Err(wrong(Reason::NotAPhone))
        }
    }

    /// The digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Phone {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown: String = self.0.chars().skip(self.0.len().saturating_sub(3)).collect();
        write!(formatter, "Phone(…{shown})")
    }
}

fn is_separator(character: char) -> bool {
    character.is_whitespace() || ".-()".contains(character)
}

/// The number with a leading 0 instead of its country code.
fn domestic(typed: &str) -> String {
    let without_plus = typed.strip_prefix('+').or_else(|| typed.strip_prefix("00"));
    // Eleven digits without a leading 0 are no domestic number.
    let is_bare = typed.len() == 11;
    let rest = match without_plus {
        Some(international) => international.strip_prefix(COUNTRY_CODE),
        None if is_bare => typed.strip_prefix(COUNTRY_CODE),
        None => None,
    };
    rest.map_or_else(
        || typed.to_owned(),
        |rest| format!("0{}", rest.strip_prefix('0').unwrap_or(rest)),
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

    use super::*;

    #[test]
    fn what_people_write_is_understood() {
        for text in [
            "0912345678",
            "+84912345678",
            "+84 912 345 678",
            "(+84) 91.234.56-78",
            "+84 (0) 912 345 678",
            "0084912345678",
            "84912345678",
            "\u{a0}0912 345 678 ",
        ] {
            assert_eq!(Phone::new(text).unwrap().as_str(), "0912345678", "{text}");
        }
        assert_eq!(Phone::new("01234567890").unwrap().as_str(), "01234567890");
    }

    #[test]
    fn other_texts_are_refused_with_the_field() {
        for text in [
            "091234567",
            "091234567890",
            "+1 202 555 0100",
            "+84",
            "09123x5678",
            "٠٩١٢٣٤٥٦٧٨",
            "+",
            "0912345678 ext 1",
            "++84912345678",
        ] {
            let invalid = Phone::new(text).unwrap_err();
            assert_eq!(
                (invalid.field.as_str(), invalid.code()),
                ("phoneNumber", "not_a_phone"),
                "{text}"
            );
        }
        assert_eq!(Phone::new(" - ").unwrap_err().reason, Reason::Missing);
    }

    #[test]
    fn debug_masks_it() {
        assert_eq!(format!("{:?}", Phone::new("0912345678").unwrap()), "Phone(…678)");
    }

    proptest! {
        #[test]
        fn every_spelling_of_a_number_is_the_same(rest in "[1-9][0-9]{8}") {
            let expected = format!("0{rest}");
            for text in [format!("0{rest}"), format!("+84{rest}"), format!("+84 {rest}"), format!("84{rest}")] {
                let phone = Phone::new(&text).unwrap();
                prop_assert_eq!(phone.as_str(), &expected);
            }
        }

        #[test]
        fn whatever_is_accepted_has_10_or_11_digits(text in ".{0,20}") {
            if let Ok(phone) = Phone::new(&text) {
                prop_assert!(matches!(phone.as_str().len(), 10 | 11));
                prop_assert!(phone.as_str().bytes().all(|byte| byte.is_ascii_digit()));
            }
        }
    }
}
