//! Payments.

use super::Tills;
use contract::ErrorBody;
use contract::payment::{
    PaymentCreateRequest, PaymentDetailView, PaymentListRequest, PaymentPage, PaymentRequest, PaymentView,
};
use contract::qr::PictureView;
use contract::sale::SaleRequest;

#[tauri::command]
pub(crate) async fn payment_create(
    till: Tills<'_>,
    request: PaymentCreateRequest,
) -> Result<PaymentView, ErrorBody> {
    Ok(till::payments::create(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn payment_check(
    till: Tills<'_>,
    request: PaymentRequest,
) -> Result<PaymentView, ErrorBody> {
    Ok(till::payments::check(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn payment_reissue(
    till: Tills<'_>,
    request: PaymentRequest,
) -> Result<PaymentView, ErrorBody> {
    Ok(till::payments::reissue(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn payment_rest(till: Tills<'_>, request: SaleRequest) -> Result<PaymentView, ErrorBody> {
    Ok(till::payments::rest(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn payment_confirm_account(
    till: Tills<'_>,
    request: PaymentRequest,
) -> Result<PaymentView, ErrorBody> {
    Ok(till::payments::confirm_account(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn payment_save_picture(
    till: Tills<'_>,
    request: PaymentRequest,
) -> Result<PictureView, ErrorBody> {
    Ok(till::payments::save_picture(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn payment_get(
    till: Tills<'_>,
    request: PaymentRequest,
) -> Result<PaymentDetailView, ErrorBody> {
    Ok(till::payments::get(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn payment_list(
    till: Tills<'_>,
    request: PaymentListRequest,
) -> Result<PaymentPage, ErrorBody> {
    Ok(till::payments::list(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn payment_open_link(till: Tills<'_>, request: PaymentRequest) -> Result<(), ErrorBody> {
    let link = till::payments::link(&till, request).await?;
    crate::browser::open(&link)
}
