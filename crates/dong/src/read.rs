//! Reading amounts that people type and paste: `85`, `85k`, `1tr2`, `1,5tr`, `500.000đ`, `500,000 VND`, `2 tỷ`.
//! What has two meanings is refused, never guessed; the thousand suggestion is another module's business.
//! Zero is an amount here; whether it may be asked for is the caller's rule.

mod error;
mod number;
mod parts;

pub use error::ReadError;

use crate::Dong;
use crate::fold::fold;

/// The largest amount that is read: 15 digits, exact in every language it passes through.
pub const LARGEST: Dong = Dong::new(999_999_999_999_999);

/// How the currency may be written, folded, longest first.
const CURRENCIES: [&str; 4] = ["dong", "vnd", "₫", "d"];

/// Reads one amount in whole dong.
///
/// # Errors
/// [`ReadError`] with the reason; nothing is rounded or guessed.
pub fn read(text: &str) -> Result<Dong, ReadError> {
    let folded = fold(text);
    let body = without_currency(folded.trim());
    if body.is_empty() {
        return Err(ReadError::Empty);
    }
    if body.starts_with(['-', '−', '–', '—', '－', '(']) {
        return Err(ReadError::Negative);
    }
    let parts = parts::split(body)?;
    let amount = parts::total(&parts)?;
    if amount > LARGEST {
        Err(ReadError::TooLarge)
    } else {
        Ok(amount)
    }
}

fn without_currency(text: &str) -> &str {
    let front = CURRENCIES.iter().find_map(|currency| text.strip_prefix(currency));
    let behind = CURRENCIES.iter().find_map(|currency| text.strip_suffix(currency));
    front.or(behind).unwrap_or(text).trim()
}

#[cfg(test)]
mod tests;
