//! The wrapper around every answer (integration guide, "Response Format" and "HTTP Status Codes"). The
//! HTTP status decides; the inner code is only looked at when the status says success. Pure.

use gateway::{Certainty, Code, Failure, RawAnswer};

use crate::assumptions::ERROR_CODE_FAMILIES;
use crate::wire::Fields;

/// Longest request id that is kept.
const MAX_REQUEST_ID_CHARS: usize = 64;

/// A successful answer, unwrapped.
#[derive(Debug)]
pub(crate) struct Envelope {
    fields: Fields,
    http_status: u16,
    request_id: Option<String>,
}

impl Envelope {
    /// Unwraps `answer`, or says what its status, its code or its shape means.
    pub(crate) fn read(answer: &RawAnswer) -> Result<Self, Failure> {
        if !answer.is_success() {
            return Err(refusal(answer));
        }
        let json = answer.json_text()?;
        let fields = Fields::of(json).ok_or_else(|| Failure {
            http_status: Some(answer.status),
            ..Failure::unknown(Code::UnreadableAnswer, "the answer is not a JSON object")
        })?;
        let envelope = Self {
            http_status: answer.status,
            request_id: request_id(&fields),
            fields,
        };
        match envelope.fields.integer(&["code"]) {
            Some(code) if ERROR_CODE_FAMILIES.contains(&code.div_euclid(1_000)) => {
                Err(envelope.unreadable(&format!("success status with code {code}")))
            }
            _ => Ok(envelope),
        }
    }

    /// HTTP status.
    pub(crate) const fn http_status(&self) -> u16 {
        self.http_status
    }

    /// The gateway's id of the request.
    pub(crate) fn request_id(&self) -> Option<String> {
        self.request_id.clone()
    }

    /// The payload's JSON text.
    pub(crate) fn data(&self) -> Option<&str> {
        self.fields.raw(&["data"])
    }

    /// The payload as one object; a list of one is taken as its element.
    pub(crate) fn object(&self) -> Result<Fields, Failure> {
        let single = || {
            serde_json::from_str::<[Fields; 1]>(self.data()?)
                .ok()
                .map(|[only]| only)
        };
        self.fields
            .object(&["data"])
            .or_else(single)
            .ok_or_else(|| self.unreadable("no object in data"))
    }

    /// What the list says about its pages.
    pub(crate) fn meta(&self) -> Fields {
        self.fields.object(&["meta"]).unwrap_or_default()
    }

    /// The answer came and cannot be understood: its effect is unknown.
    pub(crate) fn unreadable(&self, detail: &str) -> Failure {
        Failure {
            http_status: Some(self.http_status),
            request_id: self.request_id.clone(),
            ..Failure::unknown(Code::UnreadableAnswer, detail)
        }
    }
}

/// The message of an error body, empty when there is none.
pub(crate) fn message_text(answer: &RawAnswer) -> String {
    body_fields(answer)
        .map(|fields| message(&fields))
        .unwrap_or_default()
}

fn refusal(answer: &RawAnswer) -> Failure {
    let fields = body_fields(answer).unwrap_or_default();
    let failure = Failure::of_status(answer.status, &message(&fields));
    let is_web_page = answer
        .json_text()
        .is_err_and(|failure| failure.code == Code::CaptivePortal);
    // A page in front of the gateway refuses for itself; what the gateway did is unknown.
    let is_foreign = is_web_page && matches!(answer.status, 400 | 402..=428);
    let failure = if is_foreign {
        Failure {
            code: Code::CaptivePortal,
            certainty: Certainty::Unknown,
            ..failure
        }
    } else {
        failure
    };
    Failure {
        request_id: request_id(&fields),
        ..failure
    }
}

fn body_fields(answer: &RawAnswer) -> Option<Fields> {
    answer.json_text().ok().and_then(Fields::of)
}

/// `message.error` is the more precise one and seen with a 429 only.
fn message(fields: &Fields) -> String {
    fields
        .object(&["message"])
        .and_then(|message| message.text(&["error"]).or_else(|| message.text(&["content"])))
        .or_else(|| fields.text(&["message"]))
        .unwrap_or_default()
}

fn request_id(fields: &Fields) -> Option<String> {
    let text = fields.text(&["request_id"])?;
    let is_kept = |character: &char| character.is_ascii_alphanumeric() || "-_.:".contains(*character);
    let id: String = text.chars().filter(is_kept).take(MAX_REQUEST_ID_CHARS).collect();
    (!id.is_empty()).then_some(id)
}

#[cfg(test)]
mod tests {
    use testkit::ScriptedTransport;

    use super::*;

    fn failure(status: u16, body: &str) -> Failure {
        Envelope::read(&ScriptedTransport::json(status, body)).unwrap_err()
    }

    #[test]
    fn any_2xx_with_any_success_code_is_read() {
        for status in [200, 201, 202] {
            for code in ["102000", "102001", "102999", "\"102000\"", "null"] {
                let body = format!("{{\"code\":{code},\"request_id\":\"r-1\",\"data\":{{\"a\":1}}}}");
                let envelope = Envelope::read(&ScriptedTransport::json(status, &body)).unwrap();
                assert_eq!(envelope.object().unwrap().integer(&["a"]), Some(1));
                assert_eq!(
                    (envelope.http_status(), envelope.request_id().as_deref()),
                    (status, Some("r-1"))
                );
            }
        }
    }

    #[test]
    fn the_published_errors_keep_their_request_id_and_most_precise_text() {
        let limited = failure(429, include_str!("../fixtures/error_429.json"));
        assert_eq!(
            (limited.code, limited.request_id.as_deref()),
            (Code::RateLimited, Some("abc123"))
        );
        assert_eq!(limited.detail, "Rate limit exceeded. Retry after 30 seconds.");
        let bad = failure(400, include_str!("../fixtures/error_400.json"));
        assert_eq!((bad.code, bad.detail.as_str()), (Code::BadRequest, "Bad Request"));
    }

    #[test]
    fn the_status_decides_whatever_the_body_says() {
        for body in [
            "",
            "null",
            "[]",
            "not json",
            "{\"code\":102000,\"data\":{}}",
            "{\"message\":\"flat\"}",
        ] {
            let failure = failure(422, body);
            assert_eq!(
                (failure.code, failure.certainty),
                (Code::Validation, Certainty::Refused),
                "{body}"
            );
        }
    }

    #[test]
    fn a_success_that_cannot_be_read_is_unknown() {
        for body in [
            "",
            "[]",
            "not json",
            "{\"code\":104000,\"data\":{}}",
            "{\"data\":1",
        ] {
            let failure = failure(200, body);
            assert_eq!(
                (failure.code, failure.certainty),
                (Code::UnreadableAnswer, Certainty::Unknown),
                "{body}"
            );
        }
    }

    #[test]
    fn a_web_page_in_front_of_the_gateway_refuses_nothing() {
        for status in [200, 403, 404] {
            let failure = failure(status, "<!doctype html><title>Login</title>");
            assert_eq!(
                (failure.code, failure.certainty),
                (Code::CaptivePortal, Certainty::Unknown),
                "{status}"
            );
        }
        assert_eq!(failure(502, "<html>").code, Code::ServerError);
        assert_eq!(failure(429, "<html>").code, Code::RateLimited);
    }

    #[test]
    fn data_may_be_missing_null_or_a_list_of_one() {
        let read = |body: &str| Envelope::read(&ScriptedTransport::json(200, body)).unwrap();
        assert!(read("{}").object().is_err());
        assert!(read("{\"data\":null}").object().is_err());
        assert!(read("{\"data\":[{},{}]}").object().is_err());
        assert_eq!(
            read("{\"data\":[{\"a\":2}]}").object().unwrap().integer(&["a"]),
            Some(2)
        );
    }

    #[test]
    fn a_request_id_is_short_and_harmless() {
        let body = format!("{{\"request_id\":\"<b>{}\"}}", "x".repeat(500));
        let request_id = failure(500, &body).request_id.unwrap();
        assert!(request_id.starts_with("bx") && request_id.len() == 64);
    }
}
