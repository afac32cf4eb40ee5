//! Addresses that the customer's browser is sent to or that show a product: absolute web addresses.

use serde::Serialize;
use url::Url;

use crate::assumptions::MAX_LINK_CHARS;
use crate::error::{InvalidField, Reason};

/// An absolute `https` or `http` address without a user name.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct WebUrl(String);

impl WebUrl {
    /// Checks `text`, meant for `field`.
    ///
    /// # Errors
    /// `field` when it is blank, too long or no web address.
    pub fn new(field: &str, text: &str) -> Result<Self, InvalidField> {
        let text = text.trim();
        if text.is_empty() {
            return Err(InvalidField::new(field, Reason::Missing));
        }
        if text.len() > MAX_LINK_CHARS {
            return Err(InvalidField::new(field, Reason::TooLong));
        }
        // The parser would drop line feeds and escape spaces that the gateway would see as they are.
        let is_plain = !text.chars().any(|next| next.is_control() || next.is_whitespace());
        let is_web = Url::parse(text).is_ok_and(|url| {
            matches!(url.scheme(), "https" | "http") && url.username().is_empty() && url.password().is_none()
        });
        if is_plain && is_web {
            Ok(Self(text.to_owned()))
        } else {
            Err(InvalidField::new(field, Reason::NotAUrl))
        }
    }

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn web_addresses_are_kept_as_they_are() {
        for text in [
            "https://merchant.example/success?orderId=1",
            "http://127.0.0.1:8080/x",
        ] {
            assert_eq!(WebUrl::new("imageUrl", text).unwrap().as_str(), text);
        }
    }

    #[test]
    fn other_texts_are_refused_with_the_field() {
        for text in [
            "merchant.example",
            "//merchant.example/",
            "javascript:alert(1)",
            "ftp://merchant.example/",
            "https://",
            "https://a b.example/",
            "https://a.example/\nx",
            "https://user:key@a.example/",
        ] {
            let invalid = WebUrl::new("successRedirectUrl", text).unwrap_err();
            assert_eq!(
                (invalid.field.as_str(), invalid.code()),
                ("successRedirectUrl", "not_a_url"),
                "{text}"
            );
        }
        let long = format!("https://a.example/{}", "a".repeat(MAX_LINK_CHARS));
        assert_eq!(
            WebUrl::new("imageUrl", &long).unwrap_err().reason,
            Reason::TooLong
        );
        assert_eq!(WebUrl::new("imageUrl", "").unwrap_err().reason, Reason::Missing);
    }
}
