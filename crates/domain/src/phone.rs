//! Phone numbers as people type them: one number is one text, however it was grouped.

/// The shortest and the longest domestic number in digits; hotlines such as `1900 1234` are the short ones.
const DIGITS: std::ops::RangeInclusive<usize> = 8..=11;
/// Digits of a mobile number behind its leading zero.
const MOBILE_TAIL: usize = 9;
/// Digits of a landline number, area code and all, behind its leading zero; every area code begins with 2.
const LANDLINE_TAIL: usize = 10;

/// The domestic digits of a Vietnamese number, such as `0912345678`. `None` when it is not one.
///
/// `0912 345 678`, `+84 912-345-678`, `84912345678` and `0084 912345678` are one number, and so is `912345678`, as spreadsheets leave
/// it.
#[must_use]
pub fn domestic(typed: &str) -> Option<String> {
    let typed = typed.trim();
    let (is_abroad, rest) = match typed.strip_prefix('+') {
        Some(rest) => (true, rest),
        None => (false, typed),
    };
    let is_sign = |c: char| matches!(c, '.' | '-' | '(' | ')' | '/' | '_') || c.is_whitespace();
    if !rest.chars().all(|c| c.is_ascii_digit() || is_sign(c)) {
        return None;
    }
    let digits: String = rest.chars().filter(char::is_ascii_digit).collect();
    let tail = tail(&digits, is_abroad)?;
    let number = match tail {
        Tail::Whole(number) => number.to_owned(),
        Tail::WithoutZero(number) => format!("0{number}"),
    };
    DIGITS.contains(&number.len()).then_some(number)
}

/// The domestic digits of a number that a spreadsheet kept as a figure, so that a zero in front is lost: `912345678` is `0912345678`,
/// `2838251234` is `02838251234`. `None` when nobody can tell which digits are missing.
#[must_use]
pub fn of_number(figure: &str) -> Option<String> {
    let is_landline = figure.len() == LANDLINE_TAIL && figure.starts_with('2');
    match domestic(figure) {
        Some(whole) => Some(whole),
        None if is_landline => domestic(&format!("0{figure}")),
        None => None,
    }
}

enum Tail<'a> {
    Whole(&'a str),
    WithoutZero(&'a str),
}

/// What stands behind the country's code.
fn tail(digits: &str, is_abroad: bool) -> Option<Tail<'_>> {
    let behind_code = digits.strip_prefix("0084").or_else(|| {
        digits
            .strip_prefix("84")
            .filter(|_| is_abroad || digits.len() > MOBILE_TAIL)
    });
    match behind_code {
        // Some write the zero although the country's code stands before it.
        Some(rest) if rest.starts_with('0') => Some(Tail::Whole(rest)),
        Some(rest) => Some(Tail::WithoutZero(rest)),
        None if is_abroad => None,
        None if digits.starts_with('0') || digits.starts_with("1800") || digits.starts_with("1900") => {
            Some(Tail::Whole(digits))
        }
        None => {
            let is_mobile = digits.len() == MOBILE_TAIL && digits.starts_with(['3', '5', '7', '8', '9']);
            is_mobile.then_some(Tail::WithoutZero(digits))
        }
    }
}

/// A number in groups as people read it out: `0912 345 678`; what is no domestic number of ten digits stays.
#[must_use]
pub fn grouped(number: &str) -> String {
    let is_usual = number.len() == 10 && number.bytes().all(|byte| byte.is_ascii_digit());
    match (is_usual, number.get(..4), number.get(4..7), number.get(7..)) {
        (true, Some(first), Some(second), Some(third)) => format!("{first} {second} {third}"),
        _ => number.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_number_is_one_text_however_it_is_typed() {
        for typed in [
            "0912345678",
            " 0912 345 678 ",
            "0912.345-678",
            "(091) 234\u{a0}5678",
            "+84 912 345 678",
            "+84 (0) 912 345 678",
            "84912345678",
            "0084 912 345 678",
            "912345678",
        ] {
            assert_eq!(domestic(typed).as_deref(), Some("0912345678"), "{typed}");
        }
        assert_eq!(domestic("024 3825 1234").as_deref(), Some("02438251234"));
        assert_eq!(domestic("1900 1234").as_deref(), Some("19001234"));
        assert_eq!(domestic("843456789").as_deref(), Some("0843456789"));
    }

    #[test]
    fn a_figure_gets_its_zero_back_only_where_that_is_certain() {
        for (figure, whole) in [
            ("912345678", Some("0912345678")),
            ("2838251234", Some("02838251234")),
            ("19001234", Some("19001234")),
            ("18001234", Some("18001234")),
            ("84912345678", Some("0912345678")),
            ("12345678", None),
            ("3825123", None),
            ("6502530000", None),
            ("212345678", None),
            ("9.12345678e8", None),
        ] {
            assert_eq!(of_number(figure).as_deref(), whole, "{figure}");
        }
    }

    #[test]
    fn what_is_no_number_of_the_country_is_none() {
        for typed in [
            "",
            "12",
            "091234",
            "0912345678901",
            "+1 650 253 0000",
            "+84",
            "không có",
            "0912 345 678 (An)",
            "212345678",
        ] {
            assert_eq!(domestic(typed), None, "{typed}");
        }
    }

    #[test]
    fn ten_digits_are_read_out_in_three_groups() {
        assert_eq!(grouped("0912345678"), "0912 345 678");
        assert_eq!(grouped("19001234"), "19001234");
        assert_eq!(grouped(""), "");
    }
}
