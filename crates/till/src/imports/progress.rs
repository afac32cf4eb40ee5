//! How far long work is, and stopping it.

use crate::Till;
use contract::books::ProgressView;
use contract::event::TillEvent;
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// What runs now.
#[derive(Debug, Default)]
pub(crate) struct Running(Mutex<HashMap<String, Arc<AtomicBool>>>);

impl Running {
    /// Begins an import; it ends when this is dropped.
    pub(super) fn begin_import(&self, id: String, count: u32) -> Work<'_> {
        self.begin(id, count, false)
    }

    /// Begins an export; it ends when this is dropped.
    pub(crate) fn begin_export(&self, id: String, count: u32) -> Work<'_> {
        self.begin(id, count, true)
    }

    fn begin(&self, id: String, count: u32, is_export: bool) -> Work<'_> {
        let is_cancelled = Arc::new(AtomicBool::new(false));
        self.all().insert(id.clone(), is_cancelled.clone());
        Work {
            running: self,
            id,
            is_export,
            count,
            is_cancelled,
        }
    }

    /// Asks a work to stop.
    pub(super) fn cancel(&self, id: &str) {
        if let Some(flag) = self.all().get(id) {
            flag.store(true, Ordering::Relaxed);
        }
    }

    fn all(&self) -> MutexGuard<'_, HashMap<String, Arc<AtomicBool>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A work that runs.
#[derive(Debug)]
pub(crate) struct Work<'a> {
    running: &'a Running,
    id: String,
    is_export: bool,
    count: u32,
    is_cancelled: Arc<AtomicBool>,
}

impl Work<'_> {
    /// Whether a person wants it to stop.
    pub(crate) fn is_cancelled(&self) -> bool {
        self.is_cancelled.load(Ordering::Relaxed)
    }

    /// The wish to stop, for another thread.
    pub(crate) fn flag(&self) -> Arc<AtomicBool> {
        self.is_cancelled.clone()
    }

    /// Tells how far it is.
    pub(crate) fn tell(&self, till: &Till, done: u32, is_over: bool) {
        let progress = ProgressView {
            id: self.id.clone(),
            is_export: self.is_export,
            done,
            count: self.count,
            is_over,
            is_cancelled: self.is_cancelled(),
        };
        till.events.send(TillEvent::Progress { progress });
    }
}

impl Drop for Work<'_> {
    fn drop(&mut self) {
        self.running.all().remove(&self.id);
    }
}
