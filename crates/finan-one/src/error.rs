//! What is wrong with a request before it is sent. No text for people here: the page turns codes into
//! messages.

use std::fmt;

use gateway::{Code, Failure};

macro_rules! reasons {
    ($($(#[doc = $doc:literal])+ $variant:ident = $text:literal,)+) => {
        /// Why a field cannot be sent: a closed list with stable texts.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Reason {
            $($(#[doc = $doc])+ $variant,)+
        }

        impl Reason {
            /// Every reason.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The stable text.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $text,)+
                }
            }
        }
    };
}

reasons! {
    /// A required value is missing or blank.
    Missing = "missing",
    /// Longer than is sent.
    TooLong = "too_long",
    /// More entries than are sent.
    TooMany = "too_many",
    /// The same entry twice.
    Repeated = "repeated",
    /// Characters that the field cannot have.
    BadCharacters = "bad_characters",
    /// Not the digits of a phone number.
    NotAPhone = "not_a_phone",
    /// Not a dialling code such as `+84`.
    NotADialCode = "not_a_dial_code",
    /// Not an e-mail address.
    NotAnEmail = "not_an_email",
    /// Zero or less.
    NotPositive = "not_positive",
    /// Less than zero.
    Negative = "negative",
    /// Larger than can be sent.
    TooLarge = "too_large",
    /// More decimal places than are sent.
    TooPrecise = "too_precise",
    /// A date that cannot be written with four digits for its year.
    NotADate = "not_a_date",
    /// Due before the sale.
    BeforeTransaction = "before_transaction",
}

impl fmt::Display for Reason {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.code())
    }
}

/// A request that makes no sense and is not sent. Carries no value of the field: it may be personal.
#[derive(Debug, Clone, PartialEq, Eq, Hash, thiserror::Error)]
#[error("{field}: {reason}")]
pub struct InvalidField {
    /// The field as the page spells it, such as `items[3].unit_price` or `general_info.phone`.
    pub field: String,
    /// What is wrong with it.
    pub reason: Reason,
}

impl InvalidField {
    /// `field` is wrong because of `reason`.
    #[must_use]
    pub fn new(field: &str, reason: Reason) -> Self {
        Self {
            field: field.to_owned(),
            reason,
        }
    }

    /// The stable text of the reason.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        self.reason.code()
    }

    /// The same field inside `parent`.
    pub(crate) fn within(self, parent: &str) -> Self {
        Self {
            field: format!("{parent}.{}", self.field),
            ..self
        }
    }
}

impl From<InvalidField> for Failure {
    fn from(invalid: InvalidField) -> Self {
        Self::not_sent(Code::BadRequest, &invalid.to_string())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn reasons_are_distinct_snake_case() {
        let texts: HashSet<_> = Reason::ALL.iter().map(|reason| reason.code()).collect();
        assert_eq!(texts.len(), Reason::ALL.len());
        let is_snake = |text: &str| text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
        assert!(texts.into_iter().all(is_snake));
    }

    #[test]
    fn a_field_is_named_with_its_parents_and_nothing_was_sent() {
        let invalid = InvalidField::new("unit_price", Reason::Negative).within("items[3]");
        assert_eq!(invalid.to_string(), "items[3].unit_price: negative");
        assert_eq!(
            Failure::from(invalid),
            Failure::not_sent(Code::BadRequest, "items[3].unit_price: negative")
        );
    }
}
