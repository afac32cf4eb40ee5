//! The exact bytes of a request body: built once, then stored, signed and sent as they are.

use std::fmt;

use serde::Serialize;

use crate::error::{InvalidField, Reason};

/// A request body. `Debug` shows its size only.
#[derive(Clone, PartialEq, Eq)]
pub struct Body(Vec<u8>);

impl Body {
    /// `value` as compact JSON with its text as UTF-8.
    pub(crate) fn of(value: &impl Serialize) -> Result<Self, InvalidField> {
        serde_json::to_vec(value)
            .map(Self)
            .map_err(|_| InvalidField::new("body", Reason::BadCharacters))
    }

    /// The bytes.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// The bytes, to be stored.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.0
    }
}

impl fmt::Debug for Body {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Body({} bytes)", self.0.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_shows_its_size_only() {
        assert_eq!(format!("{:?}", Body::of(&"canary").unwrap()), "Body(8 bytes)");
    }

    #[test]
    fn text_stays_utf_8() {
        assert_eq!(
            Body::of(&"Cà phê/☕").unwrap().as_bytes(),
            "\"Cà phê/☕\"".as_bytes()
        );
    }
}
