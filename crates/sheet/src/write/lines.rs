//! CSV for spreadsheets: UTF-8 with a byte order mark, without which Excel takes it for something else; lines end in
//! CR LF.
//!
//! Texts that could run as a formula get an apostrophe in front (`crate::formula`); a spreadsheet shows it, [`crate::read`]
//! takes it off. Numbers stay numbers. A text of digits stands as it is, and a spreadsheet that opens the file by a
//! double click takes its leading zeros: only .xlsx keeps them safe everywhere.

use super::{DAY, Layout, MOMENT, RowSink, Value, Watch, WriteError, check_whole, check_width};
use crate::formula::disarm;
use crate::table::Delimiter;
use std::fmt::Write as _;
use std::io::{self, Write};

const MARK: &[u8] = b"\xEF\xBB\xBF";
const BUFFER: usize = 64 * 1024;

/// Writes CSV.
#[derive(Debug)]
pub struct CsvWriter<'a, W: Write> {
    lines: csv::Writer<W>,
    columns: usize,
    rows: u64,
    is_whole: bool,
    watch: Watch<'a>,
    text: String,
}

impl<'a, W: Write> CsvWriter<'a, W> {
    /// Writes the byte order mark and the header to `target`.
    ///
    /// # Errors
    ///
    /// [`WriteError::Io`].
    pub fn new(
        mut target: W,
        delimiter: Delimiter,
        layout: &Layout<'_>,
        watch: Watch<'a>,
    ) -> Result<Self, WriteError> {
        target.write_all(MARK)?;
        let mut lines = csv::WriterBuilder::new()
            .delimiter(delimiter.byte())
            .terminator(csv::Terminator::CRLF)
            .buffer_capacity(BUFFER)
            .from_writer(target);
        lines
            .write_record(
                layout
                    .columns
                    .iter()
                    .map(|column| disarm(column.name).into_owned()),
            )
            .map_err(io::Error::from)?;
        Ok(Self {
            lines,
            columns: layout.columns.len(),
            rows: 0,
            is_whole: true,
            watch,
            text: String::new(),
        })
    }

    /// Writes what is left and gives the target back.
    ///
    /// # Errors
    ///
    /// [`WriteError::Io`], or [`WriteError::Unfinished`] after a row that failed.
    pub fn finish(self) -> Result<W, WriteError> {
        check_whole(self.is_whole)?;
        self.lines
            .into_inner()
            .map_err(|failed| WriteError::Io(io::Error::from(failed.error().kind())))
    }

    fn field(&mut self, value: &Value<'_>) -> Result<(), csv::Error> {
        if let Value::Text(text) = value {
            return self.lines.write_field(&*disarm(text));
        }
        self.text.clear();
        // Writing into a string cannot fail.
        let _ = match value {
            Value::Empty | Value::Text(_) => Ok(()),
            Value::Dong(amount) => write!(self.text, "{}", amount.get()),
            Value::Integer(number) => write!(self.text, "{number}"),
            Value::Date(day) => write!(self.text, "{}", day.format(DAY)),
            Value::DateTime(moment) => write!(self.text, "{}", moment.format(MOMENT)),
        };
        self.lines.write_field(&self.text)
    }
}

impl<W: Write> RowSink for CsvWriter<'_, W> {
    fn row(&mut self, values: &[Value<'_>]) -> Result<(), WriteError> {
        check_whole(std::mem::take(&mut self.is_whole))?;
        check_width(self.columns, values)?;
        for value in values {
            self.field(value).map_err(io::Error::from)?;
        }
        self.lines.write_record(None::<&[u8]>).map_err(io::Error::from)?;
        self.rows = self.rows.saturating_add(1);
        self.watch.row(self.rows)?;
        self.is_whole = true;
        Ok(())
    }

    fn fact(&mut self, _name: &str, _value: Value<'_>) -> Result<(), WriteError> {
        Ok(())
    }

    fn rows(&self) -> u64 {
        self.rows
    }
}
