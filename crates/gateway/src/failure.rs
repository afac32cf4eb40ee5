//! What went wrong with a call, and what that means for the money: was it not sent, was it refused,
//! or is it unknown. An unknown leads to a look-up, never to a blind repeat. No text for people here:
//! the page turns a code into a message.

use std::fmt;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::redact::short_detail;

/// What is certain about the effect of a failed call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// Nothing left this machine: no effect.
    NotSent,
    /// The gateway answered that it will not: no effect.
    Refused,
    /// The request may have had its effect.
    Unknown,
}

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $variant:ident = $text:literal,)+) => {
        /// Why a call failed: a closed list with stable texts.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        pub enum Code {
            $($(#[doc = $doc])+ #[serde(rename = $text)] $variant,)+
        }

        impl Code {
            /// Every code.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The stable text of the code, as stored and as sent to the page.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $text,)+
                }
            }
        }
    };
}

codes! {
    /// This machine has no way to the internet.
    NoNetwork = "no_network",
    /// The gateway's name could not be resolved.
    Dns = "dns",
    /// The gateway's machine refused the connection.
    Unreachable = "unreachable",
    /// The gateway's identity could not be proved.
    Tls = "tls",
    /// No answer in time.
    Timeout = "timeout",
    /// The connection broke after the request may have left.
    ConnectionLost = "connection_lost",
    /// A web page came instead of an answer, as from a hotspot that wants a login.
    CaptivePortal = "captive_portal",
    /// The answer pointed to another address, which is never followed.
    Redirected = "redirected",
    /// The answer is not what the contract describes.
    UnreadableAnswer = "unreadable_answer",
    /// The answer is larger or deeper than is read.
    AnswerTooLarge = "answer_too_large",
    /// 401 although the clock is right: wrong client id or secret.
    Unauthorized = "unauthorized",
    /// 401 and the signed time was not the gateway's time.
    ClockSkew = "clock_skew",
    /// 403: the address of this machine is not on the gateway's list.
    ForbiddenIp = "forbidden_ip",
    /// 404.
    NotFound = "not_found",
    /// 409: it exists already.
    Conflict = "conflict",
    /// 422: understood and not accepted.
    Validation = "validation",
    /// 400 and other refusals of the request as such.
    BadRequest = "bad_request",
    /// 429: too many requests.
    RateLimited = "rate_limited",
    /// 5xx.
    ServerError = "server_error",
    /// The base URL is not one that requests may be sent to.
    BadBaseUrl = "bad_base_url",
    /// An id has characters that may not enter a path.
    BadId = "bad_id",
    /// The client id or the secret cannot be sent as they are.
    BadCredentials = "bad_credentials",
}

impl Code {
    /// The code with this stable text, as read back from a store.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.as_str() == text)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

/// A failed call.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{code}: {detail}")]
pub struct Failure {
    /// Why.
    pub code: Code,
    /// What is certain about the effect.
    pub certainty: Certainty,
    /// Short redacted technical text, for logs and support.
    pub detail: String,
    /// HTTP status, when an answer came.
    pub http_status: Option<u16>,
    /// The gateway's id of the request, when an answer came.
    pub request_id: Option<String>,
    /// How long the gateway asked to wait.
    pub retry_after: Option<Duration>,
}

impl Failure {
    /// A failure without an answer; `detail` is shortened and redacted.
    #[must_use]
    pub fn new(code: Code, certainty: Certainty, detail: &str) -> Self {
        Self {
            code,
            certainty,
            detail: short_detail(detail),
            http_status: None,
            request_id: None,
            retry_after: None,
        }
    }

    /// A failure before anything left this machine.
    #[must_use]
    pub fn not_sent(code: Code, detail: &str) -> Self {
        Self::new(code, Certainty::NotSent, detail)
    }

    /// A failure after which the effect is unknown.
    #[must_use]
    pub fn unknown(code: Code, detail: &str) -> Self {
        Self::new(code, Certainty::Unknown, detail)
    }

    /// The failure that an HTTP status other than 2xx stands for.
    #[must_use]
    pub fn of_status(status: u16, detail: &str) -> Self {
        let (code, certainty) = meaning_of(status);
        Self {
            http_status: Some(status),
            ..Self::new(code, certainty, detail)
        }
    }

    /// The stable text of the code.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.code.as_str()
    }
}

fn meaning_of(status: u16) -> (Code, Certainty) {
    match status {
        300..=399 => (Code::Redirected, Certainty::Unknown),
        401 => (Code::Unauthorized, Certainty::Refused),
        403 => (Code::ForbiddenIp, Certainty::Refused),
        404 => (Code::NotFound, Certainty::Refused),
        408 => (Code::Timeout, Certainty::Unknown),
        409 => (Code::Conflict, Certainty::Refused),
        422 => (Code::Validation, Certainty::Refused),
        429 => (Code::RateLimited, Certainty::Refused),
        400..=499 => (Code::BadRequest, Certainty::Refused),
        500..=599 => (Code::ServerError, Certainty::Unknown),
        _ => (Code::UnreadableAnswer, Certainty::Unknown),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn codes_are_distinct_snake_case_and_read_back() {
        let texts: HashSet<_> = Code::ALL.iter().map(|code| code.as_str()).collect();
        assert_eq!(texts.len(), Code::ALL.len());
        for code in Code::ALL {
            assert!(
                code.as_str()
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte == b'_')
            );
            assert_eq!(Code::from_text(code.as_str()), Some(*code));
            assert_eq!(serde_json::to_string(code).unwrap(), format!("\"{code}\""));
        }
        assert_eq!(Code::from_text("no_such_code"), None);
    }

    #[test]
    fn every_status_of_the_contract_has_its_meaning() {
        let expected = [
            (400, Code::BadRequest, Certainty::Refused),
            (401, Code::Unauthorized, Certainty::Refused),
            (403, Code::ForbiddenIp, Certainty::Refused),
            (404, Code::NotFound, Certainty::Refused),
            (409, Code::Conflict, Certainty::Refused),
            (422, Code::Validation, Certainty::Refused),
            (429, Code::RateLimited, Certainty::Refused),
            (500, Code::ServerError, Certainty::Unknown),
            (503, Code::ServerError, Certainty::Unknown),
            (302, Code::Redirected, Certainty::Unknown),
            (418, Code::BadRequest, Certainty::Refused),
            (100, Code::UnreadableAnswer, Certainty::Unknown),
        ];
        for (status, code, certainty) in expected {
            let failure = Failure::of_status(status, "");
            assert_eq!((failure.code, failure.certainty), (code, certainty), "{status}");
            assert_eq!(failure.http_status, Some(status));
        }
    }

    #[test]
    fn only_server_errors_and_lost_answers_are_unknown_among_refusals() {
        for status in 400..=499 {
            let is_unknown = Failure::of_status(status, "").certainty == Certainty::Unknown;
            assert_eq!(is_unknown, status == 408, "{status}");
        }
    }
}
