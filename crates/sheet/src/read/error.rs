//! Why a file could not be read.

use thiserror::Error;

/// Why a file could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ReadError {
    /// The file has no row with any text.
    #[error("the file has no rows")]
    Empty,
    /// The file is larger than is read.
    #[error("the file is larger than {limit} bytes")]
    TooLarge {
        /// The most bytes that pass.
        limit: usize,
    },
    /// The workbook is larger after unpacking than is read.
    #[error("the workbook unpacks to more than {limit} bytes")]
    UnpacksTooLarge {
        /// The most bytes that pass.
        limit: u64,
    },
    /// There are more rows below the header than are read.
    #[error("more than {limit} rows")]
    TooManyRows {
        /// The most rows that pass.
        limit: usize,
    },
    /// There are more columns than are read.
    #[error("more than {limit} columns")]
    TooManyColumns {
        /// The most columns that pass.
        limit: usize,
    },
    /// The texts of all cells together are longer than is kept.
    #[error("more than {limit} bytes of text")]
    TooMuchText {
        /// The most bytes that pass.
        limit: usize,
    },
    /// The format of Excel before 2007 (.xls): it opens in Excel and can be saved as .xlsx.
    #[error("a workbook in the format of Excel before 2007")]
    OldExcel,
    /// The workbook has a password.
    #[error("the workbook is locked with a password")]
    Locked,
    /// A web page, which many programs give out under the name .xls: it opens in Excel and can be saved as .xlsx.
    #[error("a web page, not a workbook")]
    WebPage,
    /// Neither a workbook nor text.
    #[error("neither a workbook nor text")]
    NotATable,
    /// A workbook that cannot be read to its end. The text is for the log.
    #[error("the file is damaged: {0}")]
    Broken(String),
}
