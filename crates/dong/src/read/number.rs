//! One written number: digits with separators of thousands, or with a decimal part in front of a unit.

use super::ReadError;

/// Digits before and behind a decimal separator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Number {
    pub(super) whole: String,
    pub(super) fraction: String,
}

/// Reads a number that stands for dong: separators can only group thousands.
pub(super) fn plain(text: &str) -> Result<Number, ReadError> {
    let groups = groups(text)?;
    match groups.shape() {
        Shape::Digits | Shape::Grouped => Ok(groups.joined()),
        Shape::Decimal => Err(ReadError::Fraction),
        Shape::Broken => Err(ReadError::Ambiguous),
    }
}

/// Reads a number in front of a unit, which may have decimals: `1,5` in `1,5tr`.
pub(super) fn before_unit(text: &str) -> Result<Number, ReadError> {
    let groups = groups(text)?;
    match (groups.shape(), groups.parts.as_slice()) {
        (Shape::Decimal, [whole, fraction]) => Ok(Number {
            whole: (*whole).to_owned(),
            fraction: (*fraction).to_owned(),
        }),
        // `1.500k` is one and a half thousand to some and one and a half million to others.
        (Shape::Grouped, [_, _]) if groups.separators != [' '] => Err(ReadError::Ambiguous),
        (Shape::Digits | Shape::Grouped, _) => Ok(groups.joined()),
        (Shape::Decimal | Shape::Broken, _) => Err(ReadError::Ambiguous),
    }
}

enum Shape {
    Digits,
    Grouped,
    Decimal,
    Broken,
}

struct Groups<'a> {
    parts: Vec<&'a str>,
    separators: Vec<char>,
}

fn groups(text: &str) -> Result<Groups<'_>, ReadError> {
    let is_separator = |letter: char| matches!(letter, '.' | ',' | ' ');
    if !text
        .chars()
        .all(|letter| letter.is_ascii_digit() || is_separator(letter))
    {
        return Err(ReadError::Letters);
    }
    let parts: Vec<&str> = text.split(is_separator).collect();
    if parts.iter().any(|part| part.is_empty()) {
        return Err(ReadError::Ambiguous);
    }
    Ok(Groups {
        parts,
        separators: text.chars().filter(|letter| is_separator(*letter)).collect(),
    })
}

impl Groups<'_> {
    fn shape(&self) -> Shape {
        let [first, middle @ .., last] = self.parts.as_slice() else {
            return Shape::Digits;
        };
        let starts_well = first.len() <= 3 && !first.starts_with('0');
        let is_grouped = starts_well && middle.iter().all(|part| part.len() == 3);
        let Some((end, others)) = self.separators.split_last() else {
            return Shape::Digits;
        };
        let is_alike = others.iter().all(|separator| separator == end);
        if is_grouped && is_alike && last.len() == 3 {
            return Shape::Grouped;
        }
        // One kind of separator groups, a different one at the end starts the decimals.
        let others_group = others.windows(2).all(|pair| pair.first() == pair.last());
        let ends_in_decimals = *end != ' ' && !others.contains(end) && others_group;
        let whole_part_reads = others.is_empty() || is_grouped;
        let is_decimal = last.len() != 3 || first.starts_with('0');
        if ends_in_decimals && whole_part_reads && is_decimal {
            Shape::Decimal
        } else {
            Shape::Broken
        }
    }

    fn joined(&self) -> Number {
        Number {
            whole: self.parts.concat(),
            fraction: String::new(),
        }
    }
}
