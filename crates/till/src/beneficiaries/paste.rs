//! Reads what people send each other: "số tài khoản – ngân hàng – tên", in any order, with labels or without.

mod words;

use crate::payouts;
use contract::payout::PayoutBankView;
use words::{About, Piece, pieces};

/// Longer texts are cut: a message holds no more.
const MOST_CHARS: usize = 1_000;
/// A run of digits is an account from this many on; a label lets shorter ones pass.
const FEWEST_DIGITS: usize = 6;
/// Fewest and most characters of an account number.
const NUMBER_LENGTH: std::ops::RangeInclusive<usize> = 3..=24;

/// What was understood.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Pasted {
    /// The banks it may mean, the likeliest first.
    pub(super) banks: Vec<PayoutBankView>,
    /// The account number, upper case.
    pub(super) number: Option<String>,
    /// The holder as it was written.
    pub(super) name: Option<String>,
}

/// Understands a text; everything may be missing.
pub(super) fn read(text: &str, all: &[PayoutBankView]) -> Pasted {
    let text: String = text.chars().take(MOST_CHARS).collect();
    let mut pieces = pieces(&text);
    let number = take_number(&mut pieces);
    let banks = take_bank(&mut pieces, all);
    let name = take_name(&pieces);
    Pasted { banks, number, name }
}

/// Takes the number out: a labelled one first, else the longest.
fn take_number(pieces: &mut [Piece]) -> Option<String> {
    let mut best: Option<(bool, String, usize, std::ops::Range<usize>)> = None;
    for (place, piece) in pieces.iter().enumerate() {
        if matches!(piece.about, Some(About::Bank | About::Name)) {
            continue;
        }
        let is_labelled = piece.about == Some(About::Number);
        for range in runs(piece) {
            let number = joined(piece, &range);
            let is_long_enough = is_labelled || number.len() >= FEWEST_DIGITS;
            let is_better = best
                .as_ref()
                .is_none_or(|(labelled, known, ..)| (is_labelled, number.len()) > (*labelled, known.len()));
            if NUMBER_LENGTH.contains(&number.len()) && is_long_enough && is_better {
                best = Some((is_labelled, number, place, range));
            }
        }
    }
    let (_, number, place, range) = best?;
    if let Some(piece) = pieces.get_mut(place) {
        piece.words.drain(range);
    }
    Some(number)
}

/// Words in a row that make one number: groups of digits, or one word of letters and digits.
fn runs(piece: &Piece) -> Vec<std::ops::Range<usize>> {
    let mut found = Vec::new();
    let mut from = None;
    for (place, word) in piece.words.iter().enumerate() {
        if word.is_digits() {
            from.get_or_insert(place);
            continue;
        }
        if let Some(start) = from.take() {
            found.push(start..place);
        }
        if word.is_mixed() {
            found.push(place..place.saturating_add(1));
        }
    }
    if let Some(start) = from {
        found.push(start..piece.words.len());
    }
    found
}

fn joined(piece: &Piece, range: &std::ops::Range<usize>) -> String {
    let words = piece.words.get(range.clone()).unwrap_or_default();
    words
        .iter()
        .map(words::Word::plain)
        .collect::<String>()
        .to_ascii_uppercase()
}

/// Takes the bank out: a labelled one first, then one that fills its piece, then the longest anywhere.
fn take_bank(pieces: &mut [Piece], all: &[PayoutBankView]) -> Vec<PayoutBankView> {
    let mut best: Option<((u8, usize), usize, payouts::Meant<'_>)> = None;
    for (place, piece) in pieces.iter().enumerate() {
        let sure = match piece.about {
            Some(About::Bank) => 3,
            Some(About::Name | About::Number) => 0,
            None => 1,
        };
        let folded: Vec<_> = piece.words.iter().map(|word| word.folded.clone()).collect();
        let Some(meant) = payouts::meant(all, &folded) else {
            continue;
        };
        let fills = meant.words == piece.words.len();
        let rank = (sure + u8::from(fills && sure > 0), meant.words);
        if best.as_ref().is_none_or(|(known, ..)| rank > *known) {
            best = Some((rank, place, meant));
        }
    }
    let Some((_, place, meant)) = best else {
        return Vec::new();
    };
    if let Some(piece) = pieces.get_mut(place) {
        let to = meant.from.saturating_add(meant.words);
        // "Ngân hàng" before a name belongs to it.
        let from = leading_form(piece, meant.from);
        piece.words.drain(from..to);
    }
    meant.banks.into_iter().cloned().collect()
}

fn leading_form(piece: &Piece, from: usize) -> usize {
    let is_form = |at: usize| {
        let word = |back: usize| {
            let place = at.checked_sub(back)?;
            piece.words.get(place).map(|word| word.folded.as_str())
        };
        word(2) == Some("ngan") && word(1) == Some("hang")
    };
    if is_form(from) {
        from.saturating_sub(2)
    } else {
        from
    }
}

/// What is left and made of letters: a labelled name first, then one in capitals, then the most words.
fn take_name(pieces: &[Piece]) -> Option<String> {
    let named = pieces
        .iter()
        .filter(|piece| !matches!(piece.about, Some(About::Bank | About::Number)))
        .filter_map(|piece| {
            let words: Vec<_> = piece.words.iter().filter(|word| word.is_letters()).collect();
            let text: Vec<_> = words.iter().map(|word| word.written.as_str()).collect();
            let is_labelled = piece.about == Some(About::Name);
            let is_like_a_name = words.iter().all(|word| word.is_capital());
            (is_labelled || words.len() > 1)
                .then(|| ((is_labelled, is_like_a_name, words.len()), text.join(" ")))
        });
    named
        .filter(|(_, text)| !text.is_empty())
        .reduce(|best, next| if next.0 > best.0 { next } else { best })
        .map(|(_, text)| text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::payout::BankCertainty;

    fn banks() -> Vec<PayoutBankView> {
        finan_one::codes::payout_banks()
            .iter()
            .map(|bank| PayoutBankView {
                bank_id: bank.bin.clone(),
                bin: Some(bank.bin.clone()),
                short_name: bank.short_name.clone(),
                name: bank.name_vi.clone(),
                certainty: BankCertainty::Assumed,
                source: String::new(),
            })
            .collect()
    }

    fn understood(text: &str) -> (Option<String>, Vec<String>, Option<String>) {
        let pasted = read(text, &banks());
        let names = pasted.banks.into_iter().map(|bank| bank.short_name).collect();
        (pasted.number, names, pasted.name)
    }

    #[test]
    fn number_bank_and_name_are_found_in_any_order_and_dress() {
        for text in [
            "0011001234567 – Vietcombank – Nguyễn Văn An",
            "Nguyễn Văn An - VCB - 0011 0012 34567",
            "VCB 0011001234567 Nguyễn Văn An",
            "STK: 0011001234567\nNH: Vietcombank\nCTK: Nguyễn Văn An",
            "Số tài khoản 0011.0012.34567, ngân hàng Ngoại thương Việt Nam, chủ tài khoản: Nguyễn Văn An",
            "stk 0011001234567 vcb ctk Nguyễn Văn An",
            "Tên TK: Nguyễn Văn An | TK: 0011001234567 | Ngân hàng: Vietcombank",
            "Chuyển giúp mình 6.000.000đ nhé\n0011001234567\nVietcombank\nNguyễn Văn An",
            "Nguyễn Văn An (Vietcombank) 0011001234567",
        ] {
            let (number, bank, name) = understood(text);
            assert_eq!(number.as_deref(), Some("0011001234567"), "{text}");
            assert_eq!(bank, ["Vietcombank"], "{text}");
            assert_eq!(name.as_deref(), Some("Nguyễn Văn An"), "{text}");
        }
    }

    #[test]
    fn letters_in_a_number_and_a_bank_in_a_persons_name_are_understood() {
        let (number, bank, name) = understood("vqrq0001abcde / MB / TRAN TIEN PHONG");
        assert_eq!(number.as_deref(), Some("VQRQ0001ABCDE"));
        assert_eq!(bank, ["MB"]);
        assert_eq!(name.as_deref(), Some("TRAN TIEN PHONG"));
        let (_, bank, name) = understood("19031234567011 CTK: TRAN TIEN PHONG NH: Techcom");
        assert_eq!(
            (bank, name.as_deref()),
            (vec!["Techcombank".to_owned()], Some("TRAN TIEN PHONG"))
        );
    }

    #[test]
    fn a_part_is_better_than_nothing_and_nothing_is_nothing() {
        let (number, bank, name) = understood("19031234567011");
        assert_eq!(
            (number.as_deref(), bank.len(), name),
            (Some("19031234567011"), 0, None)
        );
        for text in ["", "   ", "☕", "123", "1.000.000đ"] {
            assert_eq!(read(text, &banks()), Pasted::default(), "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn whatever_is_pasted_is_survived_and_a_number_is_one(text in "[\\PC\\n]{0,200}") {
            let pasted = read(&text, &banks());
            if let Some(number) = pasted.number {
                proptest::prop_assert!(NUMBER_LENGTH.contains(&number.len()));
                proptest::prop_assert!(number.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase()));
            }
        }
    }
}
