//! Why a code must not be shown to a customer.

use dong::Dong;
use thiserror::Error;

use crate::error::QrError;

/// Why the guard refuses a code.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Refusal {
    /// An image address instead of a text: it cannot be checked; offer the payment link.
    #[error("an address instead of a QR text: it cannot be checked")]
    ImageAddress,
    /// The text is not a VietQR bank-transfer code.
    #[error(transparent)]
    Unreadable(#[from] QrError),
    /// The code asks for another amount, or for one where none was asked.
    #[error("the code asks for {found}, not for what was asked")]
    AmountDiffers {
        /// What was asked, in dong; none when the payer types it.
        asked: Option<Dong>,
        /// What the code says, in dong.
        found: Dong,
    },
    /// An amount was asked and the code has none.
    #[error("the code has no amount")]
    AmountMissing,
    /// The code adds a tip or fee (55 to 57) to the amount.
    #[error("the code adds a tip or a fee")]
    TipOrFee,
}

impl Refusal {
    /// A stable name of the reason; an unreadable code keeps the name of its own reason.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::ImageAddress => "image_address",
            Self::Unreadable(error) => error.code(),
            Self::AmountDiffers { .. } => "amount_differs",
            Self::AmountMissing => "amount_missing",
            Self::TipOrFee => "tip_or_fee",
        }
    }
}

/// Whether `text` is an address (a link, or a picture inside a `data:` address) rather than a payment code.
pub(super) fn is_address(text: &str) -> bool {
    let start: String = text
        .trim_start()
        .chars()
        .take(8)
        .flat_map(char::to_lowercase)
        .collect();
    ["http://", "https://", "data:", "//", "blob:", "file:"]
        .iter()
        .any(|scheme| start.starts_with(scheme))
}
