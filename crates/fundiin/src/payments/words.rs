//! Words of the status and notification pages; words that no page lists are kept as they came.

use crate::wire::Fields;

/// Longest unlisted word that is kept, in characters.
const MAX_OTHER_CHARS: usize = 64;

macro_rules! words {
    ($(#[doc = $doc:literal])+ $name:ident {
        $($(#[doc = $variant_doc:literal])+ $variant:ident = $first:literal $(| $more:literal)*,)+
    }) => {
        $(#[doc = $doc])+
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        pub enum $name {
            $($(#[doc = $variant_doc])+ $variant,)+
            /// A word that no page lists, as it came (shortened).
            Other(String),
        }

        impl $name {
            /// The value of this word.
            #[must_use]
            pub fn from_text(text: &str) -> Self {
                match text.trim() {
                    $($first $(| $more)* => Self::$variant,)+
                    other => Self::Other(other.chars().take(MAX_OTHER_CHARS).collect()),
                }
            }

            /// The word.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $first,)+
                    Self::Other(text) => text,
                }
            }

            pub(crate) fn read(fields: &Fields, name: &str) -> Option<Self> {
                fields.text(&[name]).map(|text| Self::from_text(&text))
            }
        }
    };
}

words! {
    /// `paymentStatus`: the only word that says whether it is paid.
    PaymentStatus {
        /// Created.
        Initial = "INITIAL",
        /// Created, waiting for the customer.
        Waiting = "WAITING",
        /// In process.
        Pending = "PENDING",
        /// Paid.
        Success = "SUCCESS",
        /// Ended without payment.
        Fail = "FAIL",
    }
}

impl PaymentStatus {
    /// Whether nothing follows: a later `PENDING` must not overwrite it.
    #[must_use]
    pub const fn is_final(&self) -> bool {
        matches!(self, Self::Success | Self::Fail)
    }
}

words! {
    /// `paymentMethod` of an answer: what the customer paid with.
    PaidBy {
        /// Card.
        Card = "VISA/MASTER",
        /// Bank card.
        Atm = "ATM",
        /// E-wallet.
        Wallet = "WALLET",
        /// Bank transfer to a virtual account.
        Transfer = "TRANSFER_VA",
        /// In the shop: the first part is to be taken at the counter (older pages: `STORE`).
        InStore = "IN_STORE_PAYMENT" | "STORE",
    }
}

words! {
    /// `paymentChannel`: where the customer paid.
    Channel {
        /// In an app.
        App = "APP",
        /// At a counter (the status page says `QR`).
        Pos = "POS" | "QR",
        /// On a web page.
        Web = "WEB",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_generations_of_words_are_read() {
        assert_eq!(PaidBy::from_text("STORE"), PaidBy::InStore);
        assert_eq!(PaidBy::from_text("IN_STORE_PAYMENT"), PaidBy::InStore);
        assert_eq!(PaidBy::from_text("VISA/MASTER").as_str(), "VISA/MASTER");
        assert_eq!(Channel::from_text("QR"), Channel::Pos);
    }

    #[test]
    fn unlisted_words_are_kept_and_never_final() {
        let held = PaymentStatus::from_text("ON_HOLD");
        assert_eq!(held, PaymentStatus::Other("ON_HOLD".to_owned()));
        assert!(!held.is_final() && PaymentStatus::Success.is_final() && PaymentStatus::Fail.is_final());
        assert_ne!(PaymentStatus::from_text("success"), PaymentStatus::Success);
    }

    #[test]
    fn a_missing_or_null_word_is_none() {
        let fields = Fields::of(r#"{"a":null,"b":"","c":{"d":1}}"#).unwrap();
        for name in ["a", "b", "c", "d"] {
            assert_eq!(PaymentStatus::read(&fields, name), None);
        }
    }
}
