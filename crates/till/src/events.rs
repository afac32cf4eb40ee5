//! What the till tells whoever listens.

use contract::event::TillEvent;
use tokio::sync::broadcast;

/// How many events a slow listener may lag behind before it reads everything anew.
const BACKLOG: usize = 256;

/// The till's voice.
#[derive(Debug)]
pub struct Events(broadcast::Sender<TillEvent>);

impl Events {
    pub(crate) fn new() -> Self {
        Self(broadcast::Sender::new(BACKLOG))
    }

    /// Hears everything from now on.
    #[must_use]
    pub fn subscribe(&self) -> broadcast::Receiver<TillEvent> {
        self.0.subscribe()
    }

    /// Tells everybody; nobody listening is fine.
    pub fn send(&self, event: TillEvent) {
        let _listeners = self.0.send(event);
    }
}
