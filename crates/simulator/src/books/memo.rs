//! The transfer memo, as banks take it: plain Latin letters, digits and single spaces.

use unicode_normalization::UnicodeNormalization;

/// `text` without marks and signs, at most `longest` characters.
pub(crate) fn fold(text: &str, longest: usize) -> String {
    let plain: String = text
        .nfd()
        .filter(|c| !unicode_normalization::char::is_combining_mark(*c))
        .map(|c| match c {
            'đ' => 'd',
            'Đ' => 'D',
            c if c.is_ascii_alphanumeric() => c,
            _ => ' ',
        })
        .collect();
    let spaced = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    let cut: String = spaced.chars().take(longest).collect();
    cut.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn vietnamese_becomes_plain_letters() {
        assert_eq!(fold("Đặt cọc áo dài – bàn 5", 25), "Dat coc ao dai ban 5");
        assert_eq!(
            fold("Nguyễn\u{202e} Thị <b>Hường</b>", 25),
            "Nguyen Thi b Huong b"
        );
        assert_eq!(fold("", 25), "");
    }

    #[test]
    fn the_cut_leaves_no_space_at_the_end() {
        assert_eq!(fold("abc def", 4), "abc");
    }
}
