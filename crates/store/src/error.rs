//! Why the file could not be read or written, with a stable code for the page.

use domain::{BeneficiaryId, MoveError, PayoutStanding};
use dong::Dong;
use rusqlite::ErrorCode;

type Cause = Box<dyn std::error::Error + Send + Sync>;

/// A failure of the store. After one, nothing of the operation was written.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The disk is full.
    #[error("the disk is full")]
    Full(#[source] Cause),
    /// The file or its folder may not be written.
    #[error("the database cannot be written")]
    ReadOnly(#[source] Cause),
    /// Another program holds the file.
    #[error("the database is held by another program")]
    Locked(#[source] Cause),
    /// The file's content is not what was written.
    #[error("the database is damaged")]
    Damaged(#[source] Cause),
    /// The file was written by a newer version of the app.
    #[error("the database has version {found}, this app knows {known}")]
    Newer {
        /// The file's version.
        found: u32,
        /// The newest version this app knows.
        known: u32,
    },
    /// There is no such row.
    #[error("no such {0}")]
    NotFound(&'static str),
    /// The code is another row's.
    #[error("the code {0:?} is taken")]
    CodeTaken(String),
    /// The account stands in the book under this beneficiary already.
    #[error("the account is another beneficiary's")]
    AccountTaken(BeneficiaryId),
    /// With this payout the day's limit would be exceeded.
    #[error("the day's limit would be exceeded")]
    OverDay {
        /// What the day's payouts come to without it.
        used: Dong,
    },
    /// The payout does not stand where this may be done.
    #[error("a payout that is {} does not allow it", .0.as_str())]
    Standing(PayoutStanding),
    /// The intent's state does not allow the move.
    #[error(transparent)]
    Move(#[from] MoveError),
    /// Anything else.
    #[error("the database failed")]
    Failed(#[source] Cause),
}

impl StoreError {
    /// The stable word the page acts on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Full(_) => "storage_full",
            Self::ReadOnly(_) => "storage_read_only",
            Self::Locked(_) => "storage_locked",
            Self::Damaged(_) => "storage_damaged",
            Self::Newer { .. } => "storage_newer",
            Self::NotFound(_) => "not_found",
            Self::CodeTaken(_) => "code_taken",
            Self::AccountTaken(_) => "account_taken",
            Self::OverDay { .. } => "payout_over_day",
            Self::Standing(_) => "payout_standing",
            Self::Move(_) => "intent_move",
            Self::Failed(_) => "storage_failed",
        }
    }

    pub(crate) fn failed(cause: impl Into<Cause>) -> Self {
        Self::Failed(cause.into())
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::Error as Sql;
        let code = error.sqlite_error_code();
        let is_unreadable = matches!(
            error,
            Sql::FromSqlConversionFailure(..) | Sql::InvalidColumnType(..) | Sql::IntegralValueOutOfRange(..)
        );
        let cause = Box::new(error);
        match code {
            Some(ErrorCode::DiskFull) => Self::Full(cause),
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => Self::ReadOnly(cause),
            Some(
                ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked | ErrorCode::FileLockingProtocolFailed,
            ) => Self::Locked(cause),
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Damaged(cause),
            _ if is_unreadable => Self::Damaged(cause),
            _ => Self::Failed(cause),
        }
    }
}

impl From<std::io::Error> for StoreError {
    fn from(error: std::io::Error) -> Self {
        use std::io::ErrorKind;
        let kind = error.kind();
        let cause = Box::new(error);
        match kind {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::Full(cause),
            ErrorKind::ReadOnlyFilesystem | ErrorKind::PermissionDenied => Self::ReadOnly(cause),
            ErrorKind::ResourceBusy => Self::Locked(cause),
            _ => Self::Failed(cause),
        }
    }
}

impl From<serde_json::Error> for StoreError {
    fn from(error: serde_json::Error) -> Self {
        Self::failed(error)
    }
}
