//! `customer.email` and `seller.email`: a valid e-mail address (Initiate page), as mail servers in use
//! accept it; quoted and bracketed forms are not worth a refused sale at the gateway.

use std::fmt;

use serde::Serialize;

use crate::error::{InvalidField, Reason};

const FIELD: &str = "email";
/// Longest address and longest part before the `@` (RFC 5321).
const MAX_BYTES: usize = 254;
const MAX_LOCAL_BYTES: usize = 64;
const MAX_LABEL_BYTES: usize = 63;

/// An e-mail address. `Debug` shows its domain only.
#[derive(Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct Email(String);

impl Email {
    /// Checks `text`, without the white space around it.
    ///
    /// # Errors
    /// `email` when it is blank or no address.
    pub fn new(text: &str) -> Result<Self, InvalidField> {
        let text = text.trim();
        if text.is_empty() {
            return Err(InvalidField::new(FIELD, Reason::Missing));
        }
        let is_address = text
            .split_once('@')
            .is_some_and(|(local, domain)| is_local(local) && is_domain(domain));
        if is_address && text.len() <= MAX_BYTES {
            Ok(Self(text.to_owned()))
        } else {
            Err(InvalidField::new(FIELD, Reason::NotAnEmail))
        }
    }

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Email {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let domain = self.0.split_once('@').map_or("", |(_, domain)| domain);
        write!(formatter, "Email(…@{domain})")
    }
}

fn is_local(local: &str) -> bool {
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+/=?^_`{|}~-.".contains(&byte);
    let is_dotted_well = !local.starts_with('.') && !local.ends_with('.') && !local.contains("..");
    !local.is_empty() && local.len() <= MAX_LOCAL_BYTES && local.bytes().all(is_allowed) && is_dotted_well
}

fn is_domain(domain: &str) -> bool {
    let labels: Vec<&str> = domain.split('.').collect();
    let is_top_level = |label: &&str| label.len() >= 2 && !label.bytes().all(|byte| byte.is_ascii_digit());
    labels.len() >= 2 && labels.iter().all(|label| is_label(label)) && labels.last().is_some_and(is_top_level)
}

fn is_label(label: &str) -> bool {
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    let is_inside = !label.starts_with('-') && !label.ends_with('-');
    !label.is_empty() && label.len() <= MAX_LABEL_BYTES && label.bytes().all(is_allowed) && is_inside
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_in_use_are_accepted() {
        for text in [
            "youremail@email.com",
            " a.b+shop@mail.example.vn\n",
            "x@a-b.co",
            "o'neil_1@xn--nh-sm7d.vn",
        ] {
            assert_eq!(Email::new(text).unwrap().as_str(), text.trim());
        }
    }

    #[test]
    fn other_texts_are_refused_with_the_field() {
        for text in [
            "a",
            "a@",
            "@b.vn",
            "a@b",
            "a@b@c.vn",
            "a b@c.vn",
            ".a@c.vn",
            "a..b@c.vn",
            "a@-c.vn",
            "a@c..vn",
            "a@c.v",
            "a@1.2.3.44",
            "khách@c.vn",
            "a@c.vn\r\nBcc: x@y.vn",
            "<a@c.vn>",
            &format!("{}@c.vn", "a".repeat(65)),
            &format!("a@{}.vn", "b.".repeat(130)),
        ] {
            let invalid = Email::new(text).unwrap_err();
            assert_eq!(
                (invalid.field.as_str(), invalid.code()),
                ("email", "not_an_email"),
                "{text}"
            );
        }
        assert_eq!(Email::new(" ").unwrap_err().reason, Reason::Missing);
    }

    #[test]
    fn debug_hides_the_person() {
        assert_eq!(
            format!("{:?}", Email::new("canary@c.vn").unwrap()),
            "Email(…@c.vn)"
        );
    }
}
