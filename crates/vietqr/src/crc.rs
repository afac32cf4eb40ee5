//! The check code of tag 63: CRC-16/CCITT-FALSE (polynomial 0x1021, initial 0xFFFF, no reflection, no xor).

/// The check value of `bytes`; `123456789` gives `0x29B1`.
#[must_use]
pub fn crc16(bytes: &[u8]) -> u16 {
    bytes.iter().fold(0xFFFF, |crc, byte| {
        (0..8).fold(crc ^ (u16::from(*byte) << 8), |crc, _| {
            if crc & 0x8000 == 0 {
                crc << 1
            } else {
                (crc << 1) ^ 0x1021
            }
        })
    })
}

/// The four upper-case hex digits that belong behind `text`, which ends in `6304`.
#[must_use]
pub fn check_code(text: &str) -> String {
    format!("{:04X}", crc16(text.as_bytes()))
}

/// Whether `code` is written as the specification asks: four upper-case hex digits.
#[must_use]
pub fn is_well_formed(code: &str) -> bool {
    code.len() == 4 && code.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'A'..=b'F'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_value_of_the_catalogue() {
        assert_eq!(crc16(b"123456789"), 0x29B1);
        assert_eq!(crc16(b""), 0xFFFF);
    }

    #[test]
    fn leading_zeros_stay() {
        let text = "00020101021238540010A00000072701240006970422011001234567890208QRIBFTTA53037045405500005802VN62070803DH16304";
        assert_eq!(check_code(text), "08E6");
    }

    #[test]
    fn only_four_upper_case_hex_digits_are_well_formed() {
        assert!(is_well_formed("08E6"));
        for code in ["08e6", "8E6", "008E6", "08G6", "０8E", ""] {
            assert!(!is_well_formed(code), "{code}");
        }
    }
}
