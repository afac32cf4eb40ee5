//! Excel workbooks, in constant memory: rows wait in a temporary file until the workbook is packed.

mod cells;

use super::sheet_name::sheet_name;
use super::watch::Watched;
use super::{Layout, RowSink, Value, Watch, WriteError, check_whole, check_width};
use crate::calm::calmly;
use cells::Cells;
use rust_xlsxwriter::{DocProperties, Workbook, XlsxError};
use std::fmt;
use std::io::Write;

const ROWS: u64 = 1_048_575;
const FACT_WIDTHS: [u16; 2] = [28, 48];

/// Writes an Excel workbook: a header that stays in view, texts as texts, money as numbers (`#,##0`), and the facts on a
/// second sheet.
pub struct XlsxWriter<'a, W: Write + Send> {
    book: Workbook,
    target: W,
    cells: Cells,
    columns: usize,
    rows: u64,
    is_whole: bool,
    facts: Vec<(String, Fact)>,
    facts_title: String,
    watch: Watch<'a>,
}

/// A fact kept until the rows are done.
enum Fact {
    Text(String),
    Other(Value<'static>),
}

impl<'a, W: Write + Send> XlsxWriter<'a, W> {
    /// Begins a workbook that [`XlsxWriter::finish`] writes to `target`.
    ///
    /// # Errors
    ///
    /// [`WriteError::TooManyColumns`], or [`WriteError::Workbook`] if no temporary file can be made.
    pub fn new(target: W, layout: &Layout<'_>, watch: Watch<'a>) -> Result<Self, WriteError> {
        let mut book = Workbook::new();
        book.set_properties(&DocProperties::new().set_creation_datetime(&layout.made_at));
        let cells = Cells::new();
        let title = sheet_name(layout.title, "Sheet1");
        let sheet = book
            .add_worksheet_with_constant_memory()
            .map_err(|source| failed(source, 0))?;
        let widths: Vec<u16> = layout.columns.iter().map(|column| column.width).collect();
        let names: Vec<Value<'_>> = layout
            .columns
            .iter()
            .map(|column| Value::Text(column.name))
            .collect();
        sheet
            .set_name(&title)
            .and_then(|sheet| sheet.set_freeze_panes(1, 0))
            .and_then(|sheet| cells.widths(sheet, &widths))
            .and_then(|sheet| cells.header(sheet, &names))
            .map_err(|source| failed(source, 0))?;
        Ok(Self {
            book,
            target,
            cells,
            columns: layout.columns.len(),
            rows: 0,
            is_whole: true,
            facts: Vec::new(),
            facts_title: distinct(sheet_name(layout.facts_title, "Sheet2"), &title),
            watch,
        })
    }

    /// Packs the workbook, writes it and gives the target back.
    ///
    /// # Errors
    ///
    /// [`WriteError`]; what was written to the target until then is no workbook.
    pub fn finish(mut self) -> Result<W, WriteError> {
        check_whole(self.is_whole)?;
        self.add_facts()?;
        let Self {
            mut book,
            target,
            mut watch,
            rows,
            ..
        } = self;
        let mut target = Watched::new(target, &mut watch);
        let saved = calmly(|| book.save_to_writer(&mut target));
        match saved {
            _ if target.is_cancelled => Err(WriteError::Cancelled),
            Some(Ok(())) => Ok(target.inner),
            Some(Err(source)) => Err(failed(source, rows)),
            None => Err(no_room()),
        }
    }

    fn add_facts(&mut self) -> Result<(), WriteError> {
        if self.facts.is_empty() {
            return Ok(());
        }
        let sheet = self.book.add_worksheet();
        sheet
            .set_name(&self.facts_title)
            .and_then(|sheet| self.cells.widths(sheet, &FACT_WIDTHS))
            .map_err(|source| failed(source, 0))?;
        for (row, (name, fact)) in (0_u32..).zip(&self.facts) {
            let value = match fact {
                Fact::Text(text) => Value::Text(text),
                Fact::Other(value) => *value,
            };
            self.cells
                .row(sheet, row, &[Value::Text(name), value])
                .map_err(|source| failed(source, 0))?;
        }
        Ok(())
    }
}

impl<W: Write + Send> RowSink for XlsxWriter<'_, W> {
    fn row(&mut self, values: &[Value<'_>]) -> Result<(), WriteError> {
        check_whole(std::mem::take(&mut self.is_whole))?;
        check_width(self.columns, values)?;
        if self.rows >= ROWS {
            return Err(WriteError::TooManyRows);
        }
        let row = self.rows.saturating_add(1);
        let Self { book, cells, .. } = self;
        calmly(|| {
            let sheet = book.worksheet_from_index(0)?;
            cells
                .row(sheet, u32::try_from(row).unwrap_or(u32::MAX), values)
                .map(drop)
        })
        .ok_or_else(no_room)?
        .map_err(|source| failed(source, row))?;
        self.rows = row;
        self.watch.row(row)?;
        self.is_whole = true;
        Ok(())
    }

    fn fact(&mut self, name: &str, value: Value<'_>) -> Result<(), WriteError> {
        let fact = match value {
            Value::Text(text) => Fact::Text(text.to_owned()),
            Value::Empty => Fact::Other(Value::Empty),
            Value::Dong(amount) => Fact::Other(Value::Dong(amount)),
            Value::Integer(number) => Fact::Other(Value::Integer(number)),
            Value::Date(day) => Fact::Other(Value::Date(day)),
            Value::DateTime(moment) => Fact::Other(Value::DateTime(moment)),
        };
        self.facts.push((name.to_owned(), fact));
        Ok(())
    }

    fn rows(&self) -> u64 {
        self.rows
    }
}

impl<W: Write + Send> fmt::Debug for XlsxWriter<'_, W> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("XlsxWriter")
            .field("columns", &self.columns)
            .field("rows", &self.rows)
            .finish_non_exhaustive()
    }
}

/// Excel compares the names of sheets without regard to case.
fn distinct(name: String, taken: &str) -> String {
    if name.to_lowercase() == taken.to_lowercase() {
        "Sheet2".to_owned()
    } else {
        name
    }
}

/// The library panics where its temporary file cannot grow.
fn no_room() -> WriteError {
    WriteError::Workbook("the temporary file could not be written".to_owned())
}

fn failed(source: XlsxError, row: u64) -> WriteError {
    match source {
        XlsxError::MaxStringLengthExceeded => WriteError::TextTooLong { row },
        XlsxError::RowColumnLimitError => WriteError::TooManyColumns,
        XlsxError::IoError(source) => WriteError::Io(source),
        other => WriteError::Workbook(other.to_string()),
    }
}
