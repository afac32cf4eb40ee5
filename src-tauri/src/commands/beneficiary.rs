//! The book of those whom the shop pays.

use super::Tills;
use contract::ErrorBody;
use contract::payout::{
    BeneficiaryListRequest, BeneficiaryListView, BeneficiaryPictureRequest, BeneficiaryReadRequest,
    BeneficiaryReadView, BeneficiaryRequest, BeneficiarySaveRequest, BeneficiaryView,
};

#[tauri::command]
pub(crate) async fn beneficiary_list(
    till: Tills<'_>,
    request: BeneficiaryListRequest,
) -> Result<BeneficiaryListView, ErrorBody> {
    Ok(till::beneficiaries::list(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn beneficiary_save(
    till: Tills<'_>,
    request: BeneficiarySaveRequest,
) -> Result<BeneficiaryView, ErrorBody> {
    Ok(till::beneficiaries::save(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn beneficiary_delete(
    till: Tills<'_>,
    request: BeneficiaryRequest,
) -> Result<(), ErrorBody> {
    Ok(till::beneficiaries::delete(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn beneficiary_read(
    till: Tills<'_>,
    request: BeneficiaryReadRequest,
) -> Result<BeneficiaryReadView, ErrorBody> {
    Ok(till::beneficiaries::read(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn beneficiary_read_picture(
    till: Tills<'_>,
    request: BeneficiaryPictureRequest,
) -> Result<BeneficiaryReadView, ErrorBody> {
    Ok(till::beneficiaries::read_picture(&till, request).await?)
}
