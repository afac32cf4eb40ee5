//! The six paths (contract §1.1).

use crate::faults::InstalmentCall;

/// What a path is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Route {
    Initiate,
    Status,
    Refund,
    Cancel,
    ConfirmStore,
    Packages,
}

impl Route {
    pub(crate) fn of(path: &str) -> Option<Self> {
        match path {
            "/v2/payments" => Some(Self::Initiate),
            "/v2/payments/status" => Some(Self::Status),
            "/v2/payments/refund" => Some(Self::Refund),
            "/v2/payments/cancel" => Some(Self::Cancel),
            "/v2/payments/confirm-store" => Some(Self::ConfirmStore),
            "/v2/installments/packages" => Some(Self::Packages),
            _ => None,
        }
    }

    /// Whether it leaves everything as it is.
    pub(crate) const fn is_read(self) -> bool {
        matches!(self, Self::Status | Self::Packages)
    }

    /// The same in the vocabulary of faults.
    pub(crate) const fn call(self) -> InstalmentCall {
        match self {
            Self::Initiate => InstalmentCall::Create,
            Self::Status => InstalmentCall::Status,
            Self::Refund => InstalmentCall::Refund,
            Self::Cancel => InstalmentCall::Cancel,
            Self::ConfirmStore => InstalmentCall::ConfirmStore,
            Self::Packages => InstalmentCall::Packages,
        }
    }
}
