//! Forwards what the till tells to the window that opened a channel. One forwarder a window: a reloaded page replaces its own.

use contract::display::DisplayView;
use contract::event::TillEvent;
use tauri::async_runtime::{JoinHandle, Mutex, spawn};
use tauri::ipc::Channel;
use tokio::sync::broadcast::{Receiver, error::RecvError};
use tokio::sync::watch;

/// The running forwarders.
#[derive(Default)]
pub(crate) struct Listeners {
    main: Mutex<Option<JoinHandle<()>>>,
    display: Mutex<Option<JoinHandle<()>>>,
}

impl Listeners {
    /// Sends the till's events to the cashier's page.
    pub(crate) async fn main(&self, mut events: Receiver<TillEvent>, channel: Channel<TillEvent>) {
        let task = spawn(async move {
            loop {
                let event = match events.recv().await {
                    Ok(event) => event,
                    Err(RecvError::Lagged(_)) => TillEvent::Missed,
                    Err(RecvError::Closed) => return,
                };
                if channel.send(event).is_err() {
                    return;
                }
            }
        });
        replace(&self.main, task).await;
    }

    /// Sends the feed to the customer display, the present state first.
    pub(crate) async fn display(
        &self,
        mut feed: watch::Receiver<DisplayView>,
        channel: Channel<DisplayView>,
    ) {
        let task = spawn(async move {
            loop {
                let view = feed.borrow_and_update().clone();
                if channel.send(view).is_err() || feed.changed().await.is_err() {
                    return;
                }
            }
        });
        replace(&self.display, task).await;
    }
}

async fn replace(slot: &Mutex<Option<JoinHandle<()>>>, task: JoinHandle<()>) {
    if let Some(old) = slot.lock().await.replace(task) {
        old.abort();
    }
}
