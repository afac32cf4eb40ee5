//! `referenceId`: our own name of a transaction, `^[0-9a-zA-Z_:-]{1,60}$` (Initiate page).

use serde::Serialize;

use crate::error::{InvalidField, Reason};

const FIELD: &str = "referenceId";
const MAX_BYTES: usize = 60;

/// A reference that fits the page's pattern.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct ReferenceId(String);

impl ReferenceId {
    /// Checks `text`.
    ///
    /// # Errors
    /// `referenceId` when it does not fit the pattern.
    pub fn new(text: &str) -> Result<Self, InvalidField> {
        let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"_:-".contains(&byte);
        if text.is_empty() {
            Err(InvalidField::new(FIELD, Reason::Missing))
        } else if !text.bytes().all(is_allowed) {
            Err(InvalidField::new(FIELD, Reason::BadCharacters))
        } else if text.len() > MAX_BYTES {
            Err(InvalidField::new(FIELD, Reason::TooLong))
        } else {
            Ok(Self(text.to_owned()))
        }
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert, proptest};

    use super::*;

    #[test]
    fn what_does_not_fit_is_named() {
        let reason = |text: &str| ReferenceId::new(text).unwrap_err().reason;
        assert_eq!(reason(""), Reason::Missing);
        assert_eq!(reason(&"a".repeat(61)), Reason::TooLong);
        for text in ["a b", "đơn-1", "a/b", "a\n", "a.b", "'a"] {
            assert_eq!(reason(text), Reason::BadCharacters, "{text}");
        }
    }

    proptest! {
        #[test]
        fn the_whole_pattern_is_accepted(text in "[0-9a-zA-Z_:-]{1,60}") {
            prop_assert!(ReferenceId::new(&text).is_ok_and(|reference| reference.as_str() == text));
        }

        #[test]
        fn one_strange_character_is_enough(head in "[0-9a-z]{0,20}", strange in "[^0-9a-zA-Z_:-]") {
            let text = format!("{head}{strange}");
            prop_assert!(ReferenceId::new(&text).is_err());
        }
    }
}
