//! Tables in and out: CSV and .xlsx, for imports and exports; no clock, no network.
//!
//! Reading ([`read`]) takes the bytes of any file a shop brings and gives texts, exactly as they stand: it knows no
//! phone number, no price and no rule of the business. [`match_columns`] finds the columns somebody asked for.
//! Writing goes row by row through a [`RowSink`]; [`write_file`] puts a file under its name only when it is whole.

mod calm;
mod columns;
mod formula;
mod read;
mod table;
#[cfg(test)]
mod tests;
mod write;

pub use columns::{Matches, Wanted, match_columns};
pub use read::{Limits, ReadError, read, read_within};
pub use table::{Cell, Delimiter, Encoding, Row, Source, Table};
pub use write::{
    Column, CsvWriter, Format, Layout, Progress, RowSink, Value, Watch, WriteError, XlsxWriter, write_file,
};
