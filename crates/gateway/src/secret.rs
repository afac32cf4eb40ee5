//! Text that must not be seen: keys, signatures, one-time codes. It has no `Display`, no
//! serialisation and no equality, its `Debug` says nothing, and its memory is wiped.

use std::fmt;

use secrecy::{ExposeSecret, SecretString};
use zeroize::Zeroize;

/// A secret text. Reading it is spelled [`SecretText::expose`], so that every use can be found.
#[derive(Clone)]
pub struct SecretText(SecretString);

impl SecretText {
    /// Takes a secret over; the given `text` is wiped.
    #[must_use]
    pub fn new(mut text: String) -> Self {
        // Shrinking in place may move the text and leave the old bytes behind unwiped.
        let exact: Box<str> = Box::from(text.as_str());
        text.zeroize();
        Self(SecretString::from(exact))
    }

    /// The secret itself: only for signing, sending and storing in the keyring.
    #[must_use]
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }

    /// Whether there is nothing to hide.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.expose().is_empty()
    }
}

impl From<&str> for SecretText {
    fn from(text: &str) -> Self {
        Self(SecretString::from(Box::<str>::from(text)))
    }
}

impl fmt::Debug for SecretText {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("SecretText(redacted)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_says_nothing_and_expose_gives_the_text() {
        let secret = SecretText::new("s3cret_canary".to_owned());
        assert_eq!(secret.expose(), "s3cret_canary");
        assert_eq!(
            format!("{secret:?} {secret:#?}"),
            "SecretText(redacted) SecretText(redacted)"
        );
        assert!(!secret.is_empty());
    }
}
