//! No input panics, and no change of a valid code goes unnoticed, not even with a check code made to fit.

#![expect(
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "helpers of tests over ASCII codes"
)]

use dong::Dong;
use proptest::prelude::{any, prop, prop_assert_eq, prop_assume, proptest};
use serde::Deserialize;
use vietqr::{AccountNumber, PointOfInitiation, QrError, Service, VietQr, crc, guard, inspect};

#[derive(Deserialize)]
struct Vector {
    kind: String,
    string: String,
}

fn valid_codes() -> Vec<String> {
    let all: Vec<Vector> = serde_json::from_str(include_str!("../fixtures/vietqr-vectors.json")).unwrap();
    all.into_iter()
        .filter(|vector| vector.kind == "valid")
        .map(|vector| vector.string)
        .collect()
}

fn replaced(code: &str, at: usize, byte: u8) -> String {
    format!("{}{}{}", &code[..at], char::from(byte), &code[at + 1..])
}

fn with_fitting_check_code(code: &str) -> String {
    let body = &code[..code.len() - 4];
    format!("{body}{}", crc::check_code(body))
}

#[test]
fn every_single_character_change_is_refused_or_visible() {
    let mut tried = 0;
    for code in valid_codes() {
        let meaning = VietQr::parse(&code).unwrap();
        for at in 0..code.len() {
            for byte in (b' '..=b'~').filter(|byte| *byte != code.as_bytes()[at]) {
                let changed = replaced(&code, at, byte);
                assert!(VietQr::parse(&changed).is_err(), "{changed}");
                let fitting = with_fitting_check_code(&changed);
                if fitting != code {
                    assert_ne!(VietQr::parse(&fitting).as_ref(), Ok(&meaning), "{fitting}");
                }
                tried += 1;
            }
        }
    }
    assert!(tried > 70_000, "{tried}");
}

#[test]
fn swapped_neighbours_are_refused() {
    for code in valid_codes() {
        for at in 0..code.len() - 1 {
            let mut bytes = code.clone().into_bytes();
            bytes.swap(at, at + 1);
            let swapped = String::from_utf8(bytes).unwrap();
            assert!(swapped == code || VietQr::parse(&swapped).is_err(), "{swapped}");
        }
    }
}

fn read_everywhere(text: &str) {
    let seen = inspect::inspect(text);
    assert_eq!(seen.valid, seen.error.is_none());
    assert_eq!(seen.valid, VietQr::parse(text).is_ok());
    let _ = guard::check(text, Some(Dong::new(1)), &[]);
}

proptest! {
    #[test]
    fn no_text_panics(text in any::<String>()) {
        read_everywhere(&text);
        read_everywhere(&format!("000201{text}"));
    }

    #[test]
    fn no_digits_panic(text in "[0-9]{0,120}") {
        read_everywhere(&text);
    }

    #[test]
    fn no_mutated_code_panics(
        which in 0_usize..7,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<char>()), 1..6),
    ) {
        let mut letters: Vec<char> = valid_codes()[which].chars().collect();
        for (at, letter) in changes {
            let at = at.index(letters.len());
            letters[at] = letter;
        }
        let text: String = letters.into_iter().collect();
        read_everywhere(&text);
        if let Some((body, _)) = text.rsplit_once("6304") {
            let body = format!("{body}6304");
            read_everywhere(&format!("{body}{}", crc::check_code(&body)));
        }
    }

    #[test]
    fn what_is_encoded_reads_back(
        point in prop::option::of(prop::sample::select(vec![PointOfInitiation::Static, PointOfInitiation::Dynamic])),
        bank_bin in "[0-9]{6}",
        account in "[A-Za-z0-9]{1,19}",
        to_card in any::<bool>(),
        amount in prop::option::of(1_i64..=9_999_999_999_999),
        purpose in prop::option::of("[A-Z0-9][A-Z0-9 ]{0,24}"),
        bill_number in prop::option::of("[A-Z0-9]{1,20}"),
        name in prop::option::of("[A-ZĐƠƯẮ][A-ZĐƠƯẮ ]{0,24}"),
        city in prop::option::of("[A-Z]{1,15}"),
    ) {
        let mut code = VietQr::to_account(&bank_bin, AccountNumber::new(&account).unwrap());
        code.point_of_initiation = point;
        code.service = if to_card { Service::ToCard } else { Service::ToAccount };
        code.amount = amount.map(Dong::new);
        code.purpose = purpose;
        code.bill_number = bill_number;
        code.merchant_name = name;
        code.merchant_city = city;
        let text = code.encode().unwrap();
        prop_assert_eq!(VietQr::parse(&text), Ok(code));
    }

    #[test]
    fn nothing_is_encoded_that_would_be_refused(
        bank_bin in "\\PC{0,8}",
        amount in any::<i64>(),
        purpose in any::<String>(),
    ) {
        let code = VietQr::to_account(&bank_bin, AccountNumber::new("0123456789").unwrap())
            .with_amount(Dong::new(amount))
            .with_purpose(purpose);
        if let Ok(text) = code.encode() {
            prop_assert_eq!(VietQr::parse(&text), Ok(code));
        }
    }

    #[test]
    fn length_by_bytes_has_its_own_reason(purpose in "[a-z]{0,10}[đơưắ]{1,4}") {
        let code = VietQr::to_account("970422", AccountNumber::new("0123456789").unwrap()).with_purpose(purpose.clone());
        let right = code.encode().unwrap();
        let characters = purpose.chars().count();
        let wrong = right
            .replace(&format!("62{:02}08{characters:02}", characters + 4), &format!("62{:02}08{:02}", purpose.len() + 4, purpose.len()));
        prop_assume!(wrong != right);
        prop_assert_eq!(VietQr::parse(&with_fitting_check_code(&wrong)), Err(QrError::ByteLength));
    }
}
