//! The owner's guard: PINs, limits, what can be seen now.

use super::Tills;
use contract::ErrorBody;
use contract::owner::{
    OwnerPinRequest, OwnerUnlockRequest, OwnerView, PayoutLimitsRequest, SecondPersonRequest,
};

#[tauri::command]
pub(crate) async fn owner_get(till: Tills<'_>) -> Result<OwnerView, ErrorBody> {
    Ok(till::owner::get(&till).await?)
}

#[tauri::command]
pub(crate) async fn owner_set_pin(till: Tills<'_>, request: OwnerPinRequest) -> Result<OwnerView, ErrorBody> {
    Ok(till::owner::set_pin(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn owner_set_second(
    till: Tills<'_>,
    request: SecondPersonRequest,
) -> Result<OwnerView, ErrorBody> {
    Ok(till::owner::set_second(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn owner_set_limits(
    till: Tills<'_>,
    request: PayoutLimitsRequest,
) -> Result<OwnerView, ErrorBody> {
    Ok(till::owner::set_limits(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn owner_unlock(
    till: Tills<'_>,
    request: OwnerUnlockRequest,
) -> Result<OwnerView, ErrorBody> {
    Ok(till::owner::unlock(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn owner_lock(till: Tills<'_>) -> Result<OwnerView, ErrorBody> {
    Ok(till::owner::lock(&till).await?)
}
