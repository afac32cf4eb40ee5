//! Writing a table row by row, in constant memory.

mod error;
mod file;
mod lines;
mod sheet_name;
mod watch;
mod xlsx;

use chrono::{NaiveDate, NaiveDateTime};
use dong::Dong;

pub use error::WriteError;
pub use file::{Format, write_file};
pub use lines::CsvWriter;
pub use watch::{Progress, Watch};
pub use xlsx::XlsxWriter;

/// What every table to be written needs to be told.
#[derive(Debug, Clone, Copy)]
pub struct Layout<'a> {
    /// The name of the sheet. Characters that Excel refuses are replaced, and it is cut to 31 characters.
    pub title: &'a str,
    /// The name of the second sheet, which holds the facts.
    pub facts_title: &'a str,
    /// The columns, from the left.
    pub columns: &'a [Column<'a>],
    /// When the table is made, in UTC; a workbook carries it among its properties.
    pub made_at: NaiveDateTime,
}

/// A column of a table to be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column<'a> {
    /// The text in the header.
    pub name: &'a str,
    /// The width in characters; CSV has none.
    pub width: u16,
}

/// A cell to be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Value<'a> {
    /// Nothing.
    #[default]
    Empty,
    /// A text: names, and also phone numbers, codes and references, whose leading zeros count.
    Text(&'a str),
    /// Money: a number that can be summed up. Beyond 15 digits a workbook would round it, so it is written as text.
    Dong(Dong),
    /// A count. Beyond 15 digits it is written as text, as money is.
    Integer(i64),
    /// A day.
    Date(NaiveDate),
    /// A moment in the shop's time, written to the second.
    DateTime(NaiveDateTime),
}

/// Where rows go. The header is already written.
pub trait RowSink {
    /// Adds a row of as many values as there are columns.
    ///
    /// # Errors
    ///
    /// [`WriteError`]; after it nothing more may be written.
    fn row(&mut self, values: &[Value<'_>]) -> Result<(), WriteError>;

    /// Adds a fact about the table: its filter, its time zone, its sum. They stand on a sheet of their own; CSV has
    /// room for one table only and leaves them out.
    ///
    /// # Errors
    ///
    /// As [`RowSink::row`].
    fn fact(&mut self, name: &str, value: Value<'_>) -> Result<(), WriteError>;

    /// How many rows were added so far.
    fn rows(&self) -> u64;
}

const DAY: &str = "%Y-%m-%d";
const MOMENT: &str = "%Y-%m-%d %H:%M:%S";

fn check_width(columns: usize, values: &[Value<'_>]) -> Result<(), WriteError> {
    if values.len() == columns {
        Ok(())
    } else {
        Err(WriteError::WrongWidth {
            columns,
            values: values.len(),
        })
    }
}

fn check_whole(is_whole: bool) -> Result<(), WriteError> {
    if is_whole {
        Ok(())
    } else {
        Err(WriteError::Unfinished)
    }
}
