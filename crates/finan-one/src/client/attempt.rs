//! One signed request and its answer.

use gateway::server_clock::Sighting;
use gateway::{Failure, RawAnswer, Request, SecretText};

use super::{Call, Client};
use crate::assumptions::CLOCK_CAUSED_401_SECONDS;
use crate::sign::{Signed, sign};

/// An answer, and how far the signed time was from the gateway's.
#[derive(Debug)]
pub(super) struct Attempt {
    pub(super) answer: RawAnswer,
    clock_error_seconds: i64,
}

impl Attempt {
    /// Whether the gateway refused because the signed time was wrong: a 401 says the same for a wrong key.
    pub(super) const fn was_refused_for_its_time(&self) -> bool {
        self.answer.status == 401 && self.clock_error_seconds.saturating_abs() > CLOCK_CAUSED_401_SECONDS
    }
}

impl Client {
    pub(super) async fn attempt(&self, call: &Call<'_>) -> Result<Attempt, Failure> {
        self.rate.acquire(call.priority).await;
        let timestamp = self.server_clock.now_unix_seconds();
        let sent_ms = self.clock.monotonic_ms();
        let answer = self.send(self.signed(call, timestamp)).await?;
        let received_ms = self.clock.monotonic_ms();
        self.learn(&answer, sent_ms, received_ms);
        let path = call.path_and_query.split('?').next().unwrap_or_default();
        let took_ms = received_ms.saturating_sub(sent_ms);
        tracing::debug!(
            method = call.method.as_str(),
            path,
            status = answer.status,
            took_ms,
            "gateway answered"
        );
        let clock_error_seconds = match answer.date {
            Some(_) => self
                .server_clock
                .now_ms()
                .saturating_sub(took_ms)
                .div_euclid(1_000)
                .saturating_sub(timestamp),
            None => 0,
        };
        Ok(Attempt {
            answer,
            clock_error_seconds,
        })
    }

    fn learn(&self, answer: &RawAnswer, sent_ms: i64, received_ms: i64) {
        let Some(date) = answer.date.as_deref() else {
            return;
        };
        let sighting = Sighting {
            date,
            sent_ms,
            received_ms,
        };
        if answer.status == 401 {
            self.server_clock.reanchor(sighting);
        } else {
            self.server_clock.observe(sighting);
        }
    }

    fn signed(&self, call: &Call<'_>, timestamp: i64) -> Request {
        let signed = Signed {
            method: call.method,
            path_and_query: &call.path_and_query,
            payload: call.body,
            timestamp,
        };
        let signature = sign(self.credentials.secret(), signed);
        let mut request = Request::bare(call.method, &call.path_and_query)
            .with_header("x-client-id", SecretText::from(self.credentials.client_id()))
            .with_header("x-signature", signature.into_secret())
            .with_header("x-timestamp", SecretText::new(timestamp.to_string()));
        if !call.body.is_empty() {
            request = request.with_header("content-type", SecretText::from("application/json"));
            request.body = call.body.to_vec();
        }
        request
    }
}
