//! A table that was read: a header and rows of texts, kept in one piece of memory.

mod building;

pub(crate) use building::Building;

/// A header and its rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    source: Source,
    header: Vec<String>,
    text: String,
    cells: Vec<Mark>,
    rows: Vec<RowMark>,
}

/// Where a cell's text ends and whether it was a number; it begins where the one before ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Mark {
    end: u32,
    was_number: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct RowMark {
    first: usize,
    text_start: usize,
    number: u64,
}

/// What a table was read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// Text with separators.
    Csv {
        /// How the text was written.
        encoding: Encoding,
        /// What separates the cells.
        delimiter: Delimiter,
        /// Whether some bytes were no letters of this encoding and are now `U+FFFD`.
        is_lossy: bool,
    },
    /// An Excel workbook.
    Xlsx {
        /// The sheet that was taken: the first that people can see and that is not empty.
        sheet: String,
        /// The sheets that were left aside.
        others: Vec<String>,
    },
}

/// How a text was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16, little end first, told by its byte order mark.
    Utf16Le,
    /// UTF-16, big end first, told by its byte order mark.
    Utf16Be,
    /// Vietnamese Windows: taken when nothing else fits, so the texts should be shown before they are used. Texts in
    /// VNI or TCVN3 (ABC) end here too and look wrong.
    Windows1258,
}

/// What separates the cells of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Delimiter {
    /// `,`
    #[default]
    Comma,
    /// `;`
    Semicolon,
    /// A tab.
    Tab,
}

impl Delimiter {
    pub(crate) const fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
        }
    }
}

impl Table {
    /// What the table was read from.
    #[must_use]
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// The names of the columns, as they stand; empty where a column has cells and no name.
    #[must_use]
    pub fn header(&self) -> &[String] {
        &self.header
    }

    /// How many rows there are below the header; rows without any text are left out.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is nothing below the header.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The rows below the header, from the top.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = Row<'_>> {
        self.rows.iter().enumerate().map(|(index, mark)| Row {
            table: self,
            mark: *mark,
            end: self
                .rows
                .get(index.saturating_add(1))
                .map_or(self.cells.len(), |next| next.first),
        })
    }
}

/// A row of a table.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    table: &'a Table,
    mark: RowMark,
    end: usize,
}

impl<'a> Row<'a> {
    /// The row's number as a spreadsheet shows it, the header included, for a message to a person.
    #[must_use]
    pub fn number(&self) -> u64 {
        self.mark.number
    }

    /// The cell in a column (from 0), empty where the row is shorter.
    #[must_use]
    pub fn cell(&self, column: usize) -> Cell<'a> {
        let Some(index) = self
            .mark
            .first
            .checked_add(column)
            .filter(|index| *index < self.end)
        else {
            return Cell::default();
        };
        let start = if column == 0 {
            Some(self.mark.text_start)
        } else {
            index
                .checked_sub(1)
                .and_then(|before| self.table.cells.get(before))
                .and_then(|mark| usize::try_from(mark.end).ok())
        };
        let cell = self.table.cells.get(index).zip(start).and_then(|(mark, start)| {
            let end = usize::try_from(mark.end).ok()?;
            Some(Cell {
                text: self.table.text.get(start..end)?,
                was_number: mark.was_number,
            })
        });
        cell.unwrap_or_default()
    }

    /// The cells, as many as the header has columns.
    pub fn cells(&self) -> impl Iterator<Item = Cell<'a>> {
        let row = *self;
        (0..self.table.header.len()).map(move |column| row.cell(column))
    }
}

/// A cell of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cell<'a> {
    /// Its text. A date is `2026-11-21`, a time `09:30:00`, both together with a space between; a number has no
    /// separators and a decimal point.
    pub text: &'a str,
    /// Whether the file held a number: zeros that a person typed in front may then be gone.
    pub was_number: bool,
}
