//! Writes a book to a file.

use super::file::{Place, place};
use crate::books::shown_states;
use crate::imports::{Chosen, Column, Content, Tabular, Work};
use crate::{Till, TillError, ids};
use chrono::{DateTime, FixedOffset, NaiveDate, Utc};
use contract::ErrorCode;
use contract::books::{BookExportRequest, BookKind, FileFormat, FileView};
use contract::settings::Language;
use domain::{Customer, Product};
use sheet::{Delimiter, Format, Layout, Progress, Value, Watch, WriteError, write_file};
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Longer searches are cut, as in the list.
const MOST_SEARCH_CHARS: usize = 100;
/// The shop's time is seven hours ahead of UTC all year.
const SHOP_OFFSET_SECONDS: i32 = 7 * 3_600;
/// Rows between two looks at the wish to stop.
const LOOK_EVERY: u64 = 200;

/// Writes exactly what the list with this search and filter shows. Phones and codes are texts, so that their zeros stay.
///
/// # Errors
/// `cancelled` when a person stopped it, and nothing is left of it; `file_failed` when the file could not be written; storage errors.
pub async fn book(till: &Till, request: BookExportRequest) -> Result<FileView, TillError> {
    till.books.touch(till.clock.monotonic_ms());
    match request.kind {
        BookKind::Customers => write::<Customer>(till, request).await,
        BookKind::Products => write::<Product>(till, request).await,
    }
}

async fn write<B: Tabular>(till: &Till, request: BookExportRequest) -> Result<FileView, TillError> {
    let world = till.line().environment;
    let search = request.search;
    let chosen = Chosen {
        search: search.map(|text| text.chars().take(MOST_SEARCH_CHARS).collect()),
        states: shown_states(request.needs_attention),
    };
    let count = B::count_of_book(&till.store, world, chosen.clone()).await?;
    let count = u32::try_from(count).unwrap_or(u32::MAX);
    let id = ids::new(till.now()).to_string();
    let work = till.imports.running.begin_export(id, count);
    let rows = rows::<B>(till, &work, chosen).await?;
    if work.is_cancelled() {
        work.tell(till, 0, true);
        return Err(ErrorCode::Cancelled.into());
    }
    let written = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    let task = Task {
        pictures: till.config.pictures.clone(),
        format: request.format,
        language: till.settings().language,
        now: DateTime::from_timestamp_millis(till.now()).unwrap_or_default(),
        rows,
        is_cancelled: work.flag(),
    };
    let done = tokio::task::spawn_blocking(move || to_file(&task));
    let place = done.await.map_err(|_| ErrorCode::Internal)?;
    work.tell(till, if place.is_ok() { written } else { 0 }, true);
    let Place { folder, file } = place?;
    Ok(FileView {
        file,
        folder: folder.display().to_string(),
        rows: written,
    })
}

async fn rows<B: Tabular>(till: &Till, work: &Work<'_>, chosen: Chosen) -> Result<Vec<B>, TillError> {
    let world = till.line().environment;
    let (mut rows, mut after) = (Vec::new(), None);
    while !work.is_cancelled() {
        let page = B::page_of_book(&till.store, world, chosen.clone(), after).await?;
        rows.extend(page.rows);
        work.tell(till, u32::try_from(rows.len()).unwrap_or(u32::MAX), false);
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    Ok(rows)
}

/// What the writing thread is given.
struct Task<B> {
    pictures: PathBuf,
    format: FileFormat,
    language: Language,
    now: DateTime<Utc>,
    rows: Vec<B>,
    is_cancelled: Arc<AtomicBool>,
}

fn to_file<B: Tabular>(task: &Task<B>) -> Result<Place, ErrorCode> {
    let (stem, title) = B::title(task.language);
    let stem = format!("{stem}_{}", in_shop(task.now).format("%Y-%m-%d"));
    let place = place(&task.pictures, &stem, task.format)?;
    let columns: Vec<_> = B::COLUMNS
        .iter()
        .map(|column| header(column, task.language))
        .collect();
    let layout = Layout {
        title,
        facts_title: "Tien Ve",
        columns: &columns,
        made_at: task.now.naive_utc(),
    };
    let format = match task.format {
        FileFormat::Xlsx => Format::Xlsx,
        FileFormat::Csv => Format::Csv(Delimiter::Comma),
    };
    let is_cancelled = task.is_cancelled.clone();
    let watch = Watch::new(LOOK_EVERY, move |_: Progress| {
        if is_cancelled.load(Ordering::Relaxed) {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    });
    let path = place.folder.join(&place.file);
    let written = write_file(&path, format, &layout, watch, |sink| {
        for row in &task.rows {
            let cells: Vec<_> = B::COLUMNS
                .iter()
                .map(|column| B::cell(row.facts(), column.key, task.language))
                .collect();
            sink.row(&cells.iter().map(value).collect::<Vec<_>>())?;
        }
        Ok::<_, WriteError>(())
    });
    match written {
        Ok(()) => Ok(place),
        Err(WriteError::Cancelled) => Err(ErrorCode::Cancelled),
        Err(error) => {
            tracing::info!(%error, "a book was not written");
            Err(ErrorCode::FileFailed)
        }
    }
}

fn header(column: &Column, language: Language) -> sheet::Column<'static> {
    sheet::Column {
        name: column.title(language),
        width: column.width,
    }
}

fn value(content: &Content) -> Value<'_> {
    match content {
        Content::Text(text) if text.is_empty() => Value::Empty,
        Content::Text(text) => Value::Text(text),
        Content::Money(amount) => Value::Dong(*amount),
    }
}

fn in_shop(now: DateTime<Utc>) -> NaiveDate {
    match FixedOffset::east_opt(SHOP_OFFSET_SECONDS) {
        Some(offset) => now.with_timezone(&offset).date_naive(),
        None => now.date_naive(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Environment;
    use uuid::Uuid;

    #[test]
    fn a_file_that_is_stopped_while_it_is_written_is_not_there() {
        for format in [FileFormat::Xlsx, FileFormat::Csv] {
            let folder = tempfile::tempdir().unwrap();
            let row = |number: u128| {
                let id = Uuid::from_u128(number);
                Product::row(None, id, Environment::Practice, Product::blank(), 0)
            };
            let mut task = Task {
                pictures: folder.path().to_owned(),
                format,
                language: Language::Vi,
                now: DateTime::default(),
                rows: (0..500).map(row).collect(),
                is_cancelled: Arc::new(AtomicBool::new(true)),
            };
            let left = || std::fs::read_dir(folder.path().join("Tien Ve")).unwrap().count();
            assert_eq!(to_file(&task).unwrap_err(), ErrorCode::Cancelled, "{format:?}");
            assert_eq!(left(), 0, "{format:?}");
            task.is_cancelled = Arc::default();
            to_file(&task).unwrap();
            assert_eq!(left(), 1, "{format:?}");
        }
    }
}
