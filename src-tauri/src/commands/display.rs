//! The customer display's window.

use crate::windows;
use contract::ErrorBody;
use tauri::AppHandle;

#[tauri::command]
pub(crate) async fn display_open(app: AppHandle) -> Result<(), ErrorBody> {
    windows::open_display(&app)
}

#[tauri::command]
pub(crate) async fn display_close(app: AppHandle) -> Result<(), ErrorBody> {
    windows::close_display(&app)
}
