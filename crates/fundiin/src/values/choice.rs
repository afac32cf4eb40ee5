//! Values of which the pages list every one. Read back from settings or a store by their word.

use serde::{Serialize, Serializer};

use crate::error::{InvalidField, Reason};

macro_rules! choice {
    ($(#[doc = $doc:literal])+ $name:ident in $field:literal {
        $($(#[doc = $variant_doc:literal])+ $variant:ident = $text:literal,)+
    }) => {
        $(#[doc = $doc])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum $name {
            $($(#[doc = $variant_doc])+ $variant,)+
        }

        impl $name {
            /// Every value.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The word, as sent.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $text,)+
                }
            }

            /// The value of this word.
            ///
            /// # Errors
            /// The field when the page does not list it.
            pub fn from_text(text: &str) -> Result<Self, InvalidField> {
                match text {
                    $($text => Ok(Self::$variant),)+
                    _ => Err(InvalidField::new($field, Reason::NotListed)),
                }
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
    };
}

choice! {
    /// `paymentMethod` (Initiate page): where the customer pays.
    PaymentMethod in "paymentMethod" {
        /// In an app.
        App = "APP",
        /// At a counter, by QR.
        Pos = "POS",
        /// On a web page.
        Web = "WEB",
    }
}

choice! {
    /// `terminalType` (Initiate page).
    TerminalType in "terminalType" {
        /// A browser on a computer.
        DesktopBrowser = "DESKTOP_BROWSER",
        /// A browser on a phone.
        MobileBrowser = "MOBILE_BROWSER",
        /// An app on a phone.
        MobileApp = "MOBILE_APP",
    }
}

choice! {
    /// `lang` (Initiate page): the language of `resultMsg`.
    Lang in "lang" {
        /// Vietnamese.
        Vi = "vi",
        /// English, the gateway's default.
        En = "en",
    }
}

choice! {
    /// `customer.gender` (Initiate page).
    Gender in "gender" {
        /// Male.
        Male = "M",
        /// Female.
        Female = "F",
        /// Not said.
        Unknown = "U",
    }
}

choice! {
    /// `tenderType` (in-store confirmation page): how the first part was paid in the shop.
    Tender in "tenderType" {
        /// Cash.
        Cash = "CASH",
        /// Card.
        Card = "CARD",
        /// Bank transfer.
        BankTransfer = "BANK_TRANSFER",
        /// E-wallet.
        Wallet = "WALLET",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_read_back() {
        for gender in Gender::ALL {
            assert_eq!(Gender::from_text(gender.as_str()), Ok(*gender));
        }
        for tender in Tender::ALL {
            assert_eq!(Tender::from_text(tender.as_str()), Ok(*tender));
        }
        assert_eq!(
            serde_json::to_string(PaymentMethod::ALL).unwrap(),
            r#"["APP","POS","WEB"]"#
        );
    }

    #[test]
    fn other_words_are_refused_with_the_field() {
        for text in ["BNPL", "pos", ""] {
            let invalid = PaymentMethod::from_text(text).unwrap_err();
            assert_eq!(
                (invalid.field.as_str(), invalid.code()),
                ("paymentMethod", "not_listed")
            );
        }
        assert_eq!(Gender::from_text("nam").unwrap_err().field, "gender");
    }
}
