//! The client: signs each call at the moment it leaves, within the rate budget and by the gateway's
//! clock, and corrects the clock once when the gateway refuses it. It never repeats anything else.

use std::sync::Arc;

use gateway::rate::{DEFAULT_RETRY_WAIT, RateLimit, retry_wait};
use gateway::{
    Answer, Attempt, BaseUrl, Clock, ClockReading, Code, Failure, HttpTransport, Line, Method, Priority,
    RateBudget, RawAnswer, ServerClock, Transport,
};

mod attempt;
mod resource;

pub(crate) use resource::Resource;

use crate::assumptions::CLOCK_CAUSED_401_SECONDS;
use crate::config::Credentials;
use crate::envelope::{Envelope, message_text};

/// One call, ready but for its signature.
#[derive(Debug)]
pub(crate) struct Call<'a> {
    pub(crate) method: Method,
    pub(crate) path_and_query: String,
    pub(crate) body: &'a [u8],
    pub(crate) priority: Priority,
}

impl Call<'_> {
    /// A call that only reads.
    pub(crate) const fn get(path_and_query: String, priority: Priority) -> Self {
        Self {
            method: Method::Get,
            path_and_query,
            body: b"",
            priority,
        }
    }
}

/// Calls one Finan One account's API. Share it: the clock, the budget and the connections are in it.
#[derive(Debug)]
pub struct Client {
    line: Line,
    credentials: Credentials,
}

impl Client {
    /// A client over any transport, with a rate budget of its own.
    #[must_use]
    pub fn new(transport: Arc<dyn Transport>, credentials: Credentials, clock: Arc<dyn Clock>) -> Self {
        Self {
            line: Line::new(transport, clock, RateLimit::STANDARD),
            credentials,
        }
    }

    /// A client over HTTP.
    ///
    /// # Errors
    /// `tls` when the platform has no certificates to trust.
    pub fn connect(
        base_url: BaseUrl,
        credentials: Credentials,
        clock: Arc<dyn Clock>,
    ) -> Result<Self, Failure> {
        Ok(Self::new(
            Arc::new(HttpTransport::new(base_url)?),
            credentials,
            clock,
        ))
    }

    /// The same client on a budget shared with others, as when a client is replaced and the minute goes on.
    #[must_use]
    pub fn with_rate_budget(self, rate: Arc<RateBudget>) -> Self {
        Self {
            line: self.line.with_rate_budget(rate),
            ..self
        }
    }

    /// The budget, to be shared.
    #[must_use]
    pub fn rate_budget(&self) -> Arc<RateBudget> {
        Arc::clone(self.line.rate_budget())
    }

    /// The gateway's clock as far as it is known.
    #[must_use]
    pub const fn server_clock(&self) -> &ServerClock {
        self.line.server_clock()
    }

    /// Asks for the gateway's time now, without a key.
    ///
    /// # Errors
    /// When no answer came; nothing was sent that could have an effect.
    pub async fn probe_clock(&self, priority: Priority) -> Result<ClockReading, Failure> {
        self.line.probe_clock(priority).await
    }

    /// What is known about the clock without asking.
    #[must_use]
    pub fn clock_reading(&self) -> ClockReading {
        self.line.clock_reading()
    }

    /// Makes `call` and reads its answer.
    pub(crate) async fn answered<T>(
        &self,
        call: Call<'_>,
        read: impl FnOnce(&Envelope) -> Result<T, Failure>,
    ) -> Result<Answer<T>, Failure> {
        let attempt = self.exchange(&call).await?;
        self.read(&attempt, read)
    }

    /// Reads the answer of `attempt`.
    pub(crate) fn read<T>(
        &self,
        attempt: &Attempt,
        read: impl FnOnce(&Envelope) -> Result<T, Failure>,
    ) -> Result<Answer<T>, Failure> {
        let envelope = Envelope::read(&attempt.answer).map_err(|failure| self.explained(failure, attempt))?;
        Ok(Answer {
            value: read(&envelope)?,
            request_id: envelope.request_id(),
            http_status: envelope.http_status(),
            answered_at_ms: self.line.now_ms(),
        })
    }

    /// Sends, and once more when the first was refused because of the clock.
    pub(crate) async fn exchange(&self, call: &Call<'_>) -> Result<Attempt, Failure> {
        self.line.anchor(call.priority).await?;
        let first = self.attempt(call).await?;
        if first.was_refused_for_its_time(CLOCK_CAUSED_401_SECONDS) {
            tracing::info!("the gateway's clock is another; signing once more");
            return self.attempt(call).await;
        }
        Ok(first)
    }

    /// Adds to a refusal what only the client knows: the clock's part in a 401, the wait of a 429.
    fn explained(&self, failure: Failure, attempt: &Attempt) -> Failure {
        match failure.code {
            Code::Unauthorized if attempt.was_refused_for_its_time(CLOCK_CAUSED_401_SECONDS) => Failure {
                code: Code::ClockSkew,
                ..failure
            },
            Code::RateLimited => Failure {
                retry_after: Some(self.hold(&attempt.answer)),
                ..failure
            },
            _ => failure,
        }
    }

    fn hold(&self, answer: &RawAnswer) -> std::time::Duration {
        let asked = retry_wait(
            answer.retry_after.as_deref(),
            answer.date.as_deref(),
            &message_text(answer),
        );
        let wait = asked.unwrap_or(DEFAULT_RETRY_WAIT);
        self.line.rate_budget().hold(wait);
        wait
    }
}
