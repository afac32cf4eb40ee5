//! Amounts in words, Vietnamese in the styles of north and south, and English; and Vietnamese words back to amounts.
//! Only numbers and the word for dong: sentences around them belong to the page and the voice.

mod english;
mod parse;
mod style;
mod vietnamese;

pub use english::words_en;
pub use parse::{WordsError, parse};
pub use style::{LinhOrLe, NghinOrNgan, TuOrBon, WordStyle};
pub use vietnamese::words;

use crate::Dong;

/// The amount in Vietnamese words with the currency: `tám mươi lăm nghìn đồng`.
#[must_use]
pub fn words_with_dong(amount: Dong, style: WordStyle) -> String {
    format!("{} đồng", words(amount, style))
}

/// The amount in English words with the currency: `eighty-five thousand dong`.
#[must_use]
pub fn words_en_with_dong(amount: Dong) -> String {
    format!("{} dong", words_en(amount))
}

/// The same words with a capital first letter, as a sentence starts.
#[must_use]
pub fn sentence_case(words: &str) -> String {
    let mut letters = words.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests;
