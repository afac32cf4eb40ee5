//! An account or card number as a VietQR carries it (38.01.01). Its debug output shows the last four only.

use std::fmt;

use crate::error::QrError;

/// Longest account or card number, in characters.
const LONGEST: usize = 19;

/// 1 to 19 ASCII letters and digits; letters occur in virtual accounts and are case-sensitive.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AccountNumber(String);

impl AccountNumber {
    /// Reads an account number exactly as written: no trimming, no grouping.
    ///
    /// # Errors
    /// [`QrError::Account`] unless the text is 1 to 19 ASCII letters and digits.
    pub fn new(text: &str) -> Result<Self, QrError> {
        let fits = (1..=LONGEST).contains(&text.len());
        if fits && text.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            Ok(Self(text.to_owned()))
        } else {
            Err(QrError::Account)
        }
    }

    /// The whole number. Never for a log.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The last four characters, or all of a shorter number.
    #[must_use]
    pub fn last_four(&self) -> &str {
        let start = self.0.len().saturating_sub(4);
        self.0.get(start..).unwrap_or_default()
    }
}

impl fmt::Debug for AccountNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "AccountNumber(…{})", self.last_four())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_digits_up_to_nineteen() {
        for text in ["1", "0123456789", "VQRQ0001ABCDE", "0023457923442ASDFLJ"] {
            assert_eq!(AccountNumber::new(text).unwrap().as_str(), text);
        }
        for text in [
            "",
            "00234579234420023457",
            "012 345",
            "０１２３",
            "012-345",
            "đ12",
        ] {
            assert_eq!(AccountNumber::new(text), Err(QrError::Account), "{text}");
        }
    }

    #[test]
    fn debug_output_shows_the_last_four_only() {
        let account = AccountNumber::new("VQRQ0001ABCDE").unwrap();
        assert_eq!(format!("{account:?}"), "AccountNumber(…BCDE)");
        assert_eq!(AccountNumber::new("12").unwrap().last_four(), "12");
    }
}
