//! What a payout is for, in the letters that every bank carries.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Most characters of a folded description (payout page).
pub const LONGEST_DESCRIPTION: usize = 30;

/// `text` in ASCII letters, digits and single spaces: đ becomes d, marks are dropped, anything else is a space
/// ([`crate::assumptions::payouts::DESCRIPTION_IS_LETTERS_AND_DIGITS`]). Of any length: compare it with
/// [`LONGEST_DESCRIPTION`] while it is typed.
#[must_use]
pub fn fold_description(text: &str) -> String {
    let plain: String = text
        .nfd()
        .filter(|letter| !is_combining_mark(*letter))
        .map(|letter| match letter {
            'đ' => 'd',
            'Đ' => 'D',
            letter if letter.is_ascii_alphanumeric() => letter,
            _ => ' ',
        })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

    use super::*;

    #[test]
    fn vietnamese_becomes_plain_letters() {
        assert_eq!(
            fold_description("  Trả tiền hàng – Đặng Thị Hường, bàn 5 ☕"),
            "Tra tien hang Dang Thi Huong ban 5"
        );
        assert_eq!(fold_description("☕ – \u{202e}"), "");
    }

    proptest! {
        #[test]
        fn a_folded_text_is_plain_and_stays_as_it_is(text in "\\PC{0,60}") {
            let folded = fold_description(&text);
            prop_assert!(folded.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b' '));
            prop_assert_eq!(fold_description(&folded), folded.clone());
            prop_assert_eq!(folded.trim(), folded.as_str());
        }
    }
}
