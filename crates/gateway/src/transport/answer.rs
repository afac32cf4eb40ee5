//! An answer as it came, and the checks that any JSON answer must pass before it is read.

use std::fmt;

use crate::failure::{Code, Failure};

/// Most bytes read of an answer's body.
pub const MAX_BODY_BYTES: usize = 2 * 1024 * 1024;
/// Deepest nesting of objects and arrays that is read.
pub const MAX_JSON_DEPTH: usize = 64;

/// One answer, whatever its status. `Debug` does not show the body.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct RawAnswer {
    /// HTTP status.
    pub status: u16,
    /// `Date` header.
    pub date: Option<String>,
    /// `Retry-After` header.
    pub retry_after: Option<String>,
    /// `Content-Type` header.
    pub content_type: Option<String>,
    /// Body, at most [`MAX_BODY_BYTES`].
    pub body: Vec<u8>,
}

impl RawAnswer {
    /// Whether the status says success.
    #[must_use]
    pub const fn is_success(&self) -> bool {
        matches!(self.status, 200..=299)
    }

    /// The body as JSON text that is safe to parse.
    ///
    /// # Errors
    /// `captive_portal` for a web page, `answer_too_large` for too deep nesting, `unreadable_answer` for
    /// bytes that are no text. All unknown: the request has been answered by somebody.
    pub fn json_text(&self) -> Result<&str, Failure> {
        let failed = |code, detail| Failure {
            http_status: Some(self.status),
            ..Failure::unknown(code, detail)
        };
        let text = std::str::from_utf8(&self.body)
            .map_err(|_| failed(Code::UnreadableAnswer, "the answer is not UTF-8"))?
            .trim_start_matches('\u{FEFF}');
        if self.is_html() || text.trim_start().starts_with('<') {
            return Err(failed(Code::CaptivePortal, "a web page instead of an answer"));
        }
        if json_depth(text.as_bytes()) > MAX_JSON_DEPTH {
            return Err(failed(Code::AnswerTooLarge, "the answer is nested too deep"));
        }
        Ok(text)
    }

    fn is_html(&self) -> bool {
        self.content_type
            .as_deref()
            .is_some_and(|kind| kind.to_ascii_lowercase().contains("html"))
    }
}

impl fmt::Debug for RawAnswer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("RawAnswer")
            .field("status", &self.status)
            .field("date", &self.date)
            .field("retry_after", &self.retry_after)
            .field("content_type", &self.content_type)
            .field("body_bytes", &self.body.len())
            .finish()
    }
}

/// The deepest nesting of brackets outside strings; need not be valid JSON.
fn json_depth(json: &[u8]) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0_usize);
    let (mut in_string, mut is_escaped) = (false, false);
    for byte in json {
        if in_string {
            in_string = is_escaped || *byte != b'"';
            is_escaped = !is_escaped && *byte == b'\\';
            continue;
        }
        match byte {
            b'"' => in_string = true,
            b'{' | b'[' => {
                depth = depth.saturating_add(1);
                deepest = deepest.max(depth);
            }
            b'}' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(content_type: &str, body: &str) -> RawAnswer {
        RawAnswer {
            status: 200,
            content_type: Some(content_type.to_owned()),
            body: body.as_bytes().to_vec(),
            ..RawAnswer::default()
        }
    }

    #[test]
    fn a_web_page_is_never_data() {
        for page in [
            answer("text/html; charset=utf-8", "{}"),
            answer("application/json", "\n <!DOCTYPE html>"),
            answer("", "\u{FEFF}<html>"),
        ] {
            let failure = page.json_text().unwrap_err();
            assert_eq!(
                (failure.code, failure.http_status),
                (Code::CaptivePortal, Some(200))
            );
        }
    }

    #[test]
    fn depth_counts_brackets_outside_strings() {
        assert_eq!(json_depth(br#"{"a":[1,{"b":"]}[[[\"[[["}]}"#), 3);
        assert_eq!(json_depth(br#""\\" [[]]"#), 2);
    }

    #[test]
    fn nesting_is_bounded_at_64() {
        let nested = |depth: usize| {
            answer(
                "application/json",
                &format!("{}{}", "[".repeat(depth), "]".repeat(depth)),
            )
        };
        assert!(nested(64).json_text().is_ok());
        assert_eq!(nested(65).json_text().unwrap_err().code, Code::AnswerTooLarge);
    }

    #[test]
    fn bytes_that_are_no_text_are_unreadable() {
        let broken = RawAnswer {
            status: 200,
            body: vec![0xFF, 0xFE],
            ..RawAnswer::default()
        };
        assert_eq!(broken.json_text().unwrap_err().code, Code::UnreadableAnswer);
    }
}
