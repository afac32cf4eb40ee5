//! One signed request and its answer.

use gateway::server_clock::Sighting;
use gateway::{Failure, Method, RawAnswer, Request, SecretText};

use super::{Call, Client};
use crate::assumptions::CLOCK_CAUSED_REFUSAL_SECONDS;
use crate::reply::result_status;
use crate::result_status::ResultStatus;
use crate::sign::sign;
use crate::time::request_time;

/// As on the Initiate page, which has no charset.
const CONTENT_TYPE: &str = "application/json";

/// An answer, and how far the stamped time was from the gateway's.
#[derive(Debug)]
pub(super) struct Attempt {
    pub(super) answer: RawAnswer,
    is_unauthorized: bool,
    clock_error_seconds: i64,
}

impl Attempt {
    /// Whether the signature was refused while the stamped time was wrong.
    pub(super) const fn was_refused_for_its_time(&self) -> bool {
        self.is_unauthorized && self.clock_error_seconds.saturating_abs() > CLOCK_CAUSED_REFUSAL_SECONDS
    }
}

impl Client {
    pub(super) async fn attempt(&self, call: &Call<'_>) -> Result<Attempt, Failure> {
        self.rate.acquire(call.priority).await;
        let stamped_ms = self.server_clock.now_ms();
        let sent_ms = self.clock.monotonic_ms();
        let answer = self.transport.send(self.signed(call, stamped_ms)).await?;
        let received_ms = self.clock.monotonic_ms();
        let took_ms = received_ms.saturating_sub(sent_ms);
        tracing::debug!(
            path = call.path,
            status = answer.status,
            took_ms,
            "gateway answered"
        );

        let is_unauthorized = is_unauthorized(&answer);
        self.learn(&answer, is_unauthorized, sent_ms, received_ms);
        let clock_error_seconds = match answer.date {
            Some(_) => self
                .server_clock
                .now_ms()
                .saturating_sub(took_ms)
                .saturating_sub(stamped_ms)
                .div_euclid(1_000),
            None => 0,
        };
        Ok(Attempt {
            answer,
            is_unauthorized,
            clock_error_seconds,
        })
    }

    fn learn(&self, answer: &RawAnswer, is_unauthorized: bool, sent_ms: i64, received_ms: i64) {
        let Some(date) = answer.date.as_deref() else {
            return;
        };
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
    }

    fn signed(&self, call: &Call<'_>, stamped_ms: i64) -> Request {
        let signature = sign(self.credentials.secret(), call.body);
        let mut request = Request::bare(Method::Post, call.path)
            .with_header("content-type", SecretText::from(CONTENT_TYPE))
            .with_header("client-id", SecretText::from(self.credentials.client_id()))
            .with_header("request-time", SecretText::new(request_time(stamped_ms)))
            .with_header("signature", signature.into_secret());
        if let Some(key) = call.key {
            request = request.with_header("idempotency-key", SecretText::from(key.as_str()));
        }
        request.body = call.body.to_vec();
        request
    }
}

fn is_unauthorized(answer: &RawAnswer) -> bool {
    answer.status == 401 || result_status(answer) == Some(ResultStatus::InvalidSignature)
}
