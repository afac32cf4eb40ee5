//! Notifications as they were written, waiting for whoever delivers them.

use serde::{Deserialize, Serialize};

const KEPT: usize = 1_000;

/// One notification. Its signature is made anew whenever it is sent, and not kept.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Notice {
    pub(crate) number: u64,
    pub(crate) body: String,
    /// The HTTP status that acknowledged it.
    pub(crate) acknowledged: Option<u16>,
}

/// The last notifications, oldest first.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Notices {
    written: u64,
    rows: Vec<Notice>,
}

impl Notices {
    pub(crate) fn write(&mut self, body: String) {
        self.written = self.written.saturating_add(1);
        if self.rows.len() >= KEPT {
            self.rows.remove(0);
        }
        self.rows.push(Notice {
            number: self.written,
            body,
            acknowledged: None,
        });
    }

    pub(crate) fn rows(&self) -> &[Notice] {
        &self.rows
    }

    /// How many were ever written: the number of the newest.
    pub(crate) fn written(&self) -> u64 {
        self.written
    }

    pub(crate) fn acknowledge(&mut self, number: u64, status: u16) {
        if let Some(row) = self.rows.iter_mut().find(|row| row.number == number) {
            row.acknowledged = Some(status);
        }
    }
}
