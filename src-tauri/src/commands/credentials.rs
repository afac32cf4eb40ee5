//! Keys: set, tested, removed; never read back.

use super::Tills;
use contract::ErrorBody;
use contract::credentials::{CredentialsRequest, EnvironmentView, TestCallView};

#[tauri::command]
pub(crate) async fn credentials_save(
    till: Tills<'_>,
    request: CredentialsRequest,
) -> Result<EnvironmentView, ErrorBody> {
    Ok(till::credentials::save(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn credentials_remove(till: Tills<'_>) -> Result<EnvironmentView, ErrorBody> {
    Ok(till::credentials::remove(&till).await?)
}

#[tauri::command]
pub(crate) async fn credentials_test(till: Tills<'_>) -> Result<TestCallView, ErrorBody> {
    Ok(till::credentials::test(&till).await?)
}
