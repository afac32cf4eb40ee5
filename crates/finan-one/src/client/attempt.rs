//! One signed request and its answer.

use gateway::{Attempt, Failure, Request, SecretText};

use super::{Call, Client};
use crate::sign::{Signed, sign};

impl Client {
    pub(super) async fn attempt(&self, call: &Call<'_>) -> Result<Attempt, Failure> {
        let stamp = |now_ms: i64| self.signed(call, now_ms.div_euclid(1_000));
        let attempt = self
            .line
            .attempt(call.priority, stamp, |answer| answer.status == 401)
            .await?;
        let path = call.path_and_query.split('?').next().unwrap_or_default();
        tracing::debug!(
            method = call.method.as_str(),
            path,
            status = attempt.answer.status,
            took_ms = attempt.took_ms,
            "gateway answered"
        );
        Ok(attempt)
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
