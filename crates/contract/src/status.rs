//! What the counter knows of the line to the gateway: clock and freshness.

use crate::{ErrorBody, Time};

crossing! {
    /// How far this machine's clock is from the gateway's.
    #[derive(Copy)]
    pub enum ClockLevel {
        /// Not measured yet.
        Unmeasured,
        /// At most 5 s.
        Green,
        /// At most 20 s.
        Amber,
        /// More than 20 s.
        Red,
    }

    /// The clock against the gateway's.
    pub struct ClockView {
        /// This machine minus the gateway, in milliseconds.
        pub skew_ms: Option<i64>,
        /// How bad that is.
        pub level: ClockLevel,
        /// Whether requests are corrected by it.
        pub is_corrected: bool,
        /// When it was measured.
        pub measured_at: Option<Time>,
    }

    /// Whether the counter knows.
    #[derive(Copy)]
    pub enum FreshnessState {
        /// Nothing is being watched.
        Idle,
        /// The last check was answered.
        Fresh,
        /// Checks fail.
        Failing,
        /// The gateway asked to wait.
        Waiting,
    }

    /// When the counter last knew.
    pub struct FreshnessView {
        /// Whether it knows.
        pub state: FreshnessState,
        /// The last answered check.
        pub checked_at: Option<Time>,
        /// Since when checks fail.
        pub failing_since: Option<Time>,
        /// Why they fail.
        pub problem: Option<ErrorBody>,
        /// When the next check is due, if one is planned.
        pub next_at: Option<Time>,
        /// How many payments are watched.
        pub watched: u32,
    }
}
