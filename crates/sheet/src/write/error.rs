//! Why a table could not be written.

use std::io;
use thiserror::Error;

/// Why a table could not be written.
#[derive(Debug, Error)]
pub enum WriteError {
    /// The watch said stop.
    #[error("cancelled")]
    Cancelled,
    /// A row has more or fewer values than there are columns.
    #[error("{values} values for {columns} columns")]
    WrongWidth {
        /// The columns of the layout.
        columns: usize,
        /// The values of the row.
        values: usize,
    },
    /// More rows than a workbook holds (1,048,575 below the header).
    #[error("more rows than a workbook holds")]
    TooManyRows,
    /// More columns than a workbook holds.
    #[error("more columns than a workbook holds")]
    TooManyColumns,
    /// A text longer than a cell of a workbook holds (32,767 characters).
    #[error("row {row} has a text longer than a cell of a workbook holds")]
    TextTooLong {
        /// The row below the header, from 1.
        row: u64,
    },
    /// A row before this call failed, so the table can no longer become whole.
    #[error("a row failed before")]
    Unfinished,
    /// The disk or the folder refused.
    #[error("writing failed")]
    Io(#[from] io::Error),
    /// The file is whole but could not be put in its place: most often because the older one is open in Excel.
    #[error("the file could not be put in its place")]
    Replace(#[source] io::Error),
    /// A workbook could not be made; the text is for the log. A full disk under the folder for temporary files ends
    /// here.
    #[error("the workbook could not be made: {0}")]
    Workbook(String),
}
