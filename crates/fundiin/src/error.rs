//! What goes wrong: [`InvalidField`] before a request is sent, [`CallError`] after. No text for people
//! here: the page turns codes and result statuses into messages.

use std::fmt;

use gateway::{Certainty, Failure};

use crate::assumptions::ABSENT;
use crate::result_status::ResultStatus;

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
    /// Longer than the page allows.
    TooLong = "too_long",
    /// More entries than the page allows.
    TooMany = "too_many",
    /// Characters that the field cannot have.
    BadCharacters = "bad_characters",
    /// Not 10 or 11 digits.
    NotAPhone = "not_a_phone",
    /// Not an e-mail address.
    NotAnEmail = "not_an_email",
    /// Not a date of the form DD-MM-YYYY.
    NotADate = "not_a_date",
    /// Not an absolute web address.
    NotAUrl = "not_a_url",
    /// Not one of the values that the page lists.
    NotListed = "not_listed",
    /// Zero or less.
    NotPositive = "not_positive",
    /// Less than zero.
    Negative = "negative",
    /// Larger than can be sent.
    TooLarge = "too_large",
    /// Not the sum of the items.
    NotTheSum = "not_the_sum",
    /// The reference of another transaction.
    NotNew = "not_new",
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
    /// The field as the page spells it, such as `items[3].price` or `customer.phoneNumber`.
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

/// What the gateway said of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// `resultStatus`.
    pub status: ResultStatus,
    /// `resultMsg`, for a text node only; empty when it sent none.
    pub message: String,
}

/// A failed call: what is certain about its effect, and the gateway's words when it said any.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{failure}")]
pub struct CallError {
    /// Why, and what it means for the money.
    pub failure: Failure,
    /// The result status behind it, when an answer had one.
    pub said: Option<Said>,
}

impl CallError {
    /// The stable text of the failure's code.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.failure.code()
    }

    /// The result status, when an answer had one.
    #[must_use]
    pub fn result_status(&self) -> Option<&ResultStatus> {
        self.said.as_ref().map(|said| &said.status)
    }

    /// Whether the answer to a look-up says that the gateway has no such transaction.
    #[must_use]
    pub fn says_absent(&self) -> bool {
        self.failure.certainty == Certainty::Refused && self.result_status() == Some(&ABSENT)
    }
}

impl From<Failure> for CallError {
    fn from(failure: Failure) -> Self {
        Self { failure, said: None }
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
    fn a_field_is_named_with_its_parents() {
        let invalid = InvalidField::new("price", Reason::Negative).within("items[3]");
        assert_eq!(invalid.to_string(), "items[3].price: negative");
        assert_eq!(invalid.code(), "negative");
    }
}
