//! Reading a table from the bytes of a file. What the file is, is told by its bytes; its name only helps where they
//! leave it open.

mod encoding;
mod error;
mod limits;
mod lines;
mod number;
mod unpacked;
mod xlsx;

use crate::table::Table;

pub use error::ReadError;
pub use limits::Limits;

const ZIP: &[u8] = b"PK\x03\x04";
const OLE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// Reads a table: an .xlsx workbook, or text with commas, semicolons or tabs. The first row with any text is the
/// header.
///
/// Cells are given as they stand, leading zeros and spaces included. Two things are not: a number of a workbook has no
/// text of its own (see [`crate::Cell`]), and the apostrophe by which a CSV keeps a formula from running is taken off.
///
/// # Errors
///
/// [`ReadError`] says what the file is if it is no table, or which of the [`Limits`] it breaks.
pub fn read(bytes: &[u8], name_hint: &str) -> Result<Table, ReadError> {
    read_within(bytes, name_hint, &Limits::default())
}

/// [`read`] with other limits.
///
/// # Errors
///
/// As [`read`].
pub fn read_within(bytes: &[u8], name_hint: &str, limits: &Limits) -> Result<Table, ReadError> {
    if bytes.len() > limits.bytes {
        return Err(ReadError::TooLarge { limit: limits.bytes });
    }
    if bytes.starts_with(ZIP) {
        return xlsx::read(bytes, limits);
    }
    if bytes.starts_with(OLE) {
        return Err(if is_locked(bytes) {
            ReadError::Locked
        } else {
            ReadError::OldExcel
        });
    }
    lines::read(bytes, name_hint, limits)
}

fn is_locked(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    bytes.windows(name.len()).any(|window| window == name)
}
