//! A moment, as RFC 3339 in UTC.

use chrono::{DateTime, SecondsFormat, Utc};
use serde::{Deserialize, Serialize};

/// A moment. Rust counts in milliseconds since the Unix epoch; the page receives RFC 3339 text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(type = "string"))]
#[serde(transparent)]
pub struct Time(String);

impl Time {
    /// The moment of a Unix time in milliseconds; the epoch when it lies outside the calendar.
    #[must_use]
    pub fn from_ms(ms: i64) -> Self {
        let at = DateTime::<Utc>::from_timestamp_millis(ms).unwrap_or(DateTime::UNIX_EPOCH);
        Self(at.to_rfc3339_opts(SecondsFormat::Millis, true))
    }

    /// Unix milliseconds, when the text is a moment.
    #[must_use]
    pub fn to_ms(&self) -> Option<i64> {
        DateTime::parse_from_rfc3339(&self.0)
            .ok()
            .map(|at| at.timestamp_millis())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn milliseconds_survive() {
        let time = Time::from_ms(1_795_239_000_123);
        assert_eq!(time.0, "2026-11-21T05:30:00.123Z");
        assert_eq!(time.to_ms(), Some(1_795_239_000_123));
    }
}
