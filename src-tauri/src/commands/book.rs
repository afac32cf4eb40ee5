//! The books of customers and products, their codes, imports and exports.

use super::Tills;
use contract::ErrorBody;
use contract::books::{
    BookExportRequest, BooksView, CodeRemoveRequest, CodeSaveRequest, CodesView, FileView, ImportDoneView,
    ImportReadRequest, ImportRequest, ImportUndoneView, ImportView,
};

#[tauri::command]
pub(crate) async fn books_get(till: Tills<'_>) -> Result<BooksView, ErrorBody> {
    Ok(till::books::get(&till).await?)
}

#[tauri::command]
pub(crate) async fn books_sync(till: Tills<'_>) -> Result<BooksView, ErrorBody> {
    Ok(till::books::sync(&till).await?)
}

#[tauri::command]
pub(crate) async fn codes_get(till: Tills<'_>) -> Result<CodesView, ErrorBody> {
    Ok(till::books::codes::get(&till).await?)
}

#[tauri::command]
pub(crate) async fn codes_save(till: Tills<'_>, request: CodeSaveRequest) -> Result<CodesView, ErrorBody> {
    Ok(till::books::codes::save(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn codes_remove(
    till: Tills<'_>,
    request: CodeRemoveRequest,
) -> Result<CodesView, ErrorBody> {
    Ok(till::books::codes::remove(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn import_read(
    till: Tills<'_>,
    request: ImportReadRequest,
) -> Result<ImportView, ErrorBody> {
    Ok(till::imports::read(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn import_run(till: Tills<'_>, request: ImportRequest) -> Result<ImportDoneView, ErrorBody> {
    Ok(till::imports::run(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn import_cancel(till: Tills<'_>, request: ImportRequest) -> Result<(), ErrorBody> {
    Ok(till::imports::cancel(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn import_undo(
    till: Tills<'_>,
    request: ImportRequest,
) -> Result<ImportUndoneView, ErrorBody> {
    Ok(till::imports::undo(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn book_export(till: Tills<'_>, request: BookExportRequest) -> Result<FileView, ErrorBody> {
    Ok(till::exports::book(&till, request).await?)
}
