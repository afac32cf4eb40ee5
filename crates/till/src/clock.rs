//! The clock against the gateway's.

use crate::{Till, TillError};
use contract::Time;
use contract::event::TillEvent;
use contract::status::{ClockLevel, ClockView};
use finan_one::Client;
use gateway::{ClockReading, Priority, SkewLevel};

/// Asks the gateway for its time.
///
/// # Errors
/// The way to the gateway.
pub async fn check(till: &Till) -> Result<ClockView, TillError> {
    let client = till.line().client()?;
    client.probe_clock(Priority::Click).await?;
    Ok(told(till, &client))
}

/// What is known without asking.
pub(crate) fn view(till: &Till) -> ClockView {
    till.line()
        .client()
        .map_or_else(|_| unmeasured(), |client| measured(till, &client))
}

/// What is known now, told to the page too.
pub(crate) fn told(till: &Till, client: &Client) -> ClockView {
    let clock = measured(till, client);
    till.events.send(TillEvent::Clock { clock: clock.clone() });
    clock
}

fn measured(till: &Till, client: &Client) -> ClockView {
    reading(till, client.clock_reading())
}

/// A gateway's clock against ours, in the page's words.
pub(crate) fn reading(till: &Till, reading: ClockReading) -> ClockView {
    let Some(skew_ms) = reading.skew_ms else {
        return unmeasured();
    };
    let level = match reading.level {
        Some(SkewLevel::Green) => ClockLevel::Green,
        Some(SkewLevel::Amber) => ClockLevel::Amber,
        Some(SkewLevel::Red) => ClockLevel::Red,
        None => ClockLevel::Unmeasured,
    };
    ClockView {
        skew_ms: Some(skew_ms),
        level,
        is_corrected: true,
        measured_at: Some(Time::from_ms(till.now())),
    }
}

const fn unmeasured() -> ClockView {
    ClockView {
        skew_ms: None,
        level: ClockLevel::Unmeasured,
        is_corrected: false,
        measured_at: None,
    }
}
