//! The object notation of EMVCo codes: two digits of ID, two digits of length, value.
//! Knows no meaning of any ID. Lengths count characters (Unicode scalar values).

use thiserror::Error;

/// One object of a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field<'a> {
    /// Two ASCII digits.
    pub id: &'a str,
    /// 1 to 99 characters.
    pub value: &'a str,
}

/// What is wrong with the notation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Flaw {
    /// Fewer than four characters are left where an object should start.
    #[error("stray characters behind the last object")]
    Stray,
    /// An ID is not two ASCII digits.
    #[error("an ID is not two digits")]
    Id,
    /// A length is not two ASCII digits from 01 to 99.
    #[error("a length is not 01 to 99")]
    Length,
    /// A value is shorter than its length says.
    #[error("a value is shorter than its length")]
    Short,
    /// An ID occurs twice in one template.
    #[error("an ID occurs twice")]
    Duplicate,
    /// 00 is not first or 63 is not last.
    #[error("00 must be first and 63 last")]
    Misplaced,
    /// An ID that this template does not have, as when objects are nested one level too deep.
    #[error("an ID that does not belong here")]
    Unexpected,
}

/// Where the notation is broken and how. Carries no value of the code.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("template {template:?}: {flaw}")]
pub struct TlvError {
    /// Path of the template (`38.01`), empty for the code itself.
    pub template: &'static str,
    /// What is wrong.
    pub flaw: Flaw,
}

/// How many units of a text a length counts.
#[derive(Clone, Copy)]
enum Measure {
    Characters,
    Bytes,
}

/// The objects of `text` in their order; every character belongs to one.
///
/// # Errors
/// [`TlvError`] naming `template` when the notation is broken anywhere or an ID occurs twice.
pub fn fields<'a>(text: &'a str, template: &'static str) -> Result<Vec<Field<'a>>, TlvError> {
    objects(text, Measure::Characters).map_err(|flaw| TlvError { template, flaw })
}

/// Whether `text` reads as a whole that ends with the object `last` only when lengths count UTF-8 bytes, a
/// common mistake of generators.
#[must_use]
pub fn counts_bytes(text: &str, last: &str) -> bool {
    let reads = |measure| {
        objects(text, measure).is_ok_and(|fields| fields.last().is_some_and(|field| field.id == last))
    };
    reads(Measure::Bytes) && !reads(Measure::Characters)
}

/// The value of the object `id`.
#[must_use]
pub fn value<'a>(fields: &[Field<'a>], id: &str) -> Option<&'a str> {
    fields
        .iter()
        .find(|field| field.id == id)
        .map(|field| field.value)
}

fn objects(mut rest: &str, measure: Measure) -> Result<Vec<Field<'_>>, Flaw> {
    let mut fields: Vec<Field<'_>> = Vec::new();
    while !rest.is_empty() {
        let (id, behind_id) = split(rest, 2, Measure::Characters).ok_or(Flaw::Stray)?;
        let (length, behind_length) = split(behind_id, 2, Measure::Characters).ok_or(Flaw::Stray)?;
        if !is_digits(id) {
            return Err(Flaw::Id);
        }
        let length = length_of(length).ok_or(Flaw::Length)?;
        let (value, behind_value) = split(behind_length, length, measure).ok_or(Flaw::Short)?;
        if fields.iter().any(|field| field.id == id) {
            return Err(Flaw::Duplicate);
        }
        fields.push(Field { id, value });
        rest = behind_value;
    }
    Ok(fields)
}

fn length_of(digits: &str) -> Option<usize> {
    if !is_digits(digits) {
        return None;
    }
    digits.parse().ok().filter(|length| *length > 0)
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

fn split(text: &str, count: usize, measure: Measure) -> Option<(&str, &str)> {
    let end = match measure {
        Measure::Bytes => count,
        Measure::Characters => text
            .char_indices()
            .map(|(at, _)| at)
            .chain([text.len()])
            .nth(count)?,
    };
    text.split_at_checked(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flaw(text: &str) -> Flaw {
        fields(text, "").unwrap_err().flaw
    }

    #[test]
    fn reads_objects_in_order() {
        let read = fields("0002010103abc", "").unwrap();
        assert_eq!(
            read,
            [
                Field {
                    id: "00",
                    value: "01"
                },
                Field {
                    id: "01",
                    value: "abc"
                }
            ]
        );
        assert_eq!(value(&read, "01"), Some("abc"));
        assert_eq!(value(&read, "02"), None);
    }

    #[test]
    fn lengths_count_characters() {
        assert_eq!(
            fields("0803đơn", "").unwrap(),
            [Field {
                id: "08",
                value: "đơn"
            }]
        );
        assert!(counts_bytes("0806đơnx", "08"));
        assert!(!counts_bytes("0803đơn", "08"));
        assert!(!counts_bytes("0899abc", "08"));
    }

    #[test]
    fn every_flaw_is_named() {
        assert_eq!(flaw("000201x"), Flaw::Stray);
        assert_eq!(flaw("000201010"), Flaw::Stray);
        assert_eq!(flaw("0a0201"), Flaw::Id);
        assert_eq!(flaw("٠٠0201"), Flaw::Id);
        assert_eq!(flaw("00+201"), Flaw::Length);
        assert_eq!(flaw("0000"), Flaw::Length);
        assert_eq!(flaw("000301"), Flaw::Short);
        assert_eq!(flaw("000201000201"), Flaw::Duplicate);
    }
}
