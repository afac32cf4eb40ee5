//! The simulator's own clock: every time it shows or judges comes from here, so that a test or a hand can move it.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use chrono::{DateTime, FixedOffset, NaiveDateTime, SecondsFormat, Utc};

use crate::assumptions::fundiin::ZONE_SECONDS_EAST;

/// A clock that can be moved forward while it runs. Clones share the same time.
#[derive(Debug, Clone)]
pub struct SimClock {
    base: Base,
    advanced_ms: Arc<AtomicI64>,
}

#[derive(Debug, Clone, Copy)]
enum Base {
    Real { offset_ms: i64 },
    Fixed { at_ms: i64 },
}

impl SimClock {
    /// The machine's clock.
    #[must_use]
    pub fn real() -> Self {
        Self::offset(0)
    }

    /// The machine's clock, `seconds` ahead (or behind, when negative).
    #[must_use]
    pub fn offset(seconds: i64) -> Self {
        Self::on(Base::Real {
            offset_ms: seconds.saturating_mul(1_000),
        })
    }

    /// A clock that stands still at `unix_seconds` until it is advanced.
    #[must_use]
    pub fn fixed(unix_seconds: i64) -> Self {
        Self::on(Base::Fixed {
            at_ms: unix_seconds.saturating_mul(1_000),
        })
    }

    fn on(base: Base) -> Self {
        Self {
            base,
            advanced_ms: Arc::new(AtomicI64::new(0)),
        }
    }

    /// Moves the clock `seconds` on.
    pub fn advance(&self, seconds: i64) {
        self.advance_ms(seconds.saturating_mul(1_000));
    }

    /// Moves the clock milliseconds on.
    pub fn advance_ms(&self, ms: i64) {
        self.advanced_ms.fetch_add(ms, Ordering::SeqCst);
    }

    /// Now, in milliseconds since 1970 UTC.
    #[must_use]
    pub fn now_ms(&self) -> i64 {
        let base = match self.base {
            Base::Real { offset_ms } => machine_ms().saturating_add(offset_ms),
            Base::Fixed { at_ms } => at_ms,
        };
        base.saturating_add(self.advanced_ms())
    }

    /// Now, in whole Unix seconds.
    #[must_use]
    pub fn now_seconds(&self) -> i64 {
        self.now_ms().div_euclid(1_000)
    }

    pub(crate) fn advanced_ms(&self) -> i64 {
        self.advanced_ms.load(Ordering::SeqCst)
    }

    /// Goes on from an earlier run that had been advanced, so that time does not run backwards across a restart.
    pub(crate) fn advance_at_least_ms(&self, advanced_ms: i64) {
        self.advanced_ms.fetch_max(advanced_ms, Ordering::SeqCst);
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the simulator is a program of its own and this is its only clock"
)]
fn machine_ms() -> i64 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .ok()
        .and_then(|since| i64::try_from(since.as_millis()).ok())
        .unwrap_or(0)
}

/// ISO 8601 with `Z`, whole seconds.
pub(crate) fn iso(unix_ms: i64) -> String {
    moment(unix_ms).to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// The form of the HTTP `Date` header.
pub(crate) fn http_date(unix_seconds: i64) -> String {
    moment(unix_seconds.saturating_mul(1_000))
        .format("%a, %d %b %Y %H:%M:%S GMT")
        .to_string()
}

/// The same moment by the clocks of Vietnam.
pub(crate) fn in_vietnam(unix_ms: i64) -> DateTime<FixedOffset> {
    let utc = moment(unix_ms);
    FixedOffset::east_opt(ZONE_SECONDS_EAST).map_or(utc.into(), |zone| utc.with_timezone(&zone))
}

const FUNDIIN_FORM: &str = "%Y-%m-%d %H:%M:%S";

/// Fundiin's `YYYY-MM-DD hh:mm:ss`: Vietnam's time on a 24-hour clock.
pub(crate) fn fundiin_time(unix_ms: i64) -> String {
    in_vietnam(unix_ms).format(FUNDIIN_FORM).to_string()
}

/// Reads that form into Unix seconds; another form, or one without leading zeros, is `None`.
pub(crate) fn read_fundiin_time(text: &str) -> Option<i64> {
    let read = NaiveDateTime::parse_from_str(text, FUNDIIN_FORM).ok()?;
    let has_form = read.format(FUNDIIN_FORM).to_string() == text;
    has_form.then(|| {
        read.and_utc()
            .timestamp()
            .saturating_sub(i64::from(ZONE_SECONDS_EAST))
    })
}

fn moment(unix_ms: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(unix_ms).unwrap_or(DateTime::UNIX_EPOCH)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fixed_clock_moves_only_by_hand_and_for_every_clone() {
        let clock = SimClock::fixed(784_111_777);
        let other = clock.clone();
        clock.advance(60);
        assert_eq!(other.now_seconds(), 784_111_837);
        clock.advance_ms(-1);
        assert_eq!(other.now_ms(), 784_111_836_999);
    }

    #[test]
    fn an_offset_clock_is_that_far_from_the_machine() {
        let apart = SimClock::offset(-3_600).now_seconds() - SimClock::real().now_seconds();
        assert!((-3_601..=-3_599).contains(&apart), "{apart}");
    }

    #[test]
    fn dates_are_written_as_the_wire_wants_them() {
        assert_eq!(http_date(784_111_777), "Sun, 06 Nov 1994 08:49:37 GMT");
        assert_eq!(iso(1_705_744_800_999), "2024-01-20T10:00:00Z");
    }

    #[test]
    fn fundiins_times_are_vietnams_and_come_back() {
        assert_eq!(fundiin_time(1_705_744_800_999), "2024-01-20 17:00:00");
        assert_eq!(read_fundiin_time("2024-01-20 17:00:00"), Some(1_705_744_800));
        for wrong in [
            "",
            "2024-01-20T17:00:00+07:00",
            "2024-1-20 17:00:00",
            "2024-01-20 25:00:00",
        ] {
            assert_eq!(read_fundiin_time(wrong), None, "{wrong}");
        }
    }
}
