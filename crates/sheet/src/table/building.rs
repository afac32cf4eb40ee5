//! Putting a table together cell by cell, within limits.

use super::{Mark, RowMark, Source, Table};
use crate::read::{Limits, ReadError};

pub(crate) struct Building<'a> {
    limits: &'a Limits,
    header: Option<Vec<String>>,
    widest: usize,
    text: String,
    cells: Vec<Mark>,
    rows: Vec<RowMark>,
    current: RowMark,
}

impl<'a> Building<'a> {
    pub(crate) fn new(limits: &'a Limits) -> Self {
        Self {
            limits,
            header: None,
            widest: 0,
            text: String::new(),
            cells: Vec::new(),
            rows: Vec::new(),
            current: RowMark {
                first: 0,
                text_start: 0,
                number: 0,
            },
        }
    }

    /// Begins the row that stands at `number` in the file.
    pub(crate) fn begin_row(&mut self, number: u64) {
        self.current = RowMark {
            first: self.cells.len(),
            text_start: self.text.len(),
            number,
        };
    }

    /// Adds a cell to the current row. Columns only grow within a row; empty cells need not be given.
    pub(crate) fn cell(&mut self, column: usize, text: &str, was_number: bool) -> Result<(), ReadError> {
        if text.is_empty() {
            return Ok(());
        }
        if column >= self.limits.columns {
            return Err(ReadError::TooManyColumns {
                limit: self.limits.columns,
            });
        }
        let place = self.current.first.saturating_add(column);
        if place < self.cells.len() {
            return Err(ReadError::Broken("cells out of order".to_owned()));
        }
        let before = self.end()?;
        self.cells.resize(
            place,
            Mark {
                end: before,
                was_number: false,
            },
        );
        self.text.push_str(text);
        let end = self.end()?;
        self.cells.push(Mark { end, was_number });
        Ok(())
    }

    fn end(&self) -> Result<u32, ReadError> {
        u32::try_from(self.text.len())
            .ok()
            .filter(|_| self.text.len() <= self.limits.text)
            .ok_or(ReadError::TooMuchText {
                limit: self.limits.text,
            })
    }

    /// Ends the current row: the first one with any text is the header.
    pub(crate) fn end_row(&mut self) -> Result<(), ReadError> {
        let width = self.cells.len().saturating_sub(self.current.first);
        if width == 0 {
            return Ok(());
        }
        self.widest = self.widest.max(width);
        if self.header.is_none() {
            self.header = Some(self.take_header());
            return Ok(());
        }
        if self.rows.len() >= self.limits.rows {
            return Err(ReadError::TooManyRows {
                limit: self.limits.rows,
            });
        }
        self.rows.push(self.current);
        Ok(())
    }

    fn take_header(&mut self) -> Vec<String> {
        let text = std::mem::take(&mut self.text);
        let mut start = 0;
        self.cells
            .drain(..)
            .map(|mark| {
                let end = usize::try_from(mark.end).unwrap_or(start);
                let name = text.get(start..end).unwrap_or_default().to_owned();
                start = end;
                name
            })
            .collect()
    }

    /// Whether no row with any text came.
    pub(crate) fn is_empty(&self) -> bool {
        self.header.is_none()
    }

    pub(crate) fn finish(self, source: Source) -> Result<Table, ReadError> {
        let mut header = self.header.ok_or(ReadError::Empty)?;
        header.resize(self.widest, String::new());
        Ok(Table {
            source,
            header,
            text: self.text,
            cells: self.cells,
            rows: self.rows,
        })
    }
}
