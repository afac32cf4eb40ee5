//! Takes an import back.

use crate::{Till, TillError, books};
use contract::ErrorCode;
use contract::books::{ImportRequest, ImportUndoneView};
use store::StoreError;

/// Deletes what it made and puts back what it changed; rows that were changed since stay.
///
/// # Errors
/// `import_gone` when there was none; storage errors.
pub async fn undo(till: &Till, request: ImportRequest) -> Result<ImportUndoneView, TillError> {
    let id = request.import_id.parse().map_err(|_| ErrorCode::ImportGone)?;
    let taken_back = match till.store.undo_import(id, till.now()).await {
        Err(StoreError::NotFound(_)) => return Err(ErrorCode::ImportGone.into()),
        count => count?,
    };
    till.books.wanted.ring();
    books::tell(till).await?;
    Ok(ImportUndoneView {
        taken_back: u32::try_from(taken_back).unwrap_or(u32::MAX),
    })
}
