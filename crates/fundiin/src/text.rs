//! Free texts of a request: present where the page requires them, one line, without control characters.

use crate::error::{InvalidField, Reason};

/// A text that must not be blank.
pub(crate) fn required<'a>(field: &str, text: &'a str) -> Result<&'a str, InvalidField> {
    let kept = may_be_empty(field, text)?;
    if kept.is_empty() {
        return Err(InvalidField::new(field, Reason::Missing));
    }
    Ok(kept)
}

/// A text whose field must be there and may be empty.
pub(crate) fn may_be_empty<'a>(field: &str, text: &'a str) -> Result<&'a str, InvalidField> {
    if text.chars().any(char::is_control) {
        return Err(InvalidField::new(field, Reason::BadCharacters));
    }
    Ok(text.trim())
}

/// A text that is left out when blank.
pub(crate) fn optional<'a>(field: &str, text: Option<&'a str>) -> Result<Option<&'a str>, InvalidField> {
    let kept = text.map(|text| may_be_empty(field, text)).transpose()?;
    Ok(kept.filter(|text| !text.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_is_missing_empty_or_left_out() {
        let missing = InvalidField::new("city", Reason::Missing);
        assert_eq!(required("city", " \u{a0}"), Err(missing));
        assert_eq!(may_be_empty("ward", " "), Ok(""));
        assert_eq!(optional("rank", Some(" ")), Ok(None));
        assert_eq!(optional("rank", Some(" vàng ")), Ok(Some("vàng")));
    }

    #[test]
    fn control_characters_are_refused_with_the_field() {
        for text in ["a\nb", "a\0", "\u{85}a", "a\u{1b}[31m"] {
            let bad = InvalidField::new("city", Reason::BadCharacters);
            assert_eq!(required("city", text), Err(bad.clone()));
            assert_eq!(optional("city", Some(text)), Err(bad));
        }
    }
}
