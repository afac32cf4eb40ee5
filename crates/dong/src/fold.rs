//! Letters without their Vietnamese marks and in lower case, so that `TRIỆU`, `triệu` and `trieu` are one word.

use unicode_normalization::UnicodeNormalization;

/// Folds Vietnamese letters, full-width digits and every kind of white space; leaves all else alone, stray
/// combining marks included, so that nothing strange passes as a digit or a letter.
pub(crate) fn fold(text: &str) -> String {
    text.nfc().flat_map(char::to_lowercase).map(fold_letter).collect()
}

fn fold_letter(letter: char) -> char {
    match letter {
        'đ' => 'd',
        '０'..='９' => {
            char::from_digit(u32::from(letter).saturating_sub(u32::from('０')), 10).unwrap_or(letter)
        }
        '．' => '.',
        '，' => ',',
        other if other.is_whitespace() => ' ',
        other => base_of(other).unwrap_or(other),
    }
}

fn base_of(letter: char) -> Option<char> {
    std::iter::once(letter)
        .nfd()
        .next()
        .filter(char::is_ascii_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vietnamese_folds_composed_or_not() {
        assert_eq!(fold("Một TRIỆU tỷ Đồng"), "mot trieu ty dong");
        assert_eq!(fold("trie\u{323}\u{302}u"), "trieu");
    }

    #[test]
    fn full_width_and_odd_spaces_fold() {
        assert_eq!(fold("５００．０００\u{a0}\u{202f}₫"), "500.000  ₫");
    }

    #[test]
    fn marks_on_digits_stay() {
        assert_eq!(fold("5\u{336}0"), "5\u{336}0");
    }
}
