//! Fields of an account that money goes to, as they are sent.

use finan_one::payouts::fold_description;
use std::ops::RangeInclusive;

/// Fewest and most letters and digits of an account number.
const NUMBER_LENGTH: RangeInclusive<usize> = 3..=24;
/// The most characters of a holder's name; banks print fewer.
const MOST_NAME_CHARS: usize = 100;

/// The number as it is sent, upper case and without spaces and signs between groups, and whether it can be one.
pub(crate) fn account_number(typed: &str) -> (String, bool) {
    let is_sign = |letter: char| letter.is_whitespace() || matches!(letter, '.' | '-');
    let number: String = typed
        .chars()
        .filter(|letter| !is_sign(*letter))
        .take(NUMBER_LENGTH.end().saturating_add(1))
        .flat_map(char::to_uppercase)
        .collect();
    let is_plain = number.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let is_number = is_plain && NUMBER_LENGTH.contains(&number.len());
    (number, is_number)
}

/// The holder's name in upper-case ASCII, as banks write it, and whether it can be one.
pub(crate) fn account_name(typed: &str) -> (String, bool) {
    let cut: String = typed.chars().take(MOST_NAME_CHARS.saturating_mul(2)).collect();
    let name = fold_description(&cut).to_ascii_uppercase();
    let is_name = (1..=MOST_NAME_CHARS).contains(&name.len());
    (name, is_name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_folded_as_banks_write_them() {
        assert_eq!(
            account_name(" Đặng  Thị Hường "),
            ("DANG THI HUONG".to_owned(), true)
        );
        assert_eq!(
            account_name("Công ty TNHH Phở 24"),
            ("CONG TY TNHH PHO 24".to_owned(), true)
        );
        assert_eq!(account_name("☕"), (String::new(), false));
        assert!(!account_name(&"a ".repeat(80)).1);
    }

    #[test]
    fn numbers_may_have_letters_and_groups() {
        for (typed, number, is_number) in [
            ("0011 0012 34567", "0011001234567", true),
            ("0011.0012-34567", "0011001234567", true),
            ("vqrq0001abcde", "VQRQ0001ABCDE", true),
            ("12", "12", false),
            ("123", "123", true),
            ("1234567890123456789012345", "1234567890123456789012345", false),
            ("001/2", "001/2", false),
            ("００１２", "００１２", false),
            ("", "", false),
        ] {
            assert_eq!(account_number(typed), (number.to_owned(), is_number), "{typed}");
        }
    }
}
