//! Transfer memos: folding Vietnamese text to what every bank carries, order code first, because banks cut the end.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::assumptions::{AIMED_MEMO, LONGEST_MEMO};

/// A folded memo of at most [`LONGEST_MEMO`] characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Memo {
    /// `[A-Z0-9 ]`, without spaces at the ends.
    pub text: String,
    /// Whether the end had to be left out: worth a warning while typing.
    pub is_cut: bool,
}

impl Memo {
    /// Whether the memo is longer than some banks carry ([`AIMED_MEMO`] characters).
    #[must_use]
    pub fn exceeds_aim(&self) -> bool {
        self.text.len() > AIMED_MEMO
    }
}

/// Folds `text` to `[A-Z0-9 ]` of any length: đ to D, marks dropped, anything else a single space.
#[must_use]
pub fn fold(text: &str) -> String {
    let plain: String = text
        .nfc()
        .map(without_stroke)
        .nfd()
        .filter(|letter| !is_combining_mark(*letter))
        .collect();
    plain
        .split(|letter: char| !letter.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
        .to_ascii_uppercase()
}

/// A memo of `order_code` (may be empty) and `text`. Spaces are given up from the end when that reaches
/// [`AIMED_MEMO`]; what exceeds [`LONGEST_MEMO`] is cut.
#[must_use]
pub fn compose(order_code: &str, text: &str) -> Memo {
    let code = fold(order_code).replace(' ', "");
    let whole = format!("{code} {}", fold(text)).trim().to_owned();
    let squeezed = squeeze(&whole);
    let text: String = squeezed
        .chars()
        .take(LONGEST_MEMO)
        .collect::<String>()
        .trim_end()
        .to_owned();
    Memo {
        is_cut: text.len() < squeezed.len(),
        text,
    }
}

fn without_stroke(letter: char) -> char {
    match letter {
        'đ' => 'd',
        'Đ' => 'D',
        other => other,
    }
}

fn squeeze(folded: &str) -> String {
    let surplus = folded.len().saturating_sub(AIMED_MEMO);
    let spaces = folded.matches(' ').count();
    if surplus == 0 || spaces < surplus {
        return folded.to_owned();
    }
    let kept = spaces - surplus;
    let mut seen = 0;
    folded
        .chars()
        .filter(|letter| {
            if *letter == ' ' {
                seen += 1;
                seen <= kept
            } else {
                true
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

    use super::*;

    #[test]
    fn folds_as_the_reference_shows() {
        let memo = compose("", "Đặt cọc áo dài – bàn 5");
        assert_eq!(
            memo,
            Memo {
                text: "DAT COC AO DAI BAN5".into(),
                is_cut: false
            }
        );
        assert!(!memo.exceeds_aim());
    }

    #[test]
    fn composed_and_decomposed_letters_fold_alike() {
        let composed = "Đường Trần Hưng Đạo, phở & bún";
        let decomposed: String = composed.nfd().collect();
        assert_eq!(fold(composed), "DUONG TRAN HUNG DAO PHO BUN");
        assert_eq!(fold(&decomposed), fold(composed));
    }

    #[test]
    fn order_code_comes_first_and_whole() {
        let memo = compose("HD-0042", "cà phê sữa đá bàn số 12 tầng hai");
        assert!(memo.text.starts_with("HD0042 CA PHE"), "{}", memo.text);
        assert!(memo.is_cut && memo.text.len() <= LONGEST_MEMO);
    }

    #[test]
    fn nothing_left_is_empty() {
        assert_eq!(
            compose("", "– ☕ 咖啡 –"),
            Memo {
                text: String::new(),
                is_cut: false
            }
        );
        assert_eq!(compose("DH7", "").text, "DH7");
    }

    proptest! {
        #[test]
        fn any_text_folds_to_what_banks_carry(code in "\\PC{0,12}", text in "\\PC{0,60}") {
            let memo = compose(&code, &text);
            prop_assert!(memo.text.len() <= LONGEST_MEMO);
            prop_assert!(memo.text.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b' '));
            prop_assert_eq!(memo.text.trim(), &memo.text);
            prop_assert!(!memo.text.contains("  "));
            prop_assert_eq!(fold(&memo.text), memo.text);
        }
    }
}
