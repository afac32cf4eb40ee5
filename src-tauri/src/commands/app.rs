//! What the page starts from.

use super::Tills;
use contract::ErrorBody;
use contract::app::AppView;

#[tauri::command]
pub(crate) async fn app_state(till: Tills<'_>) -> Result<AppView, ErrorBody> {
    Ok(till::app::state(&till).await?)
}
