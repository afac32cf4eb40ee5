//! Receiving accounts.

use super::Tills;
use contract::ErrorBody;
use contract::account::{AccountDetailView, AccountRequest, AccountsView};
use contract::qr::PictureView;

#[tauri::command]
pub(crate) async fn account_list(till: Tills<'_>) -> Result<AccountsView, ErrorBody> {
    Ok(till::accounts::list(&till).await?)
}

#[tauri::command]
pub(crate) async fn account_refresh(till: Tills<'_>) -> Result<AccountsView, ErrorBody> {
    Ok(till::accounts::refresh(&till).await?)
}

#[tauri::command]
pub(crate) async fn account_get(
    till: Tills<'_>,
    request: AccountRequest,
) -> Result<AccountDetailView, ErrorBody> {
    Ok(till::accounts::get(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn account_save_picture(
    till: Tills<'_>,
    request: AccountRequest,
) -> Result<PictureView, ErrorBody> {
    Ok(till::accounts::save_picture(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn account_choose(
    till: Tills<'_>,
    request: AccountRequest,
) -> Result<AccountsView, ErrorBody> {
    Ok(till::accounts::choose(&till, request).await?)
}
