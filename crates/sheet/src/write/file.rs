//! A file that is whole or not there: it grows under another name beside its place and is moved there at the end.

use super::{CsvWriter, Layout, RowSink, Watch, WriteError, XlsxWriter};
use crate::table::Delimiter;
use std::fs::File;
use std::io::{self, BufWriter};
use std::path::Path;
use tempfile::NamedTempFile;

/// What kind of file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// CSV, for other programs.
    Csv(Delimiter),
    /// An Excel workbook, for people.
    Xlsx,
}

/// Writes a table to `path`, its rows given by `fill`. An older file of this name stays as it is until the new one is
/// whole; on an error, and when the watch stops the writing, it stays for good and nothing new is left behind.
///
/// On Unix only the user who writes the file can read it.
///
/// # Errors
///
/// What `fill` gives, or a [`WriteError`].
pub fn write_file<T, E: From<WriteError>>(
    path: &Path,
    format: Format,
    layout: &Layout<'_>,
    watch: Watch<'_>,
    fill: impl FnOnce(&mut dyn RowSink) -> Result<T, E>,
) -> Result<T, E> {
    let mut growing = beside(path).map_err(WriteError::Io)?;
    let target = BufWriter::new(growing.as_file_mut());
    let (given, target) = match format {
        Format::Csv(delimiter) => {
            let mut sink = CsvWriter::new(target, delimiter, layout, watch)?;
            (fill(&mut sink)?, sink.finish()?)
        }
        Format::Xlsx => {
            let mut sink = XlsxWriter::new(target, layout, watch)?;
            (fill(&mut sink)?, sink.finish()?)
        }
    };
    flush(target).map_err(WriteError::Io)?;
    growing
        .persist(path)
        .map_err(|failed| WriteError::Replace(failed.error))?;
    Ok(given)
}

fn beside(path: &Path) -> io::Result<NamedTempFile> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    tempfile::Builder::new()
        .prefix(".export-")
        .suffix(".part")
        .tempfile_in(folder)
}

fn flush(target: BufWriter<&mut File>) -> io::Result<()> {
    let file = target.into_inner().map_err(io::IntoInnerError::into_error)?;
    file.sync_all()
}
