//! Why an operation failed, and how the page is told.

use contract::{Certainty, ErrorBody, ErrorCode};
use gateway::{Code, Failure};
use store::StoreError;
use vault::VaultError;

/// A failed operation.
#[derive(Debug, thiserror::Error)]
pub enum TillError {
    /// The gateway or the way to it.
    #[error(transparent)]
    Gateway(#[from] Failure),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The keyring.
    #[error(transparent)]
    Vault(#[from] VaultError),
    /// A rule of the counter.
    #[error("refused: {}", .0.code.as_str())]
    Refused(ErrorBody),
}

impl TillError {
    /// A refusal without further values.
    #[must_use]
    pub const fn refused(code: ErrorCode) -> Self {
        Self::Refused(ErrorBody::of(code))
    }
}

impl From<ErrorCode> for TillError {
    fn from(code: ErrorCode) -> Self {
        Self::refused(code)
    }
}

impl From<TillError> for ErrorBody {
    fn from(error: TillError) -> Self {
        tracing::info!(%error, "an operation failed");
        match error {
            TillError::Gateway(failure) => failure_body(&failure),
            TillError::Store(error) => Self::of(storage_code(&error)),
            TillError::Vault(error) => Self::of(keyring_code(&error)),
            TillError::Refused(body) => body,
        }
    }
}

/// The body for a gateway's failure.
pub(crate) fn failure_body(failure: &Failure) -> ErrorBody {
    let mut body = ErrorBody::of(gateway_code(failure.code));
    body.certainty = Some(match failure.certainty {
        gateway::Certainty::NotSent => Certainty::NotSent,
        gateway::Certainty::Refused => Certainty::Refused,
        gateway::Certainty::Unknown => Certainty::Unknown,
    });
    body.request_id.clone_from(&failure.request_id);
    if let Some(status) = failure.http_status {
        body = body.with("status", status);
    }
    if let Some(wait) = failure.retry_after {
        body = body.with("seconds", wait.as_secs());
    }
    body
}

/// The page's code for a gateway's.
pub(crate) const fn gateway_code(code: Code) -> ErrorCode {
    match code {
        Code::NoNetwork | Code::Unreachable => ErrorCode::NoNetwork,
        Code::Dns => ErrorCode::DnsFailed,
        Code::Tls => ErrorCode::TlsFailed,
        Code::Timeout => ErrorCode::Timeout,
        Code::ConnectionLost => ErrorCode::ConnectionLost,
        Code::CaptivePortal | Code::Redirected => ErrorCode::CaptivePortal,
        Code::UnreadableAnswer => ErrorCode::UnreadableAnswer,
        Code::AnswerTooLarge => ErrorCode::AnswerTooLarge,
        Code::Unauthorized => ErrorCode::Unauthorized,
        Code::ClockSkew => ErrorCode::ClockWrong,
        Code::ForbiddenIp => ErrorCode::Forbidden,
        Code::NotFound => ErrorCode::NotFound,
        Code::Conflict => ErrorCode::Conflict,
        Code::Validation | Code::BadRequest | Code::BadId => ErrorCode::RefusedContent,
        Code::RateLimited => ErrorCode::RateLimited,
        Code::ServerError => ErrorCode::GatewayFailed,
        Code::BadBaseUrl => ErrorCode::BaseUrlRefused,
        Code::BadCredentials => ErrorCode::CredentialsMalformed,
    }
}

/// The page's code for a store's error.
pub(crate) fn storage_code(error: &StoreError) -> ErrorCode {
    ErrorCode::from_stored(error.code()).unwrap_or(ErrorCode::StorageFailed)
}

/// The page's code for a keyring's error.
pub(crate) fn keyring_code(error: &VaultError) -> ErrorCode {
    ErrorCode::from_stored(error.code()).unwrap_or(ErrorCode::KeyringRefused)
}
