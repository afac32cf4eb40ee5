//! Text as it is searched: marks stripped, đ as d, lower case, so that "ca phe" finds "Cà Phê".

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Folds a text for searching.
#[must_use]
pub fn fold(text: &str) -> String {
    text.nfd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .map(|c| if c == 'đ' { 'd' } else { c })
        .collect()
}

/// The folded words of what was typed.
pub(crate) fn words(typed: &str) -> Vec<String> {
    fold(typed)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .take(MOST_WORDS)
        .map(str::to_owned)
        .collect()
}

/// The digits of what may be the beginning of a phone number: typed in groups, with signs between them or with the country's code.
pub(crate) fn phone(typed: &str) -> Option<String> {
    let typed = typed.trim();
    let is_sign = |c: char| matches!(c, ' ' | '.' | '-' | '(' | ')');
    let (abroad, rest) = match typed.strip_prefix('+') {
        Some(rest) => (true, rest),
        None => (false, typed),
    };
    if !rest.chars().all(|c| c.is_ascii_digit() || is_sign(c)) {
        return None;
    }
    let digits: String = rest.chars().filter(char::is_ascii_digit).collect();
    let domestic = if abroad {
        format!("0{}", digits.strip_prefix("84")?)
    } else {
        digits
    };
    (domestic.starts_with('0') && domestic.len() >= SHORTEST_PHONE).then_some(domestic)
}

/// With fewer digits it may be anything.
const SHORTEST_PHONE: usize = 4;

/// The FTS5 query for words: all of them, in any order, each as a prefix. `None` when there are none.
///
/// A word is quoted, so nothing typed is ever read as query syntax.
pub(crate) fn query(words: &[String]) -> Option<String> {
    let terms: Vec<String> = words
        .iter()
        .map(|word| format!("\"{}\"*", word.chars().take(LONGEST_PREFIX).collect::<String>()))
        .collect();
    (!terms.is_empty()).then(|| terms.join(" "))
}

/// The words of which the query holds the beginning only.
pub(crate) fn long_words(words: &[String]) -> Vec<String> {
    let is_long = |word: &&String| word.chars().count() > LONGEST_PREFIX;
    words.iter().filter(is_long).cloned().collect()
}

/// The longest prefix that has its own posting list (`migrations/0002_search.sql`); Vietnamese syllables have 7 letters at most.
const LONGEST_PREFIX: usize = 6;

/// A pasted page must not become a query of thousands of words.
const MOST_WORDS: usize = 8;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn marks_fall_and_d_is_d() {
        assert_eq!(fold("Cà phê sữa ĐÁ, đơn số 5"), "ca phe sua da, don so 5");
        assert_eq!(fold("Nguyễn Thị Hường"), "nguyen thi huong");
    }

    #[test]
    fn composed_and_decomposed_spellings_are_one() {
        assert_eq!(fold("ph\u{1edf}"), fold("pho\u{031b}\u{0309}"));
    }

    #[test]
    fn a_phone_is_one_word_however_it_is_grouped() {
        for (typed, expected) in [
            ("0912 345 678", Some("0912345678")),
            (" 0912.345-6 ", Some("09123456")),
            ("+84 (912) 345 678", Some("0912345678")),
            ("091", None),
            ("500 000", None),
            ("+1 912 345", None),
            ("0912 bàn 5", None),
        ] {
            assert_eq!(phone(typed).as_deref(), expected, "{typed}");
        }
    }

    #[test]
    fn query_syntax_is_never_taken_from_people() {
        assert_eq!(query(&words("a OR b*")).as_deref(), Some("\"a\"* \"or\"* \"b\"*"));
        assert_eq!(query(&words("\"x\" NEAR(")).as_deref(), Some("\"x\"* \"near\"*"));
        assert_eq!(query(&words(" - % ' ")), None);
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in "\\PC{0,40}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }
    }
}
