//! A receipt as plain data: a few facts, one amount, and what is certain about it.

use chrono::NaiveDateTime;

use crate::error::PaperError;
use crate::invoice::Shop;
use crate::words::Language;

/// More facts than one page holds.
const MOST_FACTS: usize = 30;

/// A receipt. Every text is the caller's; nothing is counted or put in words here.
#[derive(Clone, PartialEq, Eq)]
pub struct Receipt {
    /// The language of what the paper itself says.
    pub language: Language,
    /// Whose receipt it is.
    pub shop: Shop,
    /// What it is called.
    pub title: String,
    /// The amount as it is written.
    pub amount: String,
    /// The same in words.
    pub amount_in_words: String,
    /// What is certain about the money; stands in a frame below the amount.
    pub standing: String,
    /// Everything else, in order; at most thirty.
    pub facts: Vec<Fact>,
    /// A closing sentence; may be empty.
    pub footer: String,
    /// When it was printed, in the shop's time.
    pub printed: Option<NaiveDateTime>,
    /// Whether it is of practice mode: the paper says so all over.
    pub is_practice: bool,
}

/// One line of a receipt.
#[derive(Clone, PartialEq, Eq)]
pub struct Fact {
    /// What it is.
    pub label: String,
    /// What it says.
    pub value: String,
    /// Whether people compare it sign by sign: digits of equal width, never cut.
    pub is_compared: bool,
}

impl Receipt {
    pub(crate) fn check(&self) -> Result<(), PaperError> {
        if self.facts.len() > MOST_FACTS {
            return Err(PaperError::TooManyLines);
        }
        Ok(())
    }
}

impl std::fmt::Debug for Receipt {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Receipt").finish_non_exhaustive()
    }
}

impl std::fmt::Debug for Fact {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Fact").finish_non_exhaustive()
    }
}
