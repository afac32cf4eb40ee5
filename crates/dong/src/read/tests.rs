use proptest::prelude::{any, prop, prop_assert, prop_assert_eq, proptest};

use super::*;

#[test]
fn what_people_type_and_paste() {
    for (text, dong) in [
        ("85", 85),
        ("0", 0),
        ("007", 7),
        ("85k", 85_000),
        ("85K", 85_000),
        ("85 k", 85_000),
        ("85k5", 85_500),
        ("85kđ", 85_000),
        ("85 nghìn", 85_000),
        ("85 NGÀN đồng", 85_000),
        ("85 nghin", 85_000),
        ("1tr", 1_000_000),
        ("1tr2", 1_200_000),
        ("1tr25", 1_250_000),
        ("1tr250", 1_250_000),
        ("1tr05", 1_050_000),
        ("1 triệu 2", 1_200_000),
        ("1tr200k", 1_200_000),
        ("1 triệu 200 nghìn", 1_200_000),
        ("1tr200k500", 1_200_500),
        ("1,5tr", 1_500_000),
        ("1.5tr", 1_500_000),
        ("1,25 triệu", 1_250_000),
        ("0,5tr", 500_000),
        ("2,5k", 2_500),
        ("1 500k", 1_500_000),
        ("1.000.000k", 1_000_000_000),
        ("2 tỷ", 2_000_000_000),
        ("2 tỉ", 2_000_000_000),
        ("2ty", 2_000_000_000),
        ("1 tỷ 250 triệu", 1_250_000_000),
        ("500.000đ", 500_000),
        ("500.000 ₫", 500_000),
        ("500,000 VND", 500_000),
        ("500.000 VNĐ", 500_000),
        ("VND 500,000", 500_000),
        ("₫500.000", 500_000),
        ("500 000", 500_000),
        ("500\u{a0}000\u{202f}₫", 500_000),
        ("  1.234.567  ", 1_234_567),
        ("５００．０００", 500_000),
        ("999999999999999", 999_999_999_999_999),
        ("3 trie\u{323}\u{302}u", 3_000_000),
    ] {
        let expected = if dong < 0 {
            Err(ReadError::Letters)
        } else {
            Ok(Dong::new(dong))
        };
        assert_eq!(read(text), expected, "{text}");
    }
}

#[test]
fn refusals_say_why() {
    for (text, error) in [
        ("", ReadError::Empty),
        (" \u{a0} ", ReadError::Empty),
        ("đ", ReadError::Empty),
        ("VND", ReadError::Empty),
        ("abc", ReadError::Letters),
        ("12abc", ReadError::Letters),
        ("k", ReadError::Letters),
        ("triệu", ReadError::Letters),
        ("500$", ReadError::Letters),
        ("500+500", ReadError::Letters),
        ("5-6", ReadError::Letters),
        ("1e3", ReadError::Letters),
        ("٥٠٠", ReadError::Letters),
        ("5²", ReadError::Letters),
        ("5\u{336}0", ReadError::Letters),
        ("\u{202e}005", ReadError::Letters),
        ("-5", ReadError::Negative),
        ("−500.000đ", ReadError::Negative),
        ("(500)", ReadError::Negative),
        ("-", ReadError::Negative),
        ("1,5", ReadError::Fraction),
        ("500.00", ReadError::Fraction),
        ("1.234.567,89", ReadError::Fraction),
        ("1,234,567.00", ReadError::Fraction),
        ("0.500", ReadError::Fraction),
        ("1,2345k", ReadError::Fraction),
        ("1000000000000000", ReadError::TooLarge),
        ("99999999999999999999999999", ReadError::TooLarge),
        ("9999999999 tỷ", ReadError::TooLarge),
        ("1.500k", ReadError::Ambiguous),
        ("1,234tr", ReadError::Ambiguous),
        ("1tr2500", ReadError::Ambiguous),
        ("1,5tr200k", ReadError::Ambiguous),
        ("1k2tr", ReadError::Ambiguous),
        ("1tr1500k", ReadError::Ambiguous),
        ("1tr2.5", ReadError::Ambiguous),
        ("1.23.456", ReadError::Ambiguous),
        ("1.234,567", ReadError::Ambiguous),
        ("12 34", ReadError::Ambiguous),
        ("85 5", ReadError::Ambiguous),
        ("1234.567", ReadError::Ambiguous),
        ("500.", ReadError::Ambiguous),
        (".5", ReadError::Ambiguous),
        ("5..000", ReadError::Ambiguous),
        ("5, 000", ReadError::Ambiguous),
    ] {
        assert_eq!(read(text), Err(error), "{text}");
    }
}

proptest! {
    #[test]
    fn what_is_formatted_reads_back(dong in 0..=LARGEST.get()) {
        let amount = Dong::new(dong);
        prop_assert_eq!(read(&amount.to_string()), Ok(amount));
        prop_assert_eq!(read(&amount.grouped()), Ok(amount));
        prop_assert_eq!(read(&amount.grouped().replace('.', ",")), Ok(amount));
        prop_assert_eq!(read(&amount.grouped().replace('.', " ")), Ok(amount));
        prop_assert_eq!(read(&dong.to_string()), Ok(amount));
    }

    #[test]
    fn units_are_exact(thousands in 0_i64..1_000_000) {
        prop_assert_eq!(read(&format!("{thousands}k")), Ok(Dong::new(thousands * 1_000)));
        prop_assert_eq!(read(&format!("{thousands} triệu")), Ok(Dong::new(thousands * 1_000_000)));
    }

    #[test]
    fn nothing_panics_or_leaves_the_range(text in any::<String>()) {
        if let Ok(amount) = read(&text) {
            prop_assert!(!amount.is_negative() && amount <= LARGEST);
        }
    }

    #[test]
    fn nothing_near_an_amount_panics(pieces in prop::collection::vec(
        prop::sample::select(vec!["1", "25", "000", ".", ",", " ", "k", "tr", "tỷ", "đ", "-", "９", "99999999999"]), 0..12,
    )) {
        if let Ok(amount) = read(&pieces.concat()) {
            prop_assert!(!amount.is_negative() && amount <= LARGEST);
        }
    }
}
