//! What a packed file unpacks to, counted before anything is kept: what an archive says of itself can be a lie.

use super::{Limits, ReadError};
use std::io::{Cursor, Read, copy, sink};
use zip::ZipArchive;

/// A workbook with pictures has some hundreds.
const MOST_PARTS: usize = 10_000;

pub(super) fn check(bytes: &[u8], limits: &Limits) -> Result<(), ReadError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    if archive.len() > MOST_PARTS {
        return Err(ReadError::Broken("too many parts".to_owned()));
    }
    if !archive
        .file_names()
        .flatten()
        .any(|name| name.to_ascii_lowercase().starts_with("xl/"))
    {
        return Err(ReadError::NotATable);
    }
    let mut left = limits.unpacked;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(broken)?;
        let is_sheet = part
            .name()
            .is_ok_and(|name| name.to_ascii_lowercase().starts_with("xl/worksheets/"));
        let limit = if is_sheet {
            left
        } else {
            left.min(limits.unpacked_part)
        };
        let size = copy(&mut part.take(limit.saturating_add(1)), &mut sink()).map_err(broken)?;
        if size > limit {
            return Err(ReadError::UnpacksTooLarge { limit });
        }
        left = left.saturating_sub(size);
    }
    Ok(())
}

fn broken(source: impl std::error::Error) -> ReadError {
    ReadError::Broken(source.to_string())
}
