//! Asks the gateway for its time by a bare request without headers, key or body: any answer has a `Date`,
//! the refusal of its method included. A GET has no effect here, since every call is a POST.

use gateway::server_clock::Sighting;
use gateway::{Certainty, Code, Failure, Method, Priority, Request, SkewLevel};

use super::Client;

/// How far this machine's clock is off, to be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClockReading {
    /// This machine minus the gateway, ms; `None` when the gateway does not say its time.
    pub skew_ms: Option<i64>,
    /// The same as a traffic light.
    pub level: Option<SkewLevel>,
}

impl Client {
    /// Asks for the gateway's time now, without a key.
    ///
    /// # Errors
    /// When no answer came; nothing was sent that could have an effect.
    pub async fn probe_clock(&self, priority: Priority) -> Result<ClockReading, Failure> {
        // The call that waits for the clock has not left, whatever became of the probe.
        self.probe(priority).await.map_err(|failure| Failure {
            certainty: Certainty::NotSent,
            ..failure
        })?;
        Ok(self.clock_reading())
    }

    /// What is known about the clock without asking.
    #[must_use]
    pub fn clock_reading(&self) -> ClockReading {
        ClockReading {
            skew_ms: self.server_clock.skew_ms(),
            level: self.server_clock.level(),
        }
    }

    /// Makes sure that the gateway's time is known before something is signed; one probe for all who wait.
    pub(super) async fn anchor(&self, priority: Priority) -> Result<(), Failure> {
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
            Err(failure) => Err(Failure {
                certainty: Certainty::NotSent,
                ..failure
            }),
        }
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
