//! Telling how far the writing is, and stopping it.

use super::WriteError;
use std::fmt;
use std::io::{self, Write};
use std::ops::ControlFlow;

/// How far the writing is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// So many rows are written.
    Rows(u64),
    /// All rows are written; the workbook is being packed, so many bytes so far.
    Packing(u64),
}

type Tell<'a> = Box<dyn FnMut(Progress) -> ControlFlow<()> + Send + 'a>;

/// Who is told how far the writing is, and may stop it.
pub struct Watch<'a> {
    every: u64,
    tell: Tell<'a>,
}

impl<'a> Watch<'a> {
    /// Calls `tell` after every `every` rows and now and then while packing; it stops the writing by
    /// [`ControlFlow::Break`]. An `every` of 0 counts as 1.
    pub fn new(every: u64, tell: impl FnMut(Progress) -> ControlFlow<()> + Send + 'a) -> Self {
        Self {
            every: every.max(1),
            tell: Box::new(tell),
        }
    }

    /// Tells nobody and never stops.
    #[must_use]
    pub fn nobody() -> Self {
        Self::new(u64::MAX, |_| ControlFlow::Continue(()))
    }

    pub(super) fn row(&mut self, rows: u64) -> Result<(), WriteError> {
        if rows.is_multiple_of(self.every) {
            self.ask(Progress::Rows(rows))
        } else {
            Ok(())
        }
    }

    fn ask(&mut self, progress: Progress) -> Result<(), WriteError> {
        match (self.tell)(progress) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(WriteError::Cancelled),
        }
    }
}

impl fmt::Debug for Watch<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Watch")
            .field("every", &self.every)
            .finish_non_exhaustive()
    }
}

/// How many packed bytes pass between two looks at the watch.
const STRIDE: u64 = 64 * 1024;

/// A writer that stops when its watch says so.
pub(super) struct Watched<'w, 'a, W> {
    pub(super) inner: W,
    watch: &'w mut Watch<'a>,
    bytes: u64,
    asked_at: u64,
    pub(super) is_cancelled: bool,
}

impl<'w, 'a, W> Watched<'w, 'a, W> {
    pub(super) fn new(inner: W, watch: &'w mut Watch<'a>) -> Self {
        Self {
            inner,
            watch,
            bytes: 0,
            asked_at: 0,
            is_cancelled: false,
        }
    }
}

impl<W: Write> Write for Watched<'_, '_, W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.bytes == 0 || self.bytes.saturating_sub(self.asked_at) >= STRIDE {
            self.asked_at = self.bytes;
            self.is_cancelled |= self.watch.ask(Progress::Packing(self.bytes)).is_err();
        }
        if self.is_cancelled {
            return Err(io::Error::other("cancelled"));
        }
        let written = self.inner.write(bytes)?;
        self.bytes = self
            .bytes
            .saturating_add(u64::try_from(written).unwrap_or(u64::MAX));
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}
