//! The requests so far, for tests and for the doctor's practice. Headers and bodies are not kept.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use serde::Serialize;

const KEPT: usize = 10_000;

/// One request to a gateway.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LoggedRequest {
    /// `GET`, `POST` and so on.
    pub method: String,
    /// What followed the gateway's base URL, query string included, as sent.
    pub path: String,
    /// The HTTP status, or `None` when the connection was cut instead.
    pub status: Option<u16>,
    /// When it was answered, in milliseconds since 1970 on the simulator's clock.
    pub at_ms: i64,
    /// What the gateway does not tell the caller: which of the causes of a 401 it was, or that an answer was
    /// replayed from its key.
    pub cause: Option<&'static str>,
}

#[derive(Debug, Default)]
pub(crate) struct RequestLog {
    rows: Mutex<VecDeque<LoggedRequest>>,
}

impl RequestLog {
    pub(crate) fn add(&self, row: LoggedRequest) {
        let mut rows = self.rows.lock().unwrap_or_else(PoisonError::into_inner);
        if rows.len() >= KEPT {
            rows.pop_front();
        }
        rows.push_back(row);
    }

    pub(crate) fn all(&self) -> Vec<LoggedRequest> {
        let rows = self.rows.lock().unwrap_or_else(PoisonError::into_inner);
        rows.iter().cloned().collect()
    }
}
