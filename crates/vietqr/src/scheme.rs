//! Which payment scheme a code belongs to, told by the identifiers in its merchant account templates (26 to 51).

use std::fmt;

use crate::assumptions::VNPAY_GUID;
use crate::tlv::{self, Field};

/// Identifier of NAPAS in 38.00.
pub(crate) const NAPAS_GUID: &str = "A000000727";

/// The template in which NAPAS keeps the receiving account.
pub(crate) const NAPAS_TEMPLATE: &str = "38";

/// The scheme of an EMVCo code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scheme {
    /// A NAPAS bank transfer, wallets with a bank code (MoMo, ZaloPay) included.
    VietQr,
    /// A VNPAY merchant code.
    Vnpay,
    /// Any other EMVCo code, with the first identifier found in it.
    Other {
        /// The identifier as written in the code, when there is one.
        guid: Option<String>,
    },
}

impl Scheme {
    /// A stable name: `vietqr`, `vnpay` or `other`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::VietQr => "vietqr",
            Self::Vnpay => "vnpay",
            Self::Other { .. } => "other",
        }
    }

    /// The scheme of a code with these objects. NAPAS wins when a code names several schemes.
    #[must_use]
    pub(crate) fn of(fields: &[Field<'_>]) -> Self {
        if fields
            .iter()
            .any(|field| field.id == NAPAS_TEMPLATE && guid(field) == Some(NAPAS_GUID))
        {
            return Self::VietQr;
        }
        let mut guids = fields.iter().filter(|field| is_payee(field.id)).filter_map(guid);
        if guids.clone().any(|guid| guid == VNPAY_GUID) {
            return Self::Vnpay;
        }
        Self::Other {
            guid: guids.next().map(str::to_owned),
        }
    }
}

impl fmt::Display for Scheme {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Whether an object of this ID names somebody who can be paid (EMVCo: merchant account information, 02 to 51).
pub(crate) fn is_payee(id: &str) -> bool {
    ("02"..="51").contains(&id)
}

fn guid<'a>(field: &Field<'a>) -> Option<&'a str> {
    let nested = tlv::fields(field.value, "").ok()?;
    tlv::value(&nested, "00")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scheme(text: &str) -> Scheme {
        Scheme::of(&tlv::fields(text, "").unwrap())
    }

    #[test]
    fn schemes_are_named() {
        assert_eq!(scheme("38140010A000000727"), Scheme::VietQr);
        assert_eq!(scheme("26140010A000000775"), Scheme::Vnpay);
        assert_eq!(scheme("26140010A00000077538140010A000000727"), Scheme::VietQr);
        assert_eq!(
            scheme("29140010khqr@bakon"),
            Scheme::Other {
                guid: Some("khqr@bakon".into())
            }
        );
        assert_eq!(scheme("04161234567890123456"), Scheme::Other { guid: None });
        assert_eq!(scheme("53037045802VN"), Scheme::Other { guid: None });
    }

    #[test]
    fn napas_is_napas_only_in_its_own_template() {
        assert_eq!(scheme("26140010A000000727").name(), "other");
        assert_eq!(scheme("38140010A000000775").name(), "vnpay");
        assert_eq!(scheme("38140010a000000727").name(), "other");
    }
}
