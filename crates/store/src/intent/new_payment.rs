//! What a person decided when a payment was asked for.

use domain::{AccountId, InstalmentCustomer, IntentKind, Method, Plan, UnixMs};
use dong::Dong;

/// What a person decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPayment {
    /// How the customer pays.
    pub way: Way,
    /// The amount asked, above zero.
    pub amount: Dong,
    /// The text sent with it: a transfer's memo, an instalment payment's order text.
    pub description: String,
    /// The exact bytes of the request; they never change again.
    pub body: Vec<u8>,
    /// When it was decided.
    pub at: UnixMs,
}

/// How the customer pays, with what that way needs.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(
    clippy::large_enum_variant,
    reason = "one exists at a time, on its way to the disk"
)]
pub enum Way {
    /// By bank transfer.
    Transfer {
        /// The receiving account.
        account_id: AccountId,
    },
    /// In instalments.
    Instalment {
        /// Who pays.
        customer: InstalmentCustomer,
        /// What is bought, as it is sent.
        goods: String,
        /// The plan that was chosen beforehand.
        plan: Option<Plan>,
    },
}

impl Way {
    /// The kind of intent that asks for it.
    #[must_use]
    pub const fn kind(&self) -> IntentKind {
        match self {
            Self::Transfer { .. } => IntentKind::PaymentCreate,
            Self::Instalment { .. } => IntentKind::InstalmentCreate,
        }
    }

    /// The method it belongs to.
    #[must_use]
    pub const fn method(&self) -> Method {
        match self {
            Self::Transfer { .. } => Method::Transfer,
            Self::Instalment { .. } => Method::Instalment,
        }
    }
}
