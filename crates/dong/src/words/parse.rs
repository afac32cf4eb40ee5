//! Vietnamese number words back to an amount, with or without diacritics, all styles, also mixed.
//! Only what we would say ourselves is accepted: `một triệu hai` means 1.200.000 to some, so it is refused.

use thiserror::Error;

use super::{WordStyle, words};
use crate::Dong;
use crate::fold::fold;

/// Beyond any amount; keeps the sums far from the end of `i128`.
const LARGEST: i128 = 1 << 64;

/// Why words are not an amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum WordsError {
    /// There are no words.
    #[error("there are no words")]
    Empty,
    /// A word that no number has.
    #[error("a word that no number has")]
    UnknownWord,
    /// Number words in an order that does not make one clear amount.
    #[error("the words do not make one clear amount")]
    Unclear,
}

impl WordsError {
    /// A stable name of the reason.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "words_empty",
            Self::UnknownWord => "words_unknown_word",
            Self::Unclear => "words_unclear",
        }
    }
}

/// Reads an amount in Vietnamese words; `đồng` and `chẵn` at the end are understood.
///
/// # Errors
/// [`WordsError`] when the words are not exactly one amount.
pub fn parse(text: &str) -> Result<Dong, WordsError> {
    let said = canonical(text);
    let said = said.strip_suffix(" chan").unwrap_or(&said);
    let said = said.strip_suffix(" dong").unwrap_or(said);
    if said.is_empty() {
        return Err(WordsError::Empty);
    }
    let amount = evaluate(said)?;
    if canonical(&words(amount, WordStyle::default())) == said {
        Ok(amount)
    } else {
        Err(WordsError::Unclear)
    }
}

/// Folded words, one for each meaning, single spaces.
fn canonical(text: &str) -> String {
    let folded = fold(text);
    let words: Vec<&str> = folded
        .split_whitespace()
        .map(|word| match word {
            "linh" => "le",
            "tu" => "bon",
            "ngan" => "nghin",
            "ti" => "ty",
            "nham" => "lam",
            other => other,
        })
        .collect();
    words.join(" ")
}

/// The number that the words add up to, without asking whether anybody says it so.
fn evaluate(said: &str) -> Result<Dong, WordsError> {
    let (sign, number) = said.strip_prefix("am ").map_or((1, said), |behind| (-1, behind));
    let mut billions: i128 = 0;
    let mut thousands: i128 = 0;
    let mut triple: i128 = 0;
    let mut ones: Option<i128> = None;
    for word in number.split(' ') {
        match word {
            "le" => {}
            "tram" => triple += 100 * ones.take().unwrap_or_default(),
            "muoi" => triple += 10 * ones.take().unwrap_or(1),
            "nghin" | "trieu" => {
                let place = if word == "nghin" { 1_000 } else { 1_000_000 };
                thousands += (triple + ones.take().unwrap_or_default()) * place;
                triple = 0;
            }
            "ty" => {
                let whole = billions + thousands + triple + ones.take().unwrap_or_default();
                billions = Some(whole * 1_000_000_000)
                    .filter(|billions| *billions <= LARGEST)
                    .ok_or(WordsError::Unclear)?;
                (thousands, triple) = (0, 0);
            }
            _ => ones = Some(digit(word).ok_or(WordsError::UnknownWord)?),
        }
    }
    let whole = sign * (billions + thousands + triple + ones.unwrap_or_default());
    i64::try_from(whole)
        .map(Dong::new)
        .map_err(|_| WordsError::Unclear)
}

fn digit(word: &str) -> Option<i128> {
    let digits = [
        "khong", "mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin",
    ];
    if word == "lam" {
        return Some(5);
    }
    (0..)
        .zip(digits)
        .find(|(_, digit)| *digit == word)
        .map(|(value, _)| value)
}
