//! From bytes to text.

use super::ReadError;
use crate::table::Encoding;
use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1258};
use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;

pub(super) struct Decoded<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) encoding: Encoding,
    pub(super) is_lossy: bool,
}

const UTF_8_MARK: &[u8] = b"\xEF\xBB\xBF";
const UTF_16_LE_MARK: &[u8] = b"\xFF\xFE";
const UTF_16_BE_MARK: &[u8] = b"\xFE\xFF";

/// The text of `bytes`: what a byte order mark says, or UTF-8, or else Vietnamese Windows.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded<'_>, ReadError> {
    for (mark, library, encoding) in [
        (UTF_8_MARK, UTF_8, Encoding::Utf8),
        (UTF_16_LE_MARK, UTF_16LE, Encoding::Utf16Le),
        (UTF_16_BE_MARK, UTF_16BE, Encoding::Utf16Be),
    ] {
        if let Some(rest) = bytes.strip_prefix(mark) {
            let (text, is_lossy) = library.decode_without_bom_handling(rest);
            return Ok(Decoded {
                text,
                encoding,
                is_lossy,
            });
        }
    }
    if bytes.contains(&0) {
        return Err(ReadError::NotATable);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(Decoded {
            text: Cow::Borrowed(text),
            encoding: Encoding::Utf8,
            is_lossy: false,
        });
    }
    vietnamese_windows(bytes)
}

/// Every byte means something in this encoding, so a picture or a program would pass; their control codes do not.
fn vietnamese_windows(bytes: &[u8]) -> Result<Decoded<'_>, ReadError> {
    if bytes
        .iter()
        .any(|byte| byte.is_ascii_control() && !b"\t\r\n".contains(byte))
    {
        return Err(ReadError::NotATable);
    }
    let (text, is_lossy) = WINDOWS_1258.decode_without_bom_handling(bytes);
    Ok(Decoded {
        // The encoding has letters and tone marks apart; everybody else writes them as one.
        text: Cow::Owned(text.nfc().collect()),
        encoding: Encoding::Windows1258,
        is_lossy,
    })
}
