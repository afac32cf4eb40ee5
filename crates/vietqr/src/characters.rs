//! Characters that make a text look other than it is: no payment code needs them.

/// Whether `text` has control characters, direction marks or invisible characters.
pub(crate) fn has_deceptive(text: &str) -> bool {
    text.chars().any(|character| {
        character.is_control()
            || matches!(
                character,
                '\u{00AD}' | '\u{061C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
                    | '\u{2060}'..='\u{206F}' | '\u{FEFF}'
            )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vietnamese_is_fine_and_tricks_are_not() {
        assert!(!has_deceptive("Cà phê Đắk Lắk – bàn 5 ☕"));
        for text in [
            "a\nb",
            "a\u{0}b",
            "\u{202E}abc",
            "a\u{200B}b",
            "\u{2067}x\u{2069}",
            "\u{FEFF}a",
        ] {
            assert!(has_deceptive(text), "{text:?}");
        }
    }
}
