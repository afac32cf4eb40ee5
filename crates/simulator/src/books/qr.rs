//! QR texts in the layout of Finan One's published samples (contract section 13 `[L]`): NAPAS block, currency,
//! amount, country, account name, purpose, CRC. Written here and not taken from the product, so that the
//! product's reader is checked against something other than its own writer.

use dong::Dong;

/// Longest account name in object 59.
pub(crate) const LONGEST_NAME: usize = 25;
/// Longest purpose in object 62.08.
pub(crate) const LONGEST_MEMO: usize = 25;

/// What goes into a QR text.
pub(crate) struct QrText<'a> {
    pub(crate) initiation: &'a str,
    pub(crate) bank_bin: &'a str,
    pub(crate) account_number: &'a str,
    pub(crate) account_name: &'a str,
    pub(crate) amount: Option<Dong>,
    pub(crate) memo: &'a str,
}

/// The whole text with its checksum.
pub(crate) fn text(qr: &QrText<'_>) -> String {
    let account = object("00", qr.bank_bin) + &object("01", qr.account_number);
    let napas = object("00", "A000000727") + &object("01", &account) + &object("02", "QRIBFTTA");
    let mut text = object("00", "01") + &object("01", qr.initiation) + &object("38", &napas);
    text += &object("53", "704");
    if let Some(amount) = qr.amount {
        text += &object("54", &amount.get().to_string());
    }
    text += &object("58", "VN");
    text += &object("59", &cut(qr.account_name, LONGEST_NAME));
    if !qr.memo.is_empty() {
        text += &object("62", &object("08", &cut(qr.memo, LONGEST_MEMO)));
    }
    text += "6304";
    let crc = crc16(text.as_bytes());
    format!("{text}{crc:04X}")
}

/// The same text with a checksum that does not fit it.
pub(crate) fn with_wrong_crc(text: &str) -> String {
    let mut characters: Vec<char> = text.chars().collect();
    if let Some(last) = characters.last_mut() {
        *last = if *last == '0' { '1' } else { '0' };
    }
    characters.into_iter().collect()
}

fn object(id: &str, value: &str) -> String {
    format!("{id}{:02}{value}", value.chars().count())
}

fn cut(text: &str, longest: usize) -> String {
    text.chars().take(longest).collect()
}

/// CRC-16/CCITT-FALSE.
fn crc16(bytes: &[u8]) -> u16 {
    bytes.iter().fold(0xFFFF, |crc, byte| {
        (0..8).fold(crc ^ (u16::from(*byte) << 8), |crc: u16, _| {
            if crc & 0x8000 == 0 {
                crc << 1
            } else {
                (crc << 1) ^ 0x1021
            }
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_the_published_one() {
        assert_eq!(crc16(b"123456789"), 0x29B1);
        let without_crc =
            "00020101021138540010A00000072701240006970422011001234567890208QRIBFTTA53037045802VN6304";
        assert_eq!(crc16(without_crc.as_bytes()), 0xB1A7);
    }

    #[test]
    fn a_wrong_checksum_differs_in_the_last_place_only() {
        assert_eq!(with_wrong_crc("6304B1A7"), "6304B1A0");
        assert_eq!(with_wrong_crc("6304B1A0"), "6304B1A1");
    }
}
