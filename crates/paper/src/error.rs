//! Why something is not printed.

use thiserror::Error;

/// A field that is never cut short, because half of it would send money astray.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// The document's number.
    Number,
    /// The account the money goes to.
    AccountNumber,
    /// The text of the transfer.
    Memo,
}

/// Why something is not printed.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PaperError {
    /// More lines than [`crate::MOST_LINES`].
    #[error("too many lines")]
    TooManyLines,
    /// More tax rates than [`crate::MOST_TAXES`].
    #[error("too many tax rates")]
    TooManyTaxes,
    /// A field that must be whole does not fit.
    #[error("{0:?} is too long to be printed whole")]
    TooLong(Field),
    /// The modules are not those of a QR code.
    #[error("the modules are not a QR code")]
    Qr,
    /// The document has no such page.
    #[error("there is no page {0}")]
    NoSuchPage(usize),
    /// The picture would be unreadably small or larger than memory should hold.
    #[error("the picture cannot be made at this resolution")]
    Resolution,
    /// Only till slips are written as dots of a print head.
    #[error("this paper is not for a thermal printer")]
    NotASlip,
    /// The built-in typefaces cannot be read.
    #[error("the typefaces cannot be read")]
    Typeface,
    /// The file cannot be put together.
    #[error("the file cannot be written: {0}")]
    Writing(String),
}

impl PaperError {
    /// A stable name of the reason.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::TooManyLines => "paper_too_many_lines",
            Self::TooManyTaxes => "paper_too_many_taxes",
            Self::TooLong(_) => "paper_too_long",
            Self::Qr => "paper_qr",
            Self::NoSuchPage(_) => "paper_no_such_page",
            Self::Resolution => "paper_resolution",
            Self::NotASlip => "paper_not_a_slip",
            Self::Typeface => "paper_typeface",
            Self::Writing(_) => "paper_writing",
        }
    }
}
