//! Sales at the counter.

use super::Tills;
use contract::ErrorBody;
use contract::sale::{
    SaleAmountRequest, SaleCashRequest, SaleCloseRequest, SaleFocusRequest, SaleLinesRequest,
    SaleRenameRequest, SaleView,
};

#[tauri::command]
pub(crate) async fn sale_open(till: Tills<'_>) -> Result<SaleView, ErrorBody> {
    Ok(till::sales::open(&till).await?)
}

#[tauri::command]
pub(crate) async fn sale_rename(till: Tills<'_>, request: SaleRenameRequest) -> Result<SaleView, ErrorBody> {
    Ok(till::sales::rename(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn sale_amount(till: Tills<'_>, request: SaleAmountRequest) -> Result<SaleView, ErrorBody> {
    Ok(till::sales::set_amount(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn sale_focus(till: Tills<'_>, request: SaleFocusRequest) -> Result<(), ErrorBody> {
    Ok(till::sales::focus(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn sale_cash(till: Tills<'_>, request: SaleCashRequest) -> Result<SaleView, ErrorBody> {
    Ok(till::sales::take_cash(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn sale_close(till: Tills<'_>, request: SaleCloseRequest) -> Result<(), ErrorBody> {
    Ok(till::sales::close(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn sale_set_lines(
    till: Tills<'_>,
    request: SaleLinesRequest,
) -> Result<SaleView, ErrorBody> {
    Ok(till::sales::set_lines(&till, request).await?)
}
