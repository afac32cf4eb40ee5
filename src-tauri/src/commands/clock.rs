//! The clock against the gateway's.

use super::Tills;
use contract::ErrorBody;
use contract::status::ClockView;

#[tauri::command]
pub(crate) async fn clock_check(till: Tills<'_>) -> Result<ClockView, ErrorBody> {
    Ok(till::clock::check(&till).await?)
}
