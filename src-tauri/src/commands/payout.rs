//! Payouts.

use super::Tills;
use contract::ErrorBody;
use contract::invoice::PaperView;
use contract::payout::{
    PayoutBankSaveRequest, PayoutBanksView, PayoutCloseRequest, PayoutCodeRequest, PayoutCreateRequest,
    PayoutDetailView, PayoutDraftRequest, PayoutDraftView, PayoutFormView, PayoutListRequest, PayoutPage,
    PayoutReadBackView, PayoutReceiptFileRequest, PayoutReceiptRequest, PayoutRequest, PayoutSendRequest,
    PayoutView,
};
use contract::qr::PictureView;

#[tauri::command]
pub(crate) async fn payout_bank_list(till: Tills<'_>) -> Result<PayoutBanksView, ErrorBody> {
    Ok(till::payouts::bank_list(&till).await?)
}

#[tauri::command]
pub(crate) async fn payout_bank_save(
    till: Tills<'_>,
    request: PayoutBankSaveRequest,
) -> Result<PayoutBanksView, ErrorBody> {
    Ok(till::payouts::bank_save(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn payout_form(till: Tills<'_>) -> Result<PayoutFormView, ErrorBody> {
    Ok(till::payouts::form(&till).await?)
}

#[tauri::command]
pub(crate) async fn payout_read(
    till: Tills<'_>,
    request: PayoutDraftRequest,
) -> Result<PayoutDraftView, ErrorBody> {
    Ok(till::payouts::read(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn payout_prepare(
    till: Tills<'_>,
    request: PayoutDraftRequest,
) -> Result<PayoutReadBackView, ErrorBody> {
    Ok(till::payouts::prepare(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn payout_create(
    till: Tills<'_>,
    request: PayoutCreateRequest,
) -> Result<PayoutView, ErrorBody> {
    Ok(till::payouts::create(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn payout_verify_code(
    till: Tills<'_>,
    request: PayoutCodeRequest,
) -> Result<PayoutView, ErrorBody> {
    Ok(till::payouts::verify_code(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn payout_check(till: Tills<'_>, request: PayoutRequest) -> Result<PayoutView, ErrorBody> {
    Ok(till::payouts::check(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn payout_send(
    till: Tills<'_>,
    request: PayoutSendRequest,
) -> Result<PayoutView, ErrorBody> {
    Ok(till::payouts::send(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn payout_close(
    till: Tills<'_>,
    request: PayoutCloseRequest,
) -> Result<PayoutView, ErrorBody> {
    Ok(till::payouts::close(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn payout_get(
    till: Tills<'_>,
    request: PayoutRequest,
) -> Result<PayoutDetailView, ErrorBody> {
    Ok(till::payouts::get(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn payout_list(
    till: Tills<'_>,
    request: PayoutListRequest,
) -> Result<PayoutPage, ErrorBody> {
    Ok(till::payouts::list(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn payout_receipt(
    till: Tills<'_>,
    request: PayoutReceiptRequest,
) -> Result<PaperView, ErrorBody> {
    Ok(till::payouts::receipt(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn payout_save_receipt(
    till: Tills<'_>,
    request: PayoutReceiptFileRequest,
) -> Result<PictureView, ErrorBody> {
    Ok(till::payouts::save_receipt(&till, request).await?)
}
