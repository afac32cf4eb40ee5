//! Text from strangers, made safe to put beside our own.

/// Strips characters that reorder or hide text (bidi controls, zero-width, other controls) and cuts to a length.
#[must_use]
pub fn clean(text: &str, most_chars: usize) -> String {
    let visible = text
        .chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .filter(|c| !is_deceptive(*c));
    visible
        .collect::<String>()
        .split(' ')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
        .chars()
        .take(most_chars)
        .collect()
}

fn is_deceptive(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}'..='\u{1160}' | '\u{17B4}'..='\u{17B5}' | '\u{180B}'..='\u{180F}'
            | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}' | '\u{E0000}'..='\u{E0FFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lose_what_hides_or_turns_them() {
        assert_eq!(
            clean("Quán\u{202E} cà\u{200B} phê\n\tSông", 60),
            "Quán cà phê Sông"
        );
        assert_eq!(clean("<b>&amp;", 60), "<b>&amp;");
        assert_eq!(clean("aaaa", 2), "aa");
    }
}
