//! Why a command of this tool stopped.

use std::io;
use std::path::{Path, PathBuf};

/// A reason, told to the person at the terminal.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// The program is not there or may not be run.
    #[error("could not start `{program}`: {source}")]
    NotStarted { program: String, source: io::Error },
    /// The program ran and told of a failure.
    #[error("`{command}` failed ({status})")]
    Ended { command: String, status: String },
    /// A file could not be read or written.
    #[error("{}: {source}", path.display())]
    File { path: PathBuf, source: io::Error },
    /// Another tool's output has another shape.
    #[error("unreadable {what}: {source}")]
    Unreadable {
        what: &'static str,
        source: serde_json::Error,
    },
    /// Anything that a sentence says best.
    #[error("{0}")]
    Said(String),
}

impl Failure {
    pub(crate) fn said(sentence: impl Into<String>) -> Self {
        Self::Said(sentence.into())
    }

    pub(crate) fn usage(text: &str) -> Self {
        Self::Said(text.to_owned())
    }

    /// For `map_err` beside a file operation.
    pub(crate) fn file(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |source| Self::File { path, source }
    }
}
