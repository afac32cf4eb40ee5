//! Reading typed columns. A value of the wrong shape is an error of that row, not of the program.

use domain::Said;
use dong::Dong;
use rusqlite::types::Type;
use rusqlite::{Error, Result, Row};
use serde::de::DeserializeOwned;
use std::str::FromStr;

/// A row whose stored text is not one of ours.
#[derive(Debug, thiserror::Error)]
#[error("column {column} holds an unknown word")]
struct UnknownWord {
    column: &'static str,
}

pub(crate) fn unreadable(column: &'static str) -> Error {
    Error::FromSqlConversionFailure(0, Type::Text, Box::new(UnknownWord { column }))
}

pub(crate) fn parsed<T: FromStr>(row: &Row<'_>, column: &'static str) -> Result<T> {
    let text: String = row.get(column)?;
    text.parse().map_err(|_| unreadable(column))
}

pub(crate) fn maybe_parsed<T: FromStr>(row: &Row<'_>, column: &'static str) -> Result<Option<T>> {
    let text: Option<String> = row.get(column)?;
    text.map(|text| text.parse().map_err(|_| unreadable(column)))
        .transpose()
}

pub(crate) fn word<T>(row: &Row<'_>, column: &'static str, read: fn(&str) -> Option<T>) -> Result<T> {
    let text: String = row.get(column)?;
    read(&text).ok_or_else(|| unreadable(column))
}

pub(crate) fn maybe_word<T>(
    row: &Row<'_>,
    column: &'static str,
    read: fn(&str) -> Option<T>,
) -> Result<Option<T>> {
    let text: Option<String> = row.get(column)?;
    text.map(|text| read(&text).ok_or_else(|| unreadable(column)))
        .transpose()
}

pub(crate) fn dong(row: &Row<'_>, column: &'static str) -> Result<Dong> {
    row.get(column).map(Dong::new)
}

pub(crate) fn maybe_dong(row: &Row<'_>, column: &'static str) -> Result<Option<Dong>> {
    Ok(row.get::<_, Option<i64>>(column)?.map(Dong::new))
}

/// A column that holds JSON or nothing.
pub(crate) fn json<T: DeserializeOwned>(row: &Row<'_>, column: &'static str) -> Result<Option<T>> {
    let text: Option<String> = row.get(column)?;
    text.map(|text| serde_json::from_str(&text).map_err(|_| unreadable(column)))
        .transpose()
}

/// What the gateway said, from the two columns of the journal.
pub(crate) fn said(row: &Row<'_>) -> Result<Option<Said>> {
    let result: Option<String> = row.get("said_result")?;
    let message: Option<String> = row.get("said_message")?;
    Ok(result
        .zip(message)
        .map(|(result, message)| Said { result, message }))
}

/// Collects the rows that can be read; one spoiled row must not hide the others.
pub(crate) fn readable<T>(rows: impl Iterator<Item = Result<T>>, table: &'static str) -> Result<Vec<T>> {
    let mut out = Vec::new();
    for row in rows {
        match row {
            Ok(row) => out.push(row),
            Err(error @ (Error::FromSqlConversionFailure(..) | Error::InvalidColumnType(..))) => {
                tracing::error!(table, %error, "a stored row cannot be read and is left out");
            }
            Err(error) => return Err(error),
        }
    }
    Ok(out)
}
