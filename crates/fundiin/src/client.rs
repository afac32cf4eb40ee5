//! The client: signs each call at the moment it leaves, within the rate budget, stamped with the gateway's
//! clock in Vietnam time, and signs once more when that clock was wrong. It never repeats anything else.

use std::sync::Arc;

use gateway::rate::{DEFAULT_RETRY_WAIT, retry_wait};
use gateway::{
    Answer, Attempt, BaseUrl, Clock, ClockReading, Code, Failure, HttpTransport, Line, Priority, RateBudget,
    RawAnswer, ServerClock, Transport,
};

mod attempt;

use crate::assumptions::{CLOCK_CAUSED_REFUSAL_SECONDS, RATE_LIMIT};
use crate::config::Credentials;
use crate::error::CallError;
use crate::link::LinkRule;
use crate::reply::{Reply, message_text};
use crate::values::IdempotencyKey;

/// What a call may do at the gateway.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Effect {
    /// Nothing.
    Reads,
    /// Opens a transaction, for which somebody else must still pay.
    Opens,
    /// Ends one that is not paid.
    Cancels,
    /// Gives money back or acknowledges it.
    MovesMoney,
}

/// One call, ready but for its signature. Every merchant call is a POST (overview page).
#[derive(Debug)]
pub(crate) struct Call<'a> {
    pub(crate) path: &'static str,
    pub(crate) body: &'a [u8],
    pub(crate) key: Option<&'a IdempotencyKey>,
    pub(crate) effect: Effect,
    pub(crate) priority: Priority,
}

/// Calls one merchant's gateway. Share it: the clock, the budget and the connections are in it.
#[derive(Debug)]
pub struct Client {
    line: Line,
    credentials: Credentials,
    link_rule: LinkRule,
}

impl Client {
    /// A client over any transport, with a rate budget of its own, which takes the real gateway's links only.
    #[must_use]
    pub fn new(transport: Arc<dyn Transport>, credentials: Credentials, clock: Arc<dyn Clock>) -> Self {
        Self {
            line: Line::new(transport, clock, RATE_LIMIT),
            credentials,
            link_rule: LinkRule::strict(),
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
        let link_rule = LinkRule::of(&base_url);
        let transport = Arc::new(HttpTransport::new(base_url)?);
        Ok(Self {
            link_rule,
            ..Self::new(transport, credentials, clock)
        })
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

    /// Which links are this gateway's.
    #[must_use]
    pub const fn link_rule(&self) -> &LinkRule {
        &self.link_rule
    }

    /// Makes `call` and reads its answer.
    pub(crate) async fn answered<T>(
        &self,
        call: Call<'_>,
        read: impl FnOnce(&Reply) -> Result<T, CallError>,
    ) -> Result<Answer<T>, CallError> {
        let attempt = self.exchange(&call).await?;
        let value = Reply::of(&attempt.answer, call.effect)
            .and_then(|reply| {
                reply.must_answer(call.body)?;
                read(&reply)
            })
            .map_err(|error| self.explained(error, &attempt))?;
        Ok(Answer {
            value,
            request_id: None,
            http_status: attempt.answer.status,
            answered_at_ms: self.line.now_ms(),
        })
    }

    /// Sends, and once more when the first was refused because of the clock.
    async fn exchange(&self, call: &Call<'_>) -> Result<Attempt, Failure> {
        self.line.anchor(call.priority).await?;
        let first = self.attempt(call).await?;
        if first.was_refused_for_its_time(CLOCK_CAUSED_REFUSAL_SECONDS) {
            tracing::info!("the gateway's clock is another; signing once more");
            return self.attempt(call).await;
        }
        Ok(first)
    }

    /// Adds to a refusal what only the client knows: the clock's part in it, the wait of a 429.
    fn explained(&self, error: CallError, attempt: &Attempt) -> CallError {
        let failure = match error.failure.code {
            Code::Unauthorized if attempt.was_refused_for_its_time(CLOCK_CAUSED_REFUSAL_SECONDS) => Failure {
                code: Code::ClockSkew,
                ..error.failure
            },
            Code::RateLimited => Failure {
                retry_after: Some(self.hold(&attempt.answer)),
                ..error.failure
            },
            _ => error.failure,
        };
        CallError { failure, ..error }
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
