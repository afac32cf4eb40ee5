//! The shop's choices.

use super::Tills;
use contract::ErrorBody;
use contract::settings::{SettingsRequest, SettingsView};

#[tauri::command]
pub(crate) async fn settings_update(
    till: Tills<'_>,
    request: SettingsRequest,
) -> Result<SettingsView, ErrorBody> {
    Ok(till::settings::update(&till, request).await?)
}
