//! Reads what a cashier types as an amount.

use super::check;
use crate::{Till, TillError};
use contract::ErrorCode;
use contract::amount::{AmountRequest, AmountView};
use contract::settings::WordChoice;
use dong::read::ReadError;
use dong::words::{LinhOrLe, NghinOrNgan, TuOrBon, WordStyle};
use dong::{Dong, suggest, words};

/// Longer texts are no amounts.
const MOST_CHARS: usize = 100;
/// Smaller amounts are asked about once: the best-known fraud sends 200 dong for 200.000.
const ODD_BELOW: Dong = Dong::new(1_000);

/// What the text means, in words of both languages, with suggestions.
///
/// # Errors
/// None today; the signature is that of every operation.
pub async fn read(till: &Till, request: AmountRequest) -> Result<AmountView, TillError> {
    let text: String = request.text.chars().take(MOST_CHARS).collect();
    std::future::ready(Ok(understood(&text, till.settings().words))).await
}

fn understood(text: &str, choice: WordChoice) -> AmountView {
    let suggestion = suggest::thousand(text).filter(|amount| check(*amount).is_ok());
    let quick = suggest::multiples(text)
        .into_iter()
        .filter(|amount| check(*amount).is_ok())
        .collect();
    match dong::read::read(text) {
        Ok(amount) => AmountView {
            amount: Some(amount),
            problem: check(amount).err(),
            words_vi: words::sentence_case(&words::words_with_dong(amount, style(choice))),
            words_en: words::sentence_case(&words::words_en_with_dong(amount)),
            suggestion,
            quick,
            is_odd: amount < ODD_BELOW && check(amount).is_ok(),
        },
        Err(error) => AmountView {
            amount: None,
            problem: Some(problem(error)),
            words_vi: String::new(),
            words_en: String::new(),
            suggestion,
            quick,
            is_odd: false,
        },
    }
}

pub(crate) const fn problem(error: ReadError) -> ErrorCode {
    match error {
        ReadError::Empty => ErrorCode::AmountEmpty,
        ReadError::Negative => ErrorCode::AmountNegative,
        ReadError::Fraction => ErrorCode::AmountFraction,
        ReadError::TooLarge => ErrorCode::AmountTooLarge,
        ReadError::Letters | ReadError::Ambiguous => ErrorCode::AmountUnreadable,
    }
}

/// How the shop speaks amounts.
pub(crate) const fn style(choice: WordChoice) -> WordStyle {
    WordStyle {
        linh_or_le: if choice.says_le {
            LinhOrLe::Le
        } else {
            LinhOrLe::Linh
        },
        tu_or_bon: if choice.says_tu { TuOrBon::Tu } else { TuOrBon::Bon },
        nghin_or_ngan: if choice.says_ngan {
            NghinOrNgan::Ngan
        } else {
            NghinOrNgan::Nghin
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view(text: &str) -> AmountView {
        understood(text, crate::settings::fresh().words)
    }

    #[test]
    fn eighty_five_is_eighty_five_until_the_suggestion_is_taken() {
        let view = view("85");
        assert_eq!(view.amount, Some(Dong::new(85)));
        assert_eq!(view.suggestion, Some(Dong::new(85_000)));
        assert!(view.is_odd);
        assert_eq!(view.words_vi, "Tám mươi lăm đồng");
    }

    #[test]
    fn what_cannot_be_asked_for_says_why() {
        assert_eq!(view("").problem, Some(ErrorCode::AmountEmpty));
        assert_eq!(view("0").problem, Some(ErrorCode::AmountZero));
        assert_eq!(view("-5").problem, Some(ErrorCode::AmountNegative));
        assert_eq!(view("abc").problem, Some(ErrorCode::AmountUnreadable));
        assert_eq!(view("500tr").problem, Some(ErrorCode::AmountTooLarge));
        assert_eq!(view("499.999.999đ").problem, None);
    }
}
