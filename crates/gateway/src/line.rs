//! The line to one gateway: the transport, the gateway's clock and the rate budget, which belong together because every answer
//! tells the time and every request counts. It knows no provider: what is sent, and what a refusal looks like, is the caller's.

use std::sync::Arc;

use tokio::sync::Mutex;

use crate::clock::Clock;
use crate::failure::{Certainty, Code, Failure};
use crate::rate::{Priority, RateBudget, RateLimit};
use crate::server_clock::{ServerClock, Sighting, SkewLevel};
use crate::transport::{Method, RawAnswer, Request, Transport};

/// How far this machine's clock is off, to be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClockReading {
    /// This machine minus the gateway, ms; `None` when the gateway does not say its time.
    pub skew_ms: Option<i64>,
    /// The same as a traffic light.
    pub level: Option<SkewLevel>,
}

/// An answer, and how far the stamped time was from the gateway's.
#[derive(Debug)]
pub struct Attempt {
    /// The answer.
    pub answer: RawAnswer,
    /// How long it took, ms.
    pub took_ms: i64,
    is_unauthorized: bool,
    clock_error_seconds: i64,
}

impl Attempt {
    /// Whether the signature was refused while the stamped time was off by more than this: a refusal says the same for a wrong key.
    #[must_use]
    pub const fn was_refused_for_its_time(&self, more_than_seconds: i64) -> bool {
        self.is_unauthorized && self.clock_error_seconds.saturating_abs() > more_than_seconds
    }
}

/// The line. Share it: the clock, the budget and the connections are in it.
#[derive(Debug)]
pub struct Line {
    transport: Arc<dyn Transport>,
    clock: Arc<dyn Clock>,
    server_clock: ServerClock,
    rate: Arc<RateBudget>,
    anchoring: Mutex<()>,
}

impl Line {
    /// A line with a rate budget of its own.
    #[must_use]
    pub fn new(transport: Arc<dyn Transport>, clock: Arc<dyn Clock>, limit: RateLimit) -> Self {
        Self {
            transport,
            server_clock: ServerClock::new(Arc::clone(&clock)),
            rate: Arc::new(RateBudget::new(Arc::clone(&clock), limit)),
            clock,
            anchoring: Mutex::new(()),
        }
    }

    /// The same line on a budget shared with others, as when a client is replaced and the minute goes on.
    #[must_use]
    pub fn with_rate_budget(self, rate: Arc<RateBudget>) -> Self {
        Self { rate, ..self }
    }

    /// The budget, to be shared.
    #[must_use]
    pub const fn rate_budget(&self) -> &Arc<RateBudget> {
        &self.rate
    }

    /// The gateway's clock as far as it is known.
    #[must_use]
    pub const fn server_clock(&self) -> &ServerClock {
        &self.server_clock
    }

    /// This machine's wall clock, Unix milliseconds.
    #[must_use]
    pub fn now_ms(&self) -> i64 {
        self.clock.now_ms()
    }

    /// What is known about the clock without asking.
    #[must_use]
    pub fn clock_reading(&self) -> ClockReading {
        ClockReading {
            skew_ms: self.server_clock.skew_ms(),
            level: self.server_clock.level(),
        }
    }

    /// Asks for the gateway's time now by a bare request without headers, key or body: any answer, errors included, has a `Date`.
    ///
    /// # Errors
    /// When no answer came; nothing was sent that could have an effect.
    pub async fn probe_clock(&self, priority: Priority) -> Result<ClockReading, Failure> {
        self.probe(priority).await.map_err(not_sent)?;
        Ok(self.clock_reading())
    }

    /// Makes sure that the gateway's time is known before something is signed; one probe for all who wait.
    ///
    /// # Errors
    /// When there is no way to the gateway; the call that waits for the clock has not left.
    pub async fn anchor(&self, priority: Priority) -> Result<(), Failure> {
        if !self.server_clock.needs_anchor() {
            return Ok(());
        }
        let _alone = self.anchoring.lock().await;
        if !self.server_clock.needs_anchor() {
            return Ok(());
        }
        match self.probe(priority).await {
            Ok(()) => Ok(()),
            // It answered or hung up: a signed call may still go through, and its refusal corrects the clock.
            Err(failure) if failure.certainty == Certainty::Unknown && failure.code != Code::Timeout => {
                self.server_clock.trust_wall();
                Ok(())
            }
            Err(failure) => Err(not_sent(failure)),
        }
    }

    /// Sends one request within the budget. `stamp` makes it at the moment it leaves, given the gateway's time in ms; `is_unauthorized`
    /// tells a refused signature, after which the clock is learnt from that answer alone.
    ///
    /// # Errors
    /// When no answer came.
    pub async fn attempt(
        &self,
        priority: Priority,
        stamp: impl FnOnce(i64) -> Request,
        is_unauthorized: impl FnOnce(&RawAnswer) -> bool,
    ) -> Result<Attempt, Failure> {
        self.rate.acquire(priority).await;
        let stamped_ms = self.server_clock.now_ms();
        let sent_ms = self.clock.monotonic_ms();
        let answer = self.transport.send(stamp(stamped_ms)).await?;
        let received_ms = self.clock.monotonic_ms();
        let took_ms = received_ms.saturating_sub(sent_ms);
        let is_unauthorized = is_unauthorized(&answer);
        let mut clock_error_seconds = 0;
        if let Some(date) = answer.date.as_deref() {
            let sighting = Sighting {
                date,
                sent_ms,
                received_ms,
            };
            if is_unauthorized {
                self.server_clock.reanchor(sighting);
            } else {
                self.server_clock.observe(sighting);
            }
            let should_have_been_ms = self.server_clock.now_ms().saturating_sub(took_ms);
            clock_error_seconds = should_have_been_ms.saturating_sub(stamped_ms).div_euclid(1_000);
        }
        Ok(Attempt {
            answer,
            took_ms,
            is_unauthorized,
            clock_error_seconds,
        })
    }

    async fn probe(&self, priority: Priority) -> Result<(), Failure> {
        self.rate.acquire(priority).await;
        let sent_ms = self.clock.monotonic_ms();
        let answer = self.transport.send(Request::bare(Method::Get, "")).await?;
        let received_ms = self.clock.monotonic_ms();
        if let Some(date) = answer.date.as_deref() {
            self.server_clock.observe(Sighting {
                date,
                sent_ms,
                received_ms,
            });
        }
        if self.server_clock.needs_anchor() {
            tracing::warn!("the gateway does not say its time; trusting this machine's clock");
            self.server_clock.trust_wall();
        }
        Ok(())
    }
}

/// The call that waits for the clock has not left, whatever became of the probe.
fn not_sent(failure: Failure) -> Failure {
    Failure {
        certainty: Certainty::NotSent,
        ..failure
    }
}
