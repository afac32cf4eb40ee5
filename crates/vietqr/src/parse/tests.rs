use super::*;
use crate::crc::check_code;
use crate::tlv::{Flaw, TlvError};

const NAPAS: &str = "38540010A00000072701240006970422011001234567890208QRIBFTTA";

fn with_crc(text: &str) -> String {
    let body = format!("{text}6304");
    format!("{body}{}", check_code(&body))
}

fn read(text: &str) -> Result<VietQr, QrError> {
    VietQr::parse(&with_crc(text))
}

fn object(id: &str, value: &str) -> String {
    format!("{id}{:02}{value}", value.chars().count())
}

/// A code with this receiver block and service behind the NAPAS identifier.
fn with_block(receiver: &str, behind: &str) -> Result<VietQr, QrError> {
    let block = format!("0010A000000727{}{behind}", object("01", receiver));
    read(&format!("000201{}53037045802VN", object("38", &block)))
}

#[test]
fn published_codes_of_wallets_are_vietqr() {
    let momo = "00020101021138620010A00000072701320006970454011899MM24011M348750800208QRIBFTTA53037045802VN62190515MOMOW2W3487508080030466304EBC8";
    let read = VietQr::parse(momo).unwrap();
    assert_eq!(
        (read.bank_bin.as_str(), read.account.as_str()),
        ("970454", "99MM24011M34875080")
    );
    assert_eq!(read.reference.as_deref(), Some("MOMOW2W34875080"));
    assert_eq!(
        read.others,
        [OtherField {
            path: "80".into(),
            value: "046".into()
        }]
    );
    assert_eq!(read.encode().as_deref(), Ok(momo));
    let zalopay =
        "00020101021138620010A00000072701320006970454011899ZP24009M072482670208QRIBFTTA53037045802VN6304073C";
    assert_eq!(VietQr::parse(zalopay).unwrap().account.last_four(), "8267");
}

#[test]
fn tag_01_may_be_missing_or_say_dynamic_without_an_amount() {
    let without = read(&format!("000201{NAPAS}53037045802VN")).unwrap();
    assert_eq!((without.point_of_initiation, without.amount), (None, None));
    let dynamic = read(&format!("000201010212{NAPAS}53037045802VN")).unwrap();
    assert_eq!(
        (dynamic.point_of_initiation, dynamic.amount),
        (Some(PointOfInitiation::Dynamic), None)
    );
    assert_eq!(
        read(&format!("000201010213{NAPAS}53037045802VN")),
        Err(QrError::PointOfInitiation)
    );
}

#[test]
fn names_and_additional_data_are_read_in_any_order() {
    let additional = object("62", "0705TILL10105HD-420506REF-990804Ban5");
    let names = object("59", "CÀ PHÊ ĐÁ") + "6005HANOI6106700000";
    let read = read(&format!(
        "0002015802VN{additional}{names}53037045406100000{NAPAS}"
    ))
    .unwrap();
    assert_eq!(read.merchant_name.as_deref(), Some("CÀ PHÊ ĐÁ"));
    assert_eq!(read.terminal.as_deref(), Some("TILL1"));
    assert_eq!(read.bill_number.as_deref(), Some("HD-42"));
    assert_eq!(read.reference.as_deref(), Some("REF-99"));
    assert_eq!(read.purpose.as_deref(), Some("Ban5"));
    assert_eq!(read.merchant_city.as_deref(), Some("HANOI"));
    assert_eq!(read.postal_code.as_deref(), Some("700000"));
    assert_eq!(read.amount, Some(Dong::new(100_000)));
}

#[test]
fn amounts_are_whole_positive_dong() {
    for (text, expected) in [("1", Some(1)), ("9999999999999", Some(9_999_999_999_999))] {
        let read = read(&format!("000201{NAPAS}5303704{}5802VN", object("54", text))).unwrap();
        assert_eq!(read.amount.map(Dong::get), expected);
    }
    for text in [
        "0",
        "050000",
        "50.000",
        "50000.00",
        "-5",
        "+5",
        " 5",
        "5k",
        "１００",
        "10000000000000",
    ] {
        let read = read(&format!("000201{NAPAS}5303704{}5802VN", object("54", text)));
        assert_eq!(read, Err(QrError::Amount), "{text}");
    }
}

#[test]
fn fixed_values_are_fixed() {
    assert_eq!(
        read(&format!("000202{NAPAS}53037045802VN")),
        Err(QrError::PayloadFormat)
    );
    assert_eq!(
        read(&format!("000201{NAPAS}53038405802VN")),
        Err(QrError::Currency)
    );
    assert_eq!(read(&format!("000201{NAPAS}5802VN")), Err(QrError::Currency));
    assert_eq!(
        read(&format!("000201{NAPAS}53037045802vn")),
        Err(QrError::Country)
    );
    assert_eq!(read(&format!("000201{NAPAS}5303704")), Err(QrError::Country));
}

#[test]
fn the_receiver_is_checked_to_the_letter() {
    let service = "0208QRIBFTTA";
    assert!(with_block("0006970422010212", service).is_ok());
    assert_eq!(
        with_block("0005970420102 1", service).map_err(|e| e.code()),
        Err("bank_bin")
    );
    assert_eq!(with_block("000697042A010212", service), Err(QrError::BankBin));
    assert_eq!(with_block("010212", service), Err(QrError::BankBin));
    assert_eq!(with_block("0006970422", service), Err(QrError::Account));
    assert_eq!(with_block("000697042201031 2", service), Err(QrError::Account));
    assert_eq!(
        with_block("0006970422012000112233445566778899", service),
        Err(QrError::Account)
    );
    assert_eq!(with_block("0006970422010212", ""), Err(QrError::Service));
    assert_eq!(
        with_block("0006970422010212", "0206QRPUSH"),
        Err(QrError::Service)
    );
    assert_eq!(
        with_block("0006970422010212", "0208QRIBFTTC").unwrap().service,
        Service::ToCard
    );
}

#[test]
fn broken_nesting_is_named_in_spite_of_a_right_check_code() {
    let tlv = |template, flaw| Err(QrError::Tlv(TlvError { template, flaw }));
    assert_eq!(
        with_block("00069704220102120208QRIBFTTA", ""),
        tlv("38.01", Flaw::Unexpected)
    );
    assert_eq!(
        with_block("0006970422010212X", "0208QRIBFTTA"),
        tlv("38.01", Flaw::Stray)
    );
    assert_eq!(
        with_block("0006970422010212", "0208QRIBFTTA0301X"),
        tlv("38", Flaw::Unexpected)
    );
    assert_eq!(
        with_block("0006970422010212", "0208QRIBFTTA0208QRIBFTTA"),
        tlv("38", Flaw::Duplicate)
    );
    assert_eq!(
        read(&format!("000201{NAPAS}53037045802VN6206080Dx7")),
        tlv("62", Flaw::Length)
    );
    assert_eq!(
        read(&format!("000201{NAPAS}530370453037045802VN")),
        tlv("", Flaw::Duplicate)
    );
    assert_eq!(
        read(&format!("{NAPAS}00020153037045802VN")),
        tlv("", Flaw::Misplaced)
    );
    assert_eq!(
        read(&format!("000201{NAPAS}53037045802VN6304ABCD5901X")),
        tlv("", Flaw::Duplicate)
    );
}

#[test]
fn deceptive_characters_are_refused() {
    for name in ["SHOP\u{202e}NAV", "A\u{200b}B", "A\nB"] {
        let read = read(&format!("000201{NAPAS}53037045802VN{}", object("59", name)));
        assert_eq!(read, Err(QrError::Characters), "{name:?}");
    }
}
