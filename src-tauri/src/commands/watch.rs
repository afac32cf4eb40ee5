//! The channels on which the windows hear of changes.

use super::Tills;
use crate::events::Listeners;
use contract::ErrorBody;
use contract::display::DisplayView;
use contract::event::TillEvent;
use tauri::State;
use tauri::ipc::Channel;

#[tauri::command]
pub(crate) async fn till_watch(
    till: Tills<'_>,
    listeners: State<'_, Listeners>,
    channel: Channel<TillEvent>,
) -> Result<(), ErrorBody> {
    listeners.main(till.events().subscribe(), channel).await;
    Ok(())
}

#[tauri::command]
pub(crate) async fn display_watch(
    till: Tills<'_>,
    listeners: State<'_, Listeners>,
    channel: Channel<DisplayView>,
) -> Result<(), ErrorBody> {
    listeners.display(till.display().subscribe(), channel).await;
    Ok(())
}
