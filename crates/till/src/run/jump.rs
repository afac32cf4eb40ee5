//! Notices that the machine slept, or that somebody set its clock.

use crate::Till;

/// Wall and monotonic time that differ by more than this have not passed together.
const JUMP_MS: i64 = 2_000;

/// How far wall and monotonic time were apart when last looked at.
#[derive(Debug)]
pub(super) struct Jumps {
    wall_minus_monotonic: i64,
}

impl Jumps {
    pub(super) fn new(till: &Till) -> Self {
        Self {
            wall_minus_monotonic: wall_minus_monotonic(till),
        }
    }

    /// Whether the clock jumped since the last look.
    pub(super) fn has_jumped(&mut self, till: &Till) -> bool {
        let apart = wall_minus_monotonic(till);
        let jump = apart.saturating_sub(self.wall_minus_monotonic).saturating_abs();
        self.wall_minus_monotonic = apart;
        jump > JUMP_MS
    }
}

fn wall_minus_monotonic(till: &Till) -> i64 {
    till.now().saturating_sub(till.clock.monotonic_ms())
}
