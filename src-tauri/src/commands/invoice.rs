//! Invoices.

use super::Tills;
use contract::ErrorBody;
use contract::invoice::{
    InvoiceCountRequest, InvoiceCountView, InvoiceDraftSaveRequest, InvoiceDraftView, InvoiceFileRequest,
    InvoiceListRequest, InvoicePage, InvoicePaperRequest, InvoiceRequest, InvoiceShowRequest,
    InvoiceUpdateRequest, InvoiceView, PaperView,
};
use contract::qr::PictureView;

#[tauri::command]
pub(crate) async fn invoice_list(
    till: Tills<'_>,
    request: InvoiceListRequest,
) -> Result<InvoicePage, ErrorBody> {
    Ok(till::invoices::list(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn invoice_get(till: Tills<'_>, request: InvoiceRequest) -> Result<InvoiceView, ErrorBody> {
    Ok(till::invoices::get(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn invoice_draft_get(
    till: Tills<'_>,
    request: InvoiceRequest,
) -> Result<InvoiceDraftView, ErrorBody> {
    Ok(till::invoices::draft_get(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn invoice_draft_save(
    till: Tills<'_>,
    request: InvoiceDraftSaveRequest,
) -> Result<InvoiceDraftView, ErrorBody> {
    Ok(till::invoices::draft_save(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn invoice_count(
    till: Tills<'_>,
    request: InvoiceCountRequest,
) -> Result<InvoiceCountView, ErrorBody> {
    Ok(till::invoices::count(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn invoice_draft_delete(till: Tills<'_>, request: InvoiceRequest) -> Result<(), ErrorBody> {
    Ok(till::invoices::draft_delete(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn invoice_create(
    till: Tills<'_>,
    request: InvoiceRequest,
) -> Result<InvoiceView, ErrorBody> {
    Ok(till::invoices::create(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn invoice_duplicate(
    till: Tills<'_>,
    request: InvoiceRequest,
) -> Result<InvoiceDraftView, ErrorBody> {
    Ok(till::invoices::duplicate(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn invoice_update(
    till: Tills<'_>,
    request: InvoiceUpdateRequest,
) -> Result<InvoiceView, ErrorBody> {
    Ok(till::invoices::update(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn invoice_delete(
    till: Tills<'_>,
    request: InvoiceRequest,
) -> Result<InvoiceView, ErrorBody> {
    Ok(till::invoices::delete(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn invoice_paper(
    till: Tills<'_>,
    request: InvoicePaperRequest,
) -> Result<PaperView, ErrorBody> {
    Ok(till::invoices::paper(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn invoice_save_file(
    till: Tills<'_>,
    request: InvoiceFileRequest,
) -> Result<PictureView, ErrorBody> {
    Ok(till::invoices::save_file(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn invoice_show(till: Tills<'_>, request: InvoiceShowRequest) -> Result<(), ErrorBody> {
    Ok(till::invoices::show(&till, request).await?)
}
