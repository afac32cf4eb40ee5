//! Makes a gateway's free text fit for logs and screens: short, one line, without invisible
//! characters, account numbers or anything that looks like a key or a signature.

/// Longest detail kept, in characters.
const MAX_CHARS: usize = 200;
/// A run of digits this long may be an account or phone number.
const MIN_MASKED_DIGITS: usize = 8;
/// A run of letters and digits this long may be a key or a signature.
const MIN_MASKED_WORD: usize = 40;

/// `text` as a short redacted detail.
#[must_use]
pub fn short_detail(text: &str) -> String {
    let mut shown = String::new();
    let mut word = String::new();
    for next in text.chars().take(MAX_CHARS) {
        if next.is_ascii_alphanumeric() {
            word.push(next);
            continue;
        }
        push_word(&mut shown, &word);
        word.clear();
        if next.is_whitespace() || next.is_control() {
            shown.push(' ');
        } else if !is_invisible(next) {
            shown.push(next);
        }
    }
    push_word(&mut shown, &word);
    shown.trim().to_owned()
}

/// Zero-width and direction-changing characters, which can make a text read as another.
fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{00AD}'
            | '\u{061C}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{2069}'
            | '\u{FEFF}'
    )
}

fn push_word(shown: &mut String, word: &str) {
    let length = word.chars().count();
    let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
    if is_number && length >= MIN_MASKED_DIGITS {
        shown.push('…');
        shown.extend(word.chars().skip(length.saturating_sub(4)));
    } else if length >= MIN_MASKED_WORD {
        shown.push('…');
    } else {
        shown.push_str(word);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_ordinary_words_and_amounts() {
        let text = "Yêu cầu không hợp lệ: 500000 VND. Retry after 30 seconds.";
        assert_eq!(short_detail(text), text);
    }

    #[test]
    fn masks_account_numbers_and_signatures() {
        let signature = "73c2f95458328a80e1aa7d4f7446d4a7cb7e541e543ac66797a79964f04e31bd";
        let shown = short_detail(&format!("account 0933450210 sent {signature}."));
        assert_eq!(shown, "account …0210 sent ….");
    }

    #[test]
    fn is_one_short_line_without_invisible_characters() {
        let shown = short_detail(&format!("a\u{202E}b\nc{}", " x".repeat(500)));
        assert!(shown.starts_with("ab c x"));
        assert!(shown.chars().count() <= 200);
    }
}
