//! Bounds of the gateway's clock against monotonic time. Pure arithmetic on milliseconds.

/// `Date` is cut down to whole seconds.
const DATE_RESOLUTION_MS: i64 = 1_000;
/// Cheap clocks part by up to 1 ms in this many ms (200 parts per million).
const DRIFT_DIVISOR: i64 = 5_000;

/// Both ends are possible values of (gateway time − monotonic time), ms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Interval {
    low: i64,
    high: i64,
}

impl Interval {
    /// What one answer says: the gateway wrote `date_ms` at some moment between sending and receiving,
    /// when its clock showed that second.
    pub(super) const fn of_sighting(date_ms: i64, sent_ms: i64, received_ms: i64) -> Self {
        Self {
            low: date_ms.saturating_sub(received_ms),
            high: date_ms.saturating_add(DATE_RESOLUTION_MS).saturating_sub(sent_ms),
        }
    }

    /// The bounds after `elapsed_ms` more, in which the two clocks may have drifted apart.
    pub(super) const fn widened(self, elapsed_ms: i64) -> Self {
        let drift = elapsed_ms.saturating_abs() / DRIFT_DIVISOR;
        Self {
            low: self.low.saturating_sub(drift),
            high: self.high.saturating_add(drift),
        }
    }

    /// What both say; when they contradict each other, the fresh one.
    pub(super) fn narrowed_by(self, fresh: Self) -> Self {
        let both = Self {
            low: self.low.max(fresh.low),
            high: self.high.min(fresh.high),
        };
        if both.low <= both.high { both } else { fresh }
    }

    /// The best guess.
    pub(super) const fn middle(self) -> i64 {
        self.low.saturating_add(self.high.saturating_sub(self.low) / 2)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert, proptest};

    use super::*;

    #[test]
    fn a_contradiction_is_settled_by_the_fresh_sighting() {
        let old = Interval::of_sighting(10_000, 0, 100);
        let fresh = Interval::of_sighting(50_000, 1_000, 1_100);
        assert_eq!(old.narrowed_by(fresh), fresh);
    }

    proptest! {
        #[test]
        fn the_truth_stays_inside_and_the_bounds_only_narrow(
            offset in 1_600_000_000_000_i64..1_900_000_000_000,
            calls in proptest::collection::vec((0_i64..2_000, 0_i64..400, 0_i64..400), 1..30),
        ) {
            let mut now = 0;
            let mut known: Option<Interval> = None;
            for (pause, there, back) in calls {
                let sent = now + pause;
                let date = (offset + sent + there) / 1_000 * 1_000;
                now = sent + there + back;
                let fresh = Interval::of_sighting(date, sent, now);
                let next = known.map_or(fresh, |known| known.narrowed_by(fresh));
                prop_assert!(next.low <= offset && offset <= next.high);
                if let Some(known) = known {
                    prop_assert!(next.high - next.low <= known.high - known.low);
                }
                known = Some(next);
            }
        }
    }
}
