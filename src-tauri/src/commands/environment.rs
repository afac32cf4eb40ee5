//! Where requests go.

use super::Tills;
use contract::ErrorBody;
use contract::credentials::{EnvironmentRequest, EnvironmentView};

#[tauri::command]
pub(crate) async fn environment_get(till: Tills<'_>) -> Result<EnvironmentView, ErrorBody> {
    Ok(till::environment::get(&till).await?)
}

#[tauri::command]
pub(crate) async fn environment_set(
    till: Tills<'_>,
    request: EnvironmentRequest,
) -> Result<EnvironmentView, ErrorBody> {
    Ok(till::environment::set(&till, request).await?)
}
