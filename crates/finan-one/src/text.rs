//! Single values of a request: one line of text, a code, a phone number, an e-mail address, a price. Each
//! check gives the value as it is sent, or names the field.

use dong::Dong;

use crate::assumptions::{LARGEST_PRICE, LONGEST_CODE, LONGEST_LINE, PHONE_DIGITS};
use crate::error::{InvalidField, Reason};

/// A text that must not be blank, without outer white space.
pub(crate) fn required<'a>(field: &str, text: &'a str, longest: usize) -> Result<&'a str, InvalidField> {
    optional(field, Some(text), longest)?.ok_or_else(|| InvalidField::new(field, Reason::Missing))
}

/// A text that counts as absent when blank.
pub(crate) fn optional<'a>(
    field: &str,
    text: Option<&'a str>,
    longest: usize,
) -> Result<Option<&'a str>, InvalidField> {
    let Some(text) = text.map(str::trim).filter(|text| !text.is_empty()) else {
        return Ok(None);
    };
    // Notes may have several lines; nothing else of a control character has a meaning.
    if text.chars().any(|c| c.is_control() && c != '\n') {
        return Err(InvalidField::new(field, Reason::BadCharacters));
    }
    if text.chars().count() > longest {
        return Err(InvalidField::new(field, Reason::TooLong));
    }
    Ok(Some(text))
}

/// A required text of one line.
pub(crate) fn line<'a>(field: &str, text: &'a str) -> Result<&'a str, InvalidField> {
    one_line(field, required(field, text, LONGEST_LINE)?)
}

/// A text of one line that counts as absent when blank.
pub(crate) fn optional_line<'a>(field: &str, text: Option<&'a str>) -> Result<Option<&'a str>, InvalidField> {
    optional(field, text, LONGEST_LINE)?
        .map(|text| one_line(field, text))
        .transpose()
}

/// The code of a customer, product, category or tax: any characters that stand on one line.
pub(crate) fn code<'a>(field: &str, text: &'a str) -> Result<&'a str, InvalidField> {
    one_line(field, required(field, text, LONGEST_CODE)?)
}

/// A code that counts as absent when blank.
pub(crate) fn optional_code<'a>(field: &str, text: Option<&'a str>) -> Result<Option<&'a str>, InvalidField> {
    let is_given = |text: &&str| !text.trim().is_empty();
    text.filter(is_given).map(|text| code(field, text)).transpose()
}

/// The digits of a phone number.
pub(crate) fn phone<'a>(field: &str, text: &'a str) -> Result<&'a str, InvalidField> {
    let digits = line(field, text)?;
    let is_phone = PHONE_DIGITS.contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    if is_phone {
        Ok(digits)
    } else {
        Err(InvalidField::new(field, Reason::NotAPhone))
    }
}

/// A dialling code: a plus and one to three digits.
pub(crate) fn dial_code<'a>(field: &str, text: &'a str) -> Result<&'a str, InvalidField> {
    let code = line(field, text)?;
    let digits = code.strip_prefix('+').unwrap_or_default();
    if (1..=3).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        Ok(code)
    } else {
        Err(InvalidField::new(field, Reason::NotADialCode))
    }
}

/// An e-mail address that counts as absent when blank: something, one `@`, and a name with a dot.
pub(crate) fn email<'a>(field: &str, text: Option<&'a str>) -> Result<Option<&'a str>, InvalidField> {
    let Some(address) = optional_line(field, text)? else {
        return Ok(None);
    };
    let is_email = address.split_once('@').is_some_and(|(person, host)| {
        let has_name = host.split('.').count() > 1 && host.split('.').all(|part| !part.is_empty());
        !person.is_empty() && has_name && !host.contains('@')
    });
    if is_email && !address.contains(char::is_whitespace) {
        Ok(Some(address))
    } else {
        Err(InvalidField::new(field, Reason::NotAnEmail))
    }
}

/// A price of zero or more that every reader sees exactly.
pub(crate) fn price(field: &str, price: Dong) -> Result<Dong, InvalidField> {
    if price.is_negative() {
        Err(InvalidField::new(field, Reason::Negative))
    } else if price > LARGEST_PRICE {
        Err(InvalidField::new(field, Reason::TooLarge))
    } else {
        Ok(price)
    }
}

fn one_line<'a>(field: &str, text: &'a str) -> Result<&'a str, InvalidField> {
    if text.contains('\n') {
        Err(InvalidField::new(field, Reason::BadCharacters))
    } else {
        Ok(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reason<T>(checked: Result<T, InvalidField>) -> Option<Reason> {
        checked.err().map(|invalid| invalid.reason)
    }

    #[test]
    fn blank_is_missing_or_absent() {
        assert_eq!(reason(line("name", " \u{a0}")), Some(Reason::Missing));
        assert_eq!(optional_line("unit", Some(" ")), Ok(None));
        assert_eq!(optional_line("unit", Some(" ly ")), Ok(Some("ly")));
    }

    #[test]
    fn control_characters_and_long_texts_are_refused_by_name() {
        for text in ["a\nb", "a\0", "b\u{85}a", "a\u{1b}[31m"] {
            let bad = InvalidField::new("name", Reason::BadCharacters);
            assert_eq!(line("name", text), Err(bad.clone()), "{text:?}");
        }
        assert_eq!(optional("note", Some("a\nb"), 3), Ok(Some("a\nb")));
        assert_eq!(reason(optional("note", Some("a\nbc"), 3)), Some(Reason::TooLong));
        assert_eq!(
            code("sku_code", &"é".repeat(LONGEST_CODE))
                .unwrap()
                .chars()
                .count(),
            LONGEST_CODE
        );
        assert_eq!(
            reason(code("sku_code", &"é".repeat(LONGEST_CODE + 1))),
            Some(Reason::TooLong)
        );
    }

    #[test]
    fn phones_are_digits() {
        assert_eq!(phone("phone", " 0900000000 "), Ok("0900000000"));
        for text in [
            "090 000",
            "+84900000000",
            "abc",
            "123",
            "1234567890123456",
            "٠١٢٣٤",
        ] {
            assert_eq!(reason(phone("phone", text)), Some(Reason::NotAPhone), "{text}");
        }
        assert_eq!(dial_code("phone_code", "+84"), Ok("+84"));
        for text in ["84", "+", "+8400", "+8a"] {
            assert_eq!(
                reason(dial_code("phone_code", text)),
                Some(Reason::NotADialCode),
                "{text}"
            );
        }
    }

    #[test]
    fn e_mail_addresses_have_a_person_and_a_host() {
        assert_eq!(email("email", Some("a@example.com")), Ok(Some("a@example.com")));
        for text in ["a", "@b.c", "a@b", "a@b.", "a@.c", "a@b@c.d", "a b@c.d", "a@b..c"] {
            assert_eq!(
                reason(email("email", Some(text))),
                Some(Reason::NotAnEmail),
                "{text}"
            );
        }
    }

    #[test]
    fn prices_are_never_below_zero_or_inexact() {
        assert_eq!(price("sale_price", Dong::ZERO), Ok(Dong::ZERO));
        assert_eq!(reason(price("sale_price", Dong::new(-1))), Some(Reason::Negative));
        assert_eq!(reason(price("sale_price", Dong::MAX)), Some(Reason::TooLarge));
    }
}
