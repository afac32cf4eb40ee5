//! The hand of practice mode.

use super::Tills;
use contract::ErrorBody;
use contract::practice::{PracticePayRequest, PracticePayoutRequest, PracticeTroubleRequest, PracticeView};

#[tauri::command]
pub(crate) async fn practice_pay(till: Tills<'_>, request: PracticePayRequest) -> Result<(), ErrorBody> {
    Ok(till::practice::pay(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn practice_payout(
    till: Tills<'_>,
    request: PracticePayoutRequest,
) -> Result<(), ErrorBody> {
    Ok(till::practice::payout(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn practice_trouble(
    till: Tills<'_>,
    request: PracticeTroubleRequest,
) -> Result<PracticeView, ErrorBody> {
    Ok(till::practice::trouble(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn practice_get(till: Tills<'_>) -> Result<PracticeView, ErrorBody> {
    Ok(till::practice::get(&till).await?)
}
