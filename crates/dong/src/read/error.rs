//! Why a typed text is not an amount.

use thiserror::Error;

/// Why a typed text is not an amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ReadError {
    /// There is no amount in the text.
    #[error("there is no amount")]
    Empty,
    /// Letters or signs that are no part of an amount.
    #[error("letters or signs that are no part of an amount")]
    Letters,
    /// The amount is negative.
    #[error("the amount is negative")]
    Negative,
    /// The amount has decimals of a dong.
    #[error("the amount has decimals of a dong")]
    Fraction,
    /// The amount is above [`super::LARGEST`].
    #[error("the amount is too large")]
    TooLarge,
    /// The text can be read as different amounts, or its groups are not groups of three.
    #[error("the text can be read as different amounts")]
    Ambiguous,
}

impl ReadError {
    /// A stable name of the reason.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "amount_empty",
            Self::Letters => "amount_letters",
            Self::Negative => "amount_negative",
            Self::Fraction => "amount_fraction",
            Self::TooLarge => "amount_too_large",
            Self::Ambiguous => "amount_ambiguous",
        }
    }
}
