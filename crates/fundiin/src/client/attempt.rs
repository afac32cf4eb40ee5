//! One signed request and its answer.

use gateway::{Attempt, Failure, Method, RawAnswer, Request, SecretText};

use super::{Call, Client};
use crate::reply::result_status;
use crate::result_status::ResultStatus;
use crate::sign::sign;
use crate::time::request_time;

/// As on the Initiate page, which has no charset.
const CONTENT_TYPE: &str = "application/json";

impl Client {
    pub(super) async fn attempt(&self, call: &Call<'_>) -> Result<Attempt, Failure> {
        let stamp = |now_ms| self.signed(call, now_ms);
        let attempt = self.line.attempt(call.priority, stamp, is_unauthorized).await?;
        tracing::debug!(
            path = call.path,
            status = attempt.answer.status,
            took_ms = attempt.took_ms,
            "gateway answered"
        );
        Ok(attempt)
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
