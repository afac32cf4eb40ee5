//! `Idempotency-Key`: at most 64 characters, a UUID advised (idempotency page). Ours is the intent's id,
//! so that every repeat of an intent ends as one transaction.

use std::time::Duration;

use crate::error::{InvalidField, Reason};

const FIELD: &str = "Idempotency-Key";
const MAX_BYTES: usize = 64;

/// A key that can be sent.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct IdempotencyKey(String);

impl IdempotencyKey {
    /// How long the gateway keeps a key at least, from its first use (idempotency page).
    pub const LIFE: Duration = Duration::from_secs(7 * 24 * 3_600);

    /// Checks `text`.
    ///
    /// # Errors
    /// `Idempotency-Key` when it is empty, too long or cannot be a header.
    pub fn new(text: &str) -> Result<Self, InvalidField> {
        if text.is_empty() {
            Err(InvalidField::new(FIELD, Reason::Missing))
        } else if !text.bytes().all(|byte| byte.is_ascii_graphic()) {
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
    use super::*;

    #[test]
    fn a_uuid_fits_and_what_cannot_be_sent_does_not() {
        let uuid = "018c7c1e-7b7a-7c3e-9d6a-2f1f0e5a4b3c";
        assert_eq!(IdempotencyKey::new(uuid).unwrap().as_str(), uuid);
        for (text, reason) in [
            ("", Reason::Missing),
            ("a b", Reason::BadCharacters),
            ("a\r\nx: y", Reason::BadCharacters),
            ("khóa", Reason::BadCharacters),
            (&"k".repeat(65), Reason::TooLong),
        ] {
            assert_eq!(IdempotencyKey::new(text).unwrap_err().reason, reason, "{text}");
        }
    }
}
