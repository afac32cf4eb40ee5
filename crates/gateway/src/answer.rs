//! A read answer together with what a shop needs to quote when it calls the gateway's support.

/// A value that a gateway answered with, and the facts of that answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer<T> {
    /// What was asked for.
    pub value: T,
    /// The gateway's id of this request, to quote to its support.
    pub request_id: Option<String>,
    /// HTTP status of the answer.
    pub http_status: u16,
    /// When the answer was read, Unix milliseconds of this machine's wall clock.
    pub answered_at_ms: i64,
}

impl<T> Answer<T> {
    /// The same answer about another value.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Answer<U> {
        Answer {
            value: change(self.value),
            request_id: self.request_id,
            http_status: self.http_status,
            answered_at_ms: self.answered_at_ms,
        }
    }
}
