//! An amount as numbers with units: `1tr200k`, `2 tỷ`, and the short tail of `1tr2`.

use super::number::{self, Number};
use super::{LARGEST, ReadError};
use crate::Dong;

/// A number and what it counts, in dong.
pub(super) struct Part<'a> {
    number: &'a str,
    unit: Option<i64>,
}

/// Splits folded text into numbers and units.
pub(super) fn split(text: &str) -> Result<Vec<Part<'_>>, ReadError> {
    let mut parts = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (number, behind) = cut(rest, |letter| letter.is_alphabetic());
        let (word, behind) = cut(behind, |letter| !letter.is_alphabetic());
        let unit = if word.is_empty() { None } else { Some(unit(word)?) };
        parts.push(Part {
            number: number.trim(),
            unit,
        });
        rest = behind;
    }
    Ok(parts)
}

/// The sum of the parts.
pub(super) fn total(parts: &[Part<'_>]) -> Result<Dong, ReadError> {
    let mut sum: i64 = 0;
    let mut above: Option<i64> = None;
    for part in parts {
        let value = match (above, part.unit) {
            (None, None) => dong(&number::plain(part.number)?, 1)?,
            (None, Some(unit)) => dong(&first_of(parts, part.number)?, unit)?,
            (Some(above), None) => tail(part.number, above)?,
            (Some(above), Some(unit)) => following(part.number, unit, above)?,
        };
        sum = sum.checked_add(value).ok_or(ReadError::TooLarge)?;
        above = part.unit;
    }
    Ok(Dong::new(sum))
}

fn first_of(parts: &[Part<'_>], text: &str) -> Result<Number, ReadError> {
    if text.is_empty() {
        return Err(ReadError::Letters);
    }
    let number = number::before_unit(text)?;
    let is_alone = parts.len() == 1;
    if is_alone || number.fraction.is_empty() {
        Ok(number)
    } else {
        Err(ReadError::Ambiguous)
    }
}

/// `2` in `1tr2` is two tenths of a million, `250` in `1tr250` a quarter.
fn tail(digits: &str, above: i64) -> Result<i64, ReadError> {
    plain_digits(digits)?;
    if digits.len() > 3 {
        return Err(ReadError::Ambiguous);
    }
    dong(
        &Number {
            whole: String::from("0"),
            fraction: digits.to_owned(),
        },
        above,
    )
}

/// `200k` in `1tr200k`: units fall, and the number stays below the unit above it.
fn following(digits: &str, unit: i64, above: i64) -> Result<i64, ReadError> {
    plain_digits(digits)?;
    let value = dong(
        &Number {
            whole: digits.to_owned(),
            fraction: String::new(),
        },
        unit,
    )?;
    if unit < above && value < above {
        Ok(value)
    } else {
        Err(ReadError::Ambiguous)
    }
}

fn plain_digits(text: &str) -> Result<(), ReadError> {
    if text.is_empty() {
        return Err(ReadError::Letters);
    }
    match text.chars().find(|letter| !letter.is_ascii_digit()) {
        None => Ok(()),
        Some('.' | ',' | ' ') => Err(ReadError::Ambiguous),
        Some(_) => Err(ReadError::Letters),
    }
}

fn dong(number: &Number, unit: i64) -> Result<i64, ReadError> {
    let fraction = number.fraction.trim_end_matches('0');
    let places = u32::try_from(fraction.len()).map_err(|_| ReadError::Fraction)?;
    let scale = 10_i64.checked_pow(places).ok_or(ReadError::Fraction)?;
    if unit % scale != 0 {
        return Err(ReadError::Fraction);
    }
    let whole = digits(&number.whole)?
        .checked_mul(unit)
        .ok_or(ReadError::TooLarge)?;
    let part = digits(fraction)?
        .checked_mul(unit / scale)
        .ok_or(ReadError::TooLarge)?;
    whole.checked_add(part).ok_or(ReadError::TooLarge)
}

fn digits(text: &str) -> Result<i64, ReadError> {
    let significant = text.trim_start_matches('0');
    if significant.is_empty() {
        return Ok(0);
    }
    significant
        .parse()
        .ok()
        .filter(|value| *value <= LARGEST.get())
        .ok_or(ReadError::TooLarge)
}

fn unit(word: &str) -> Result<i64, ReadError> {
    match word {
        "k" | "nghin" | "ngan" => Ok(1_000),
        "tr" | "trieu" => Ok(1_000_000),
        "ty" | "ti" => Ok(1_000_000_000),
        _ => Err(ReadError::Letters),
    }
}

fn cut(text: &str, ends: impl Fn(char) -> bool) -> (&str, &str) {
    let at = text.find(ends).unwrap_or(text.len());
    text.split_at_checked(at).unwrap_or((text, ""))
}
