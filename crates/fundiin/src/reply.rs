//! An answer of the gateway: a JSON object at any HTTP status whose `resultStatus` says what became of the
//! request. What is no such object is judged by its HTTP status alone. Pure.

use gateway::{Certainty, Code, Failure, RawAnswer};

use crate::client::Effect;
use crate::error::{CallError, Said};
use crate::meaning::meaning_of;
use crate::result_status::ResultStatus;
use crate::wire::Fields;

/// Longest `resultMsg` that is kept, in characters.
const MAX_MESSAGE_CHARS: usize = 500;

/// An answer that was read as a JSON object.
#[derive(Debug)]
pub(crate) struct Reply {
    fields: Fields,
    status: Option<ResultStatus>,
    http_status: u16,
    effect: Effect,
}

impl Reply {
    /// Reads `answer` to a request that has `effect`; refuses what only an HTTP status can explain.
    pub(crate) fn of(answer: &RawAnswer, effect: Effect) -> Result<Self, CallError> {
        let fields = body_fields(answer).ok_or_else(|| bodiless(answer))?;
        let reply = Self {
            status: status_of(&fields),
            fields,
            http_status: answer.status,
            effect,
        };
        if answer.status == 429 {
            return Err(reply.failed(Failure::of_status(429, &reply.message())));
        }
        Ok(reply)
    }

    /// The object's fields.
    pub(crate) const fn fields(&self) -> &Fields {
        &self.fields
    }

    /// `resultStatus`, when there is one.
    pub(crate) const fn status(&self) -> Option<&ResultStatus> {
        self.status.as_ref()
    }

    /// `resultMsg`, shortened; empty when there is none.
    pub(crate) fn message(&self) -> String {
        let text = self.fields.text(&["resultMsg"]).unwrap_or_default();
        text.chars().take(MAX_MESSAGE_CHARS).collect()
    }

    /// Whether the HTTP status says success.
    pub(crate) const fn is_success(&self) -> bool {
        matches!(self.http_status, 200..=299)
    }

    /// Goes on only with one of these statuses and a success of HTTP.
    pub(crate) fn must_be(&self, expected: &[ResultStatus]) -> Result<(), CallError> {
        match &self.status {
            Some(status) if self.is_success() && expected.contains(status) => Ok(()),
            _ => Err(self.declined()),
        }
    }

    /// An answer about another transaction than the one in `asked` is nobody's answer.
    pub(crate) fn must_answer(&self, asked: &[u8]) -> Result<(), CallError> {
        let named = |fields: &Fields| fields.text(&["referenceId"]);
        let asked = std::str::from_utf8(asked)
            .ok()
            .and_then(Fields::of)
            .unwrap_or_default();
        match (named(&asked), named(&self.fields)) {
            (Some(asked), Some(echoed)) if self.is_success() && asked != echoed => {
                Err(self.unreadable("an answer about another reference"))
            }
            _ => Ok(()),
        }
    }

    /// The failure that this reply is, whatever was hoped for.
    pub(crate) fn declined(&self) -> CallError {
        let Some(status) = &self.status else {
            return if self.is_success() {
                self.unreadable("an answer without a result status")
            } else {
                self.failed(failure_of_status(self.http_status, &self.message()))
            };
        };
        let (code, certainty) = meaning_of(status, self.http_status, self.effect);
        self.failed(Failure::new(
            code,
            certainty,
            &format!("{status}: {}", self.message()),
        ))
    }

    /// The answer came and cannot be understood: its effect is unknown.
    pub(crate) fn unreadable(&self, detail: &str) -> CallError {
        self.failed(Failure::unknown(Code::UnreadableAnswer, detail))
    }

    fn failed(&self, failure: Failure) -> CallError {
        CallError {
            failure: Failure {
                http_status: Some(self.http_status),
                ..failure
            },
            said: self.status.clone().map(|status| Said {
                status,
                message: self.message(),
            }),
        }
    }
}

/// The result status of any answer that has one.
pub(crate) fn result_status(answer: &RawAnswer) -> Option<ResultStatus> {
    status_of(&body_fields(answer)?)
}

/// The message of any answer that has one.
pub(crate) fn message_text(answer: &RawAnswer) -> String {
    body_fields(answer)
        .and_then(|fields| fields.text(&["resultMsg", "message"]))
        .unwrap_or_default()
}

fn status_of(fields: &Fields) -> Option<ResultStatus> {
    fields
        .text(&["resultStatus"])
        .map(|text| ResultStatus::from_text(&text))
}

fn body_fields(answer: &RawAnswer) -> Option<Fields> {
    answer.json_text().ok().and_then(Fields::of)
}

/// What an answer without a JSON object means.
fn bodiless(answer: &RawAnswer) -> CallError {
    let read = answer.json_text().map(|_| ());
    let is_web_page = matches!(&read, Err(failure) if failure.code == Code::CaptivePortal);
    if answer.is_success() {
        let unreadable = Failure::unknown(Code::UnreadableAnswer, "the answer is not a JSON object");
        return CallError::from(Failure {
            http_status: Some(answer.status),
            ..read.err().unwrap_or(unreadable)
        });
    }
    let failure = failure_of_status(answer.status, "");
    // A page in front of the gateway refuses for itself; what the gateway did is unknown.
    if is_web_page && matches!(answer.status, 400 | 402..=428) {
        return CallError::from(Failure {
            code: Code::CaptivePortal,
            certainty: Certainty::Unknown,
            ..failure
        });
    }
    CallError::from(failure)
}

fn failure_of_status(status: u16, detail: &str) -> Failure {
    let failure = Failure::of_status(status, detail);
    // 422 is the idempotency page's word for "still running", 409 says that it is there already.
    if matches!(status, 409 | 422) {
        return Failure {
            code: Code::Conflict,
            certainty: Certainty::Unknown,
            ..failure
        };
    }
    failure
}

#[cfg(test)]
mod tests {
    use testkit::ScriptedTransport;

    use super::*;

    fn declined(http_status: u16, body: &str) -> CallError {
        Reply::of(&ScriptedTransport::json(http_status, body), Effect::Opens)
            .and_then(|reply| reply.must_be(&[ResultStatus::Approved]))
            .unwrap_err()
    }

    #[test]
    fn without_an_object_the_http_status_decides() {
        for body in ["", "null", "[]", "not json", "\"APPROVED\""] {
            for (status, code, certainty) in [
                (200, Code::UnreadableAnswer, Certainty::Unknown),
                (400, Code::BadRequest, Certainty::Refused),
                (401, Code::Unauthorized, Certainty::Refused),
                (404, Code::NotFound, Certainty::Refused),
                (409, Code::Conflict, Certainty::Unknown),
                (422, Code::Conflict, Certainty::Unknown),
                (429, Code::RateLimited, Certainty::Refused),
                (500, Code::ServerError, Certainty::Unknown),
                (302, Code::Redirected, Certainty::Unknown),
            ] {
                let error = declined(status, body);
                assert_eq!(
                    (error.failure.code, error.failure.certainty),
                    (code, certainty),
                    "{status} {body}"
                );
                assert_eq!((error.failure.http_status, error.said), (Some(status), None));
            }
        }
    }

    #[test]
    fn an_object_without_a_result_status_is_judged_alike() {
        assert_eq!(declined(200, "{}").failure.code, Code::UnreadableAnswer);
        assert_eq!(
            declined(422, "{\"resultStatus\":null}").failure.code,
            Code::Conflict
        );
        assert_eq!(declined(403, "{}").failure.certainty, Certainty::Refused);
        assert_eq!(
            declined(429, "{\"resultStatus\":\"APPROVED\"}").failure.code,
            Code::RateLimited
        );
    }

    #[test]
    fn a_web_page_in_front_of_the_gateway_refuses_nothing() {
        for status in [200, 403, 404, 422] {
            let failure = declined(status, "<!doctype html><title>Login</title>").failure;
            assert_eq!(
                (failure.code, failure.certainty),
                (Code::CaptivePortal, Certainty::Unknown),
                "{status}"
            );
        }
        assert_eq!(declined(502, "<html>").failure.code, Code::ServerError);
    }

    #[test]
    fn the_gateways_words_are_kept_and_personal_numbers_masked_in_the_detail() {
        let error = declined(
            400,
            r#"{"resultStatus":"PHONE_NUMBER_INVALID","resultMsg":"Số 0912345678 sai"}"#,
        );
        assert_eq!(error.result_status(), Some(&ResultStatus::PhoneNumberInvalid));
        assert_eq!(error.said.unwrap().message, "Số 0912345678 sai");
        assert_eq!(error.failure.detail, "PHONE_NUMBER_INVALID: Số …5678 sai");
    }

    #[test]
    fn an_answer_about_another_reference_is_unreadable() {
        let reply = |body: &str| Reply::of(&ScriptedTransport::json(200, body), Effect::Opens).unwrap();
        let asked = br#"{"referenceId":"A"}"#;
        let error = reply(r#"{"referenceId":"B"}"#).must_answer(asked).unwrap_err();
        assert_eq!(error.failure.certainty, Certainty::Unknown);
        for body in [r#"{"referenceId":"A"}"#, r#"{"referenceId":null}"#, "{}"] {
            assert_eq!(reply(body).must_answer(asked), Ok(()));
        }
        assert_eq!(reply("{\"referenceId\":\"B\"}").must_answer(b"{}"), Ok(()));
    }
}
