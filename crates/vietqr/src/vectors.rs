//! The published and own test codes of `fixtures/vietqr-vectors.json`, held against parse, inspect and encode.

use serde::Deserialize;

use crate::inspect::inspect;
use crate::{QrError, VietQr};

#[derive(Debug, Deserialize)]
pub(crate) struct Vector {
    pub(crate) id: String,
    pub(crate) kind: String,
    pub(crate) string: String,
    pub(crate) expect: serde_json::Value,
}

pub(crate) fn all() -> Vec<Vector> {
    serde_json::from_str(include_str!("../fixtures/vietqr-vectors.json")).unwrap()
}

pub(crate) fn valid() -> impl Iterator<Item = Vector> {
    all().into_iter().filter(|vector| vector.kind == "valid")
}

#[test]
fn valid_vectors_mean_what_they_should() {
    assert_eq!(valid().count(), 7);
    for vector in valid() {
        let seen = serde_json::to_value(inspect(&vector.string)).unwrap();
        assert_eq!(seen["valid"], true, "{}", vector.id);
        assert_eq!(seen["scheme"], "vietqr", "{}", vector.id);
        assert!(seen["error"].is_null(), "{}", vector.id);
        for (key, expected) in vector.expect.as_object().unwrap() {
            assert_eq!(&seen[key], expected, "{} {key}", vector.id);
        }
    }
}

#[test]
fn other_schemes_and_flaws_are_refused_with_their_code() {
    for vector in all().iter().filter(|vector| vector.kind != "valid") {
        let code = VietQr::parse(&vector.string).unwrap_err().code();
        let expected = match vector.id.as_str() {
            "vnpay-not-vietqr" => "other_scheme",
            "neg-utf8-byte-length" => "tlv_byte_length",
            _ => vector.expect["error"].as_str().unwrap(),
        };
        assert_eq!(code, expected, "{}", vector.id);
    }
}

#[test]
fn valid_vectors_encode_to_the_very_text() {
    for vector in valid() {
        assert_eq!(
            VietQr::parse(&vector.string).unwrap().encode().as_ref(),
            Ok(&vector.string),
            "{}",
            vector.id
        );
    }
}

#[test]
fn lower_case_check_code_is_refused() {
    for vector in valid() {
        let (body, code) = vector.string.split_at(vector.string.len() - 4);
        let lower = code.to_lowercase();
        if lower != code {
            assert_eq!(
                VietQr::parse(&format!("{body}{lower}")).map_err(|e| e.code()),
                Err("crc"),
                "{}",
                vector.id
            );
        }
    }
}

#[test]
fn every_truncation_and_every_appended_character_is_refused() {
    for vector in valid() {
        for end in 0..vector.string.len() {
            let (start, _) = vector.string.split_at(end);
            assert!(VietQr::parse(start).is_err(), "{} {end}", vector.id);
        }
        for extra in [" ", "\n", "0", "\u{0}", "\u{202E}"] {
            let longer = format!("{}{extra}", vector.string);
            assert!(
                matches!(VietQr::parse(&longer), Err(QrError::Tlv(_))),
                "{} {extra:?}",
                vector.id
            );
        }
    }
}
