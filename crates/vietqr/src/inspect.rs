//! A flat report on any QR text, for tools and tests. A refused text reports no receiver: its values are not to be
//! trusted. A code of another scheme reports amount, purpose and bill number where they can be read.

use serde::Serialize;

use crate::document::Document;
use crate::parse;
use crate::transfer::VietQr;

/// What a QR text says. Fields serialise under these names.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Inspection {
    /// Whether the text is a VietQR bank-transfer code without any flaw.
    pub valid: bool,
    /// `vietqr`, `vnpay` or `other`; none when the text is not a readable payment code.
    pub scheme: Option<&'static str>,
    /// 38.01.00.
    pub bank_bin: Option<String>,
    /// 38.01.01.
    pub account: Option<String>,
    /// 38.02.
    pub service: Option<&'static str>,
    /// Tag 54 in dong.
    pub amount: Option<i64>,
    /// 62.08.
    pub purpose: Option<String>,
    /// 62.01.
    pub bill_number: Option<String>,
    /// Tag 01.
    pub point_of_initiation: Option<&'static str>,
    /// Stable code of the reason for refusal.
    pub error: Option<&'static str>,
}

/// Inspects a QR text.
#[must_use]
pub fn inspect(text: &str) -> Inspection {
    match VietQr::parse(text) {
        Ok(meaning) => of_transfer(meaning),
        Err(error) => Inspection {
            error: Some(error.code()),
            ..of_refused(text)
        },
    }
}

fn of_transfer(meaning: VietQr) -> Inspection {
    Inspection {
        valid: true,
        scheme: Some("vietqr"),
        account: Some(meaning.account.as_str().to_owned()),
        bank_bin: Some(meaning.bank_bin),
        service: Some(meaning.service.code()),
        amount: meaning.amount.map(dong::Dong::get),
        purpose: meaning.purpose,
        bill_number: meaning.bill_number,
        point_of_initiation: meaning.point_of_initiation.map(|point| point.code()),
        error: None,
    }
}

fn of_refused(text: &str) -> Inspection {
    let Ok(document) = Document::read(text) else {
        return Inspection::default();
    };
    let scheme = Some(document.scheme.name());
    if scheme == Some("vietqr") {
        return Inspection {
            scheme,
            ..Inspection::default()
        };
    }
    let point = parse::point_of_initiation(document.value("01")).ok().flatten();
    Inspection {
        scheme,
        amount: document
            .value("54")
            .and_then(|text| parse::amount(text).ok())
            .map(dong::Dong::get),
        purpose: document.additional("08").map(str::to_owned),
        bill_number: document.additional("01").map(str::to_owned),
        point_of_initiation: point.map(|point| point.code()),
        ..Inspection::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const VNPAY: &str = "00020101021126280010A0000007750110010531314453037045408210900005802VN5910CELLPHONES62600312CPSHN ONLINE0517021908061613127850705ONLHN0810CellphoneS63047685";

    #[test]
    fn the_object_has_exactly_these_keys() {
        let json = serde_json::to_value(inspect("")).unwrap();
        let mut keys: Vec<&str> = json.as_object().unwrap().keys().map(String::as_str).collect();
        keys.sort_unstable();
        assert_eq!(
            keys,
            [
                "account",
                "amount",
                "bank_bin",
                "bill_number",
                "error",
                "point_of_initiation",
                "purpose",
                "scheme",
                "service",
                "valid"
            ]
        );
        assert!(json["amount"].is_null() && json["scheme"].is_null());
        assert_eq!((&json["valid"], &json["error"]), (&false.into(), &"empty".into()));
    }

    #[test]
    fn another_scheme_is_named_with_what_can_be_read() {
        let seen = inspect(VNPAY);
        assert_eq!(
            (seen.valid, seen.scheme, seen.error),
            (false, Some("vnpay"), Some("other_scheme"))
        );
        assert_eq!(
            (seen.amount, seen.purpose.as_deref()),
            (Some(21_090_000), Some("CellphoneS"))
        );
        assert_eq!((seen.bank_bin, seen.account, seen.service), (None, None, None));
    }

    #[test]
    fn a_flawed_vietqr_reports_no_receiver() {
        let body = "00020138540010A00000072701240006970422011001234567890208QRIBFTTA53038405802VN6304";
        let seen = inspect(&format!("{body}{}", crate::crc::check_code(body)));
        assert_eq!((seen.scheme, seen.error), (Some("vietqr"), Some("currency")));
        assert_eq!((seen.bank_bin, seen.account), (None, None));
    }
}
