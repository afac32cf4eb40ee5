//! Reads a file and tells what importing it would do.

use super::judge::{Judge, Of, Typed};
use super::known::Known;
use super::reading::{Kept, Reading};
use super::shown::view;
use super::{Column, Tabular};
use crate::books::codes::{self, Codes};
use crate::{Till, TillError, ids};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use contract::books::{BookKind, ImportReadRequest, ImportView};
use contract::{ErrorBody, ErrorCode};
use domain::{Customer, Product, phone, text};
use sheet::{Limits, Matches, ReadError, Row, Table, match_columns};
use uuid::Uuid;

/// Longer names of a file or a column are cut.
const MOST_NAME_CHARS: usize = 120;
/// Longer cells of a row that cannot be taken are cut for the preview.
const MOST_CELL_CHARS: usize = 4_000;

/// Reads a file, compares it with the book and keeps it until it is imported or another one is read.
///
/// # Errors
/// `file_unreadable` with the `reason`; `file_too_large`; `columns_unknown` without a column of names; `bad_request` for a content
/// that is not Base64; storage errors.
pub async fn read(till: &Till, request: ImportReadRequest) -> Result<ImportView, TillError> {
    till.books.touch(till.clock.monotonic_ms());
    match request.kind {
        BookKind::Customers => read_into::<Customer>(till, request).await,
        BookKind::Products => read_into::<Product>(till, request).await,
    }
}

/// What the comparing thread is given.
struct Task<B> {
    id: Uuid,
    of: Of,
    file_name: String,
    content: String,
    known: Known<B>,
    codes: Codes,
}

async fn read_into<B: Kept>(till: &Till, request: ImportReadRequest) -> Result<ImportView, TillError> {
    let world = till.line().environment;
    let now = till.now();
    let task = Task::<B> {
        id: ids::new(now),
        of: Of {
            world,
            now,
            language: till.settings().language,
        },
        file_name: text::clean(&request.file_name, MOST_NAME_CHARS),
        content: request.content,
        known: Known::of(till, world).await?,
        codes: codes::of(till).await?,
    };
    let compared = tokio::task::spawn_blocking(move || compare(task));
    let reading = compared.await.map_err(|_| ErrorCode::Internal)??;
    let view = view(&reading);
    B::slot(&till.imports).put(reading);
    Ok(view)
}

fn compare<B: Tabular>(task: Task<B>) -> Result<Reading<B>, TillError> {
    let table = table(&task.content, &task.file_name)?;
    let wanted: Vec<_> = B::COLUMNS.iter().map(Column::wanted).collect();
    let matches = match_columns(table.header(), &wanted);
    if matches.column(B::NEEDED).is_none() {
        return Err(ErrorCode::ColumnsUnknown.into());
    }
    let keys = B::COLUMNS.iter().map(|column| column.key);
    let columns: Vec<_> = keys.filter(|key| matches.column(key).is_some()).collect();
    let mut judge = Judge::new(&task.known, &task.codes, task.of);
    let rows = table.rows().map(|row| {
        let line = u32::try_from(row.number()).unwrap_or(u32::MAX);
        judge.judge(line, &columns, &typed(&row, &columns, &matches))
    });
    Ok(Reading {
        id: task.id,
        world: task.of.world,
        file_name: task.file_name,
        rows: rows.collect(),
        unknown_columns: unknown(&table, &matches),
        columns,
    })
}

fn table(content: &str, name: &str) -> Result<Table, TillError> {
    let limits = Limits::default();
    if content.len() / 4 * 3 > limits.bytes.saturating_add(3) {
        return Err(ErrorCode::FileTooLarge.into());
    }
    let bytes = STANDARD.decode(content).map_err(|_| ErrorCode::BadRequest)?;
    sheet::read_within(&bytes, name, &limits).map_err(|error| unreadable(&error))
}

fn unreadable(error: &ReadError) -> TillError {
    let reason = match error {
        ReadError::TooLarge { .. }
        | ReadError::UnpacksTooLarge { .. }
        | ReadError::TooManyRows { .. }
        | ReadError::TooManyColumns { .. }
        | ReadError::TooMuchText { .. } => return ErrorCode::FileTooLarge.into(),
        ReadError::Empty => "empty",
        ReadError::OldExcel => "old_excel",
        ReadError::Locked => "locked",
        ReadError::WebPage => "web_page",
        ReadError::NotATable => "not_a_table",
        ReadError::Broken(detail) => {
            tracing::info!(detail, "a file to be imported is damaged");
            "damaged"
        }
    };
    TillError::Refused(ErrorBody::of(ErrorCode::FileUnreadable).with("reason", reason))
}

fn unknown(table: &Table, matches: &Matches) -> Vec<String> {
    let names = matches
        .unknown()
        .iter()
        .filter_map(|place| table.header().get(*place));
    names.map(|name| text::clean(name, MOST_NAME_CHARS)).collect()
}

fn typed(row: &Row<'_>, columns: &[&'static str], matches: &Matches) -> Typed {
    let mut typed = Typed {
        cells: Vec::new(),
        doubtful: None,
    };
    for key in columns {
        let Some(cell) = matches.column(key).map(|place| row.cell(place)) else {
            continue;
        };
        let mut text: String = cell.text.trim().chars().take(MOST_CELL_CHARS).collect();
        if cell.was_number && key.ends_with("phone") {
            match phone::of_number(&text) {
                Some(whole) => text = whole,
                None => typed.doubtful = typed.doubtful.or(Some(*key)),
            }
        }
        if !text.is_empty() {
            typed.cells.push((*key, text));
        }
    }
    typed
}
