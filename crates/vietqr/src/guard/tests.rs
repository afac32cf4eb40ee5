use dong::Dong;

use super::*;
use crate::crc::check_code;

const DYNAMIC: &str = "00020101021238540010A00000072701240006970422011001234567890208QRIBFTTA53037045405500005802VN62070803DH1630408E6";
const STATIC: &str =
    "00020101021138540010A00000072701240006970422011001234567890208QRIBFTTA53037045802VN6304B1A7";
const ASKED: Option<Dong> = Some(Dong::new(50_000));

fn receiver(bank_bin: Option<&str>, account: &str) -> Receiver {
    Receiver {
        bank_bin: bank_bin.map(str::to_owned),
        account: AccountNumber::new(account).unwrap(),
    }
}

fn refused(text: &str, asked: Option<Dong>) -> &'static str {
    check(text, asked, &[receiver(None, "0123456789")])
        .unwrap_err()
        .code()
}

fn with_crc(text: &str) -> String {
    let body = format!("{text}6304");
    format!("{body}{}", check_code(&body))
}

#[test]
fn a_code_for_the_asked_amount_and_account_passes() {
    for bank_bin in [None, Some("970422")] {
        let checked = check(DYNAMIC, ASKED, &[receiver(bank_bin, "0123456789")]).unwrap();
        assert_eq!(checked.text(), DYNAMIC);
        assert_eq!(checked.cautions(), []);
        assert_eq!(checked.bank_name(), Some("MB"));
        assert_eq!(checked.meaning().purpose.as_deref(), Some("DH1"));
        assert_eq!(checked.meaning().account.last_four(), "6789");
    }
}

#[test]
fn another_amount_is_refused() {
    assert_eq!(refused(DYNAMIC, Some(Dong::new(5_000))), "amount_differs");
    assert_eq!(refused(DYNAMIC, None), "amount_differs");
    assert_eq!(refused(STATIC, ASKED), "amount_missing");
    assert!(check(STATIC, None, &[receiver(None, "0123456789")]).is_ok());
}

#[test]
fn a_new_account_needs_confirmation() {
    for known in [
        receiver(None, "9876543210"),
        receiver(Some("970436"), "0123456789"),
    ] {
        let checked = check(DYNAMIC, ASKED, &[known]).unwrap();
        assert_eq!(
            checked.new_account(),
            Some(&receiver(Some("970422"), "0123456789"))
        );
        assert_eq!(checked.cautions()[0].code(), "new_account");
    }
}

#[test]
fn an_unknown_bank_is_a_caution() {
    let account = AccountNumber::new("0123456789").unwrap();
    let text = VietQr::to_account("970499", account)
        .with_amount(Dong::new(50_000))
        .encode()
        .unwrap();
    let checked = check(&text, ASKED, &[receiver(None, "0123456789")]).unwrap();
    assert_eq!(
        checked.cautions(),
        [Caution::UnknownBank {
            bank_bin: "970499".into()
        }]
    );
    assert_eq!(checked.bank_name(), None);
}

#[test]
fn addresses_are_told_from_damaged_codes() {
    for text in [
        "https://img.example.vn/qr.png",
        " HTTP://x",
        "data:image/png;base64,iVBOR",
        "DATA:image/svg+xml,",
        "//cdn.example.vn/qr",
    ] {
        assert_eq!(refused(text, ASKED), "image_address", "{text}");
    }
    assert_eq!(refused("hello", ASKED), "not_emv");
    assert_eq!(refused("", ASKED), "empty");
    assert_eq!(refused(&DYNAMIC.replace("08E6", "08E7"), ASKED), "crc");
}

const NAPAS: &str = "38540010A00000072701240006970422011001234567890208QRIBFTTA";

#[test]
fn another_payee_in_the_same_code_is_a_caution() {
    let text = with_crc(&format!("00020126140010A000000775{NAPAS}53037045405500005802VN"));
    let checked = check(&text, ASKED, &[receiver(None, "0123456789")]).unwrap();
    assert_eq!(checked.cautions(), [Caution::OtherPayee]);
    assert_eq!(checked.meaning().account.last_four(), "6789");
}

#[test]
fn a_tip_or_fee_on_top_of_the_amount_is_refused() {
    for fee in ["550201", "55020256045000", "55020357015"] {
        let text = with_crc(&format!("000201{NAPAS}5303704540550000{fee}5802VN"));
        assert_eq!(refused(&text, ASKED), "tip_or_fee", "{fee}");
    }
}
