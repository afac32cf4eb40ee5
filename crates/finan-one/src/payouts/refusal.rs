//! A failed call with a code, and what the gateway tells about the code beside it. No page shows this answer:
//! the hint is read from fields only, since a text is never an interface.

use gateway::{Failure, RawAnswer};

use super::payout::{read_otp_status, read_remaining_try};
use super::status::OtpStatus;
use crate::error::InvalidField;
use crate::wire::Fields;

/// What is wrong with a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CodeCause {
    /// It is another one; there may be tries left.
    Wrong,
    /// It is too old.
    Expired,
    /// No try is left.
    NoTriesLeft,
}

/// What the gateway tells about a code that was not taken; empty when it tells nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CodeHint {
    /// What is wrong with it.
    pub cause: Option<CodeCause>,
    /// Tries left.
    pub remaining_try: Option<u32>,
}

/// A failed call with a code. The gateway's text is the failure's detail; the code is nowhere in it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{failure}")]
pub struct CodeFailure {
    /// Why, and what is certain.
    pub failure: Failure,
    /// What the gateway tells about the code.
    pub hint: CodeHint,
}

impl CodeHint {
    pub(super) fn of(otp_status: Option<OtpStatus>, remaining_try: Option<u32>) -> Self {
        let cause = match (otp_status, remaining_try) {
            (Some(OtpStatus::Expired), _) => Some(CodeCause::Expired),
            (None | Some(OtpStatus::Failed), Some(0)) => Some(CodeCause::NoTriesLeft),
            (None | Some(OtpStatus::Failed), Some(_)) | (Some(OtpStatus::Failed), None) => {
                Some(CodeCause::Wrong)
            }
            _ => None,
        };
        Self { cause, remaining_try }
    }

    /// From `data` of a refusal, or from beside it.
    fn read(answer: &RawAnswer) -> Self {
        let Some(body) = answer.json_text().ok().and_then(Fields::of) else {
            return Self::default();
        };
        let data = body.object(&["data"]).unwrap_or_default();
        Self::of(
            read_otp_status(&data).or_else(|| read_otp_status(&body)),
            read_remaining_try(&data).or_else(|| read_remaining_try(&body)),
        )
    }
}

impl CodeFailure {
    /// No answer came.
    pub(super) fn unanswered(failure: Failure) -> Self {
        Self {
            failure,
            hint: CodeHint::default(),
        }
    }

    /// The answer says no, or cannot be understood.
    pub(super) fn answered(failure: Failure, answer: &RawAnswer) -> Self {
        let is_about_the_code = matches!(answer.status, 400 | 404 | 409 | 410 | 422);
        Self {
            failure,
            hint: if is_about_the_code {
                CodeHint::read(answer)
            } else {
                CodeHint::default()
            },
        }
    }
}

impl From<Failure> for CodeFailure {
    fn from(failure: Failure) -> Self {
        Self::unanswered(failure)
    }
}

impl From<InvalidField> for CodeFailure {
    fn from(invalid: InvalidField) -> Self {
        Self::unanswered(invalid.into())
    }
}

#[cfg(test)]
mod tests {
    use testkit::ScriptedTransport;

    use super::*;

    fn hint(status: u16, body: &str) -> CodeHint {
        let answer = ScriptedTransport::json(status, body);
        CodeFailure::answered(Failure::of_status(status, ""), &answer).hint
    }

    #[test]
    fn fields_tell_what_is_wrong_with_a_code() {
        for (body, cause, remaining_try) in [
            (r#"{"data":{"remaining_try":2}}"#, Some(CodeCause::Wrong), Some(2)),
            (
                r#"{"remaining_try":"0","data":null}"#,
                Some(CodeCause::NoTriesLeft),
                Some(0),
            ),
            (
                r#"{"data":{"otp_status":"Expired","remaining_try":3}}"#,
                Some(CodeCause::Expired),
                Some(3),
            ),
            (
                r#"{"data":[{"otp_status":"failed"}],"otp_status":"failed"}"#,
                Some(CodeCause::Wrong),
                None,
            ),
            (r#"{"data":{"otp_status":"success"}}"#, None, None),
            (r#"{"message":{"error":"OTP expired"}}"#, None, None),
            ("<html>", None, None),
        ] {
            let expected = CodeHint { cause, remaining_try };
            assert_eq!(hint(422, body), expected, "{body}");
        }
    }

    #[test]
    fn other_refusals_say_nothing_about_the_code() {
        for status in [401, 403, 429, 500] {
            assert_eq!(
                hint(status, r#"{"data":{"remaining_try":0}}"#),
                CodeHint::default(),
                "{status}"
            );
        }
    }
}
