//! How much is read before a file is refused.

/// How much is read before a file is refused; every limit is the largest that still passes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file.
    pub bytes: usize,
    /// Rows below the header.
    pub rows: usize,
    /// Columns.
    pub columns: usize,
    /// Bytes of all parts of a workbook after unpacking.
    pub unpacked: u64,
    /// Bytes of any one part of a workbook that is not a sheet; such parts are held in memory whole.
    pub unpacked_part: u64,
    /// Bytes of all texts together: a workbook can name one long text in a million cells.
    pub text: usize,
}

const MEGABYTE: usize = 1024 * 1024;

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 50 * MEGABYTE,
            rows: 200_000,
            columns: 200,
            unpacked: 400 * 1024 * 1024,
            unpacked_part: 64 * 1024 * 1024,
            text: 256 * MEGABYTE,
        }
    }
}
