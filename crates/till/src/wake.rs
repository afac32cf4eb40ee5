//! Wakes the background work when there is something new to do.

use tokio::sync::watch;

/// A bell that several loops listen to; a ring is never missed, many rings are one.
#[derive(Debug)]
pub(crate) struct Wake(watch::Sender<()>);

impl Wake {
    pub(crate) fn new() -> Self {
        Self(watch::Sender::new(()))
    }

    pub(crate) fn ring(&self) {
        self.0.send_replace(());
    }

    pub(crate) fn listen(&self) -> watch::Receiver<()> {
        self.0.subscribe()
    }
}
