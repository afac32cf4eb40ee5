//! Instalment payments and what the shop set up for them.

use super::Tills;
use contract::ErrorBody;
use contract::instalment::{
    FirstPartRequest, InstalmentCreateRequest, InstalmentFormView, InstalmentReadRequest, InstalmentReadView,
    PlansRequest, PlansView, RefundRequest,
};
use contract::instalment_settings::{
    InstalmentKeysRequest, InstalmentSettingsRequest, InstalmentSettingsView, InstalmentTestView,
};
use contract::payment::{PaymentRequest, PaymentView};
use contract::sale::SaleRequest;

#[tauri::command]
pub(crate) async fn instalment_form(
    till: Tills<'_>,
    request: SaleRequest,
) -> Result<InstalmentFormView, ErrorBody> {
    Ok(till::instalments::form(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn instalment_read(
    till: Tills<'_>,
    request: InstalmentReadRequest,
) -> Result<InstalmentReadView, ErrorBody> {
    Ok(till::instalments::read(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn instalment_plans(till: Tills<'_>, request: PlansRequest) -> Result<PlansView, ErrorBody> {
    Ok(till::instalments::plans(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn instalment_create(
    till: Tills<'_>,
    request: InstalmentCreateRequest,
) -> Result<PaymentView, ErrorBody> {
    Ok(till::instalments::create(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn instalment_confirm_first_part(
    till: Tills<'_>,
    request: FirstPartRequest,
) -> Result<PaymentView, ErrorBody> {
    Ok(till::instalments::confirm_first_part(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn instalment_cancel(
    till: Tills<'_>,
    request: PaymentRequest,
) -> Result<PaymentView, ErrorBody> {
    Ok(till::instalments::cancel(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn instalment_refund(
    till: Tills<'_>,
    request: RefundRequest,
) -> Result<PaymentView, ErrorBody> {
    Ok(till::instalments::refund(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn instalment_settings_get(till: Tills<'_>) -> Result<InstalmentSettingsView, ErrorBody> {
    Ok(till::instalments::settings::get(&till).await?)
}

#[tauri::command]
pub(crate) async fn instalment_settings_update(
    till: Tills<'_>,
    request: InstalmentSettingsRequest,
) -> Result<InstalmentSettingsView, ErrorBody> {
    Ok(till::instalments::settings::update(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn instalment_keys_save(
    till: Tills<'_>,
    request: InstalmentKeysRequest,
) -> Result<InstalmentSettingsView, ErrorBody> {
    Ok(till::instalments::keys::save(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn instalment_keys_remove(till: Tills<'_>) -> Result<InstalmentSettingsView, ErrorBody> {
    Ok(till::instalments::keys::remove(&till).await?)
}

#[tauri::command]
pub(crate) async fn instalment_keys_test(till: Tills<'_>) -> Result<InstalmentTestView, ErrorBody> {
    Ok(till::instalments::keys::test(&till).await?)
}
