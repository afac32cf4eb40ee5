//! Why a request is not done, before it becomes an answer.

/// A refusal in the gateway's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Refusal {
    /// `resultStatus`.
    pub(crate) result: String,
    /// The field that was wrong.
    pub(crate) field: Option<String>,
    /// An HTTP status other than the result's own.
    pub(crate) status: Option<u16>,
    /// For the log only.
    pub(crate) cause: Option<&'static str>,
}

impl Refusal {
    pub(crate) fn new(result: impl Into<String>) -> Self {
        Self {
            result: result.into(),
            field: None,
            status: None,
            cause: None,
        }
    }

    /// `INVALID_REQUEST` about one field, header or the body.
    pub(crate) fn field(name: impl Into<String>) -> Self {
        Self {
            field: Some(name.into()),
            ..Self::new("INVALID_REQUEST")
        }
    }

    pub(crate) fn with_status(self, status: u16) -> Self {
        Self {
            status: Some(status),
            ..self
        }
    }

    pub(crate) fn because(self, cause: &'static str) -> Self {
        Self {
            cause: Some(cause),
            ..self
        }
    }
}
