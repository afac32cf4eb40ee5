//! The gateway's clock, learnt from the `Date` header of any answer and carried on by monotonic time.
//! `Date` has whole seconds, so one answer bounds the clock to an interval of a second plus the round
//! trip; the intervals of later answers are intersected with it. It never calls the gateway itself.

use std::sync::{Arc, Mutex, PoisonError};

use crate::clock::{Clock, whole_ms};

mod interval;

use interval::Interval;

/// Wall and monotonic time may part by this much before the anchor counts as lost, ms.
const MAX_WALL_STEP_MS: i64 = 2_000;
/// A machine may be off by this much and count as right, ms.
const GREEN_MS: u64 = 5_000;
/// A machine may be off by this much before calls are at risk, ms.
const AMBER_MS: u64 = 20_000;

/// How far this machine's wall clock is from the gateway's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SkewLevel {
    /// At most 5 s.
    Green,
    /// At most 20 s.
    Amber,
    /// More.
    Red,
}

/// The `Date` of an answer and when, in monotonic milliseconds, its request left and it arrived.
#[derive(Debug, Clone, Copy)]
pub struct Sighting<'a> {
    /// The header's text.
    pub date: &'a str,
    /// Before the request was sent.
    pub sent_ms: i64,
    /// After the answer had arrived.
    pub received_ms: i64,
}

#[derive(Debug, Clone, Copy)]
struct Anchor {
    /// Bounds of (gateway time − monotonic time); none when the gateway sends no `Date`.
    offset: Option<Interval>,
    /// Monotonic time of the latest sighting.
    seen_ms: i64,
    /// (Wall time − monotonic time) when anchored: it moves when the machine slept or its clock was set.
    wall_offset_ms: i64,
}

/// The gateway's time as far as it is known.
#[derive(Debug)]
pub struct ServerClock {
    clock: Arc<dyn Clock>,
    anchor: Mutex<Option<Anchor>>,
}

impl ServerClock {
    /// Knows nothing yet.
    #[must_use]
    pub fn new(clock: Arc<dyn Clock>) -> Self {
        Self {
            clock,
            anchor: Mutex::new(None),
        }
    }

    /// Whether the gateway's time must be asked for before the next signed call.
    #[must_use]
    pub fn needs_anchor(&self) -> bool {
        self.valid_anchor().is_none()
    }

    /// Learns from an answer; an unreadable date is ignored.
    pub fn observe(&self, sighting: Sighting<'_>) {
        let known = self.valid_anchor();
        self.learn(sighting, known);
    }

    /// Forgets what was known and learns from this answer alone, as after a 401.
    pub fn reanchor(&self, sighting: Sighting<'_>) {
        self.learn(sighting, None);
    }

    /// Trusts this machine's clock, since the gateway answered without a readable `Date`.
    pub fn trust_wall(&self) {
        let now_ms = self.clock.monotonic_ms();
        self.store(Anchor {
            offset: None,
            seen_ms: now_ms,
            wall_offset_ms: self.wall_offset_ms(),
        });
    }

    /// The gateway's time, Unix milliseconds; this machine's wall clock while nothing is known.
    #[must_use]
    pub fn now_ms(&self) -> i64 {
        self.offset_ms().map_or_else(
            || self.clock.now_ms(),
            |offset_ms| self.clock.monotonic_ms().saturating_add(offset_ms),
        )
    }

    /// The gateway's time in whole Unix seconds, for signing.
    #[must_use]
    pub fn now_unix_seconds(&self) -> i64 {
        self.now_ms().div_euclid(1_000)
    }

    /// This machine's wall clock minus the gateway's, ms (positive: this machine is fast); `None` while unknown.
    #[must_use]
    pub fn skew_ms(&self) -> Option<i64> {
        let offset_ms = self.offset_ms()?;
        Some(self.wall_offset_ms().saturating_sub(offset_ms))
    }

    /// The skew as a traffic light; `None` while unknown.
    #[must_use]
    pub fn level(&self) -> Option<SkewLevel> {
        let skew_ms = self.skew_ms()?.unsigned_abs();
        Some(if skew_ms <= GREEN_MS {
            SkewLevel::Green
        } else if skew_ms <= AMBER_MS {
            SkewLevel::Amber
        } else {
            SkewLevel::Red
        })
    }

    fn learn(&self, sighting: Sighting<'_>, known: Option<Anchor>) {
        let Some(date_ms) = unix_ms(sighting.date) else {
            return;
        };
        let fresh = Interval::of_sighting(date_ms, sighting.sent_ms, sighting.received_ms);
        let offset = match known {
            Some(Anchor {
                offset: Some(offset),
                seen_ms,
                ..
            }) => offset
                .widened(sighting.received_ms.saturating_sub(seen_ms))
                .narrowed_by(fresh),
            _ => fresh,
        };
        self.store(Anchor {
            offset: Some(offset),
            seen_ms: sighting.received_ms,
            wall_offset_ms: self.wall_offset_ms(),
        });
    }

    fn offset_ms(&self) -> Option<i64> {
        self.valid_anchor()?.offset.map(Interval::middle)
    }

    fn valid_anchor(&self) -> Option<Anchor> {
        let anchor = *self.anchor.lock().unwrap_or_else(PoisonError::into_inner);
        anchor.filter(|anchor| {
            let step_ms = self.wall_offset_ms().saturating_sub(anchor.wall_offset_ms);
            step_ms.saturating_abs() <= MAX_WALL_STEP_MS
        })
    }

    fn wall_offset_ms(&self) -> i64 {
        self.clock.now_ms().saturating_sub(self.clock.monotonic_ms())
    }

    fn store(&self, anchor: Anchor) {
        *self.anchor.lock().unwrap_or_else(PoisonError::into_inner) = Some(anchor);
    }
}

/// An HTTP date in Unix milliseconds.
pub(crate) fn unix_ms(date: &str) -> Option<i64> {
    let time = httpdate::parse_http_date(date).ok()?;
    time.duration_since(std::time::UNIX_EPOCH).ok().map(whole_ms)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_http_dates() {
        assert_eq!(unix_ms("Tue, 14 Nov 2023 22:13:19 GMT"), Some(1_699_999_999_000));
        assert_eq!(unix_ms("yesterday"), None);
    }
}
