//! Why a request is not done, before it becomes an answer.

/// A refusal: the HTTP status and a detail for `message.error`.
#[derive(Debug)]
pub(crate) struct Refusal {
    pub(crate) status: u16,
    pub(crate) detail: String,
    /// For the log only.
    pub(crate) cause: Option<&'static str>,
    /// Value of the `Allow` header.
    pub(crate) allowed: Option<&'static str>,
}

impl Refusal {
    pub(crate) fn new(status: u16, detail: impl Into<String>) -> Self {
        Self {
            status,
            detail: detail.into(),
            cause: None,
            allowed: None,
        }
    }

    /// 400: the body or a parameter cannot be read.
    pub(crate) fn bad(detail: impl Into<String>) -> Self {
        Self::new(400, detail)
    }

    /// 422: readable, but against a rule.
    pub(crate) fn invalid(detail: impl Into<String>) -> Self {
        Self::new(422, detail)
    }

    /// `[G]` The wait is told in the text only.
    pub(crate) fn too_many(retry_after_seconds: i64) -> Self {
        Self::new(
            429,
            format!("Rate limit exceeded. Retry after {retry_after_seconds} seconds."),
        )
    }

    pub(crate) fn because(self, cause: &'static str) -> Self {
        Self {
            cause: Some(cause),
            ..self
        }
    }

    pub(crate) fn allowing(self, methods: &'static str) -> Self {
        Self {
            allowed: Some(methods),
            ..self
        }
    }
}
