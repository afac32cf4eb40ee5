use proptest::prelude::{any, prop_assert_eq, proptest};

use super::*;

fn styles() -> Vec<WordStyle> {
    let mut styles = Vec::new();
    for linh_or_le in [LinhOrLe::Linh, LinhOrLe::Le] {
        for tu_or_bon in [TuOrBon::Tu, TuOrBon::Bon] {
            for nghin_or_ngan in [NghinOrNgan::Nghin, NghinOrNgan::Ngan] {
                styles.push(WordStyle {
                    linh_or_le,
                    tu_or_bon,
                    nghin_or_ngan,
                });
            }
        }
    }
    styles
}

fn said(dong: i64) -> String {
    words(Dong::new(dong), WordStyle::default())
}

#[test]
fn vietnamese_as_it_is_said() {
    for (dong, text) in [
        (0, "không"),
        (1, "một"),
        (4, "bốn"),
        (5, "năm"),
        (10, "mười"),
        (11, "mười một"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi bốn"),
        (55, "năm mươi lăm"),
        (100, "một trăm"),
        (105, "một trăm lẻ năm"),
        (110, "một trăm mười"),
        (115, "một trăm mười lăm"),
        (999, "chín trăm chín mươi chín"),
        (1_000, "một nghìn"),
        (1_001, "một nghìn không trăm lẻ một"),
        (1_050, "một nghìn không trăm năm mươi"),
        (85_000, "tám mươi lăm nghìn"),
        (199_800, "một trăm chín mươi chín nghìn tám trăm"),
        (1_000_005, "một triệu không trăm lẻ năm"),
        (1_005_000, "một triệu không trăm lẻ năm nghìn"),
        (1_200_000, "một triệu hai trăm nghìn"),
        (999_000_000_000, "chín trăm chín mươi chín tỷ"),
        (1_000_000_000_000, "một nghìn tỷ"),
        (2_005_000_000_000, "hai nghìn không trăm lẻ năm tỷ"),
        (1_000_000_000_005, "một nghìn tỷ không trăm lẻ năm"),
        (9_000_000_000_000_000_000, "chín tỷ tỷ"),
        (-5_000, "âm năm nghìn"),
    ] {
        assert_eq!(said(dong), text, "{dong}");
    }
}

#[test]
fn styles_change_their_word_only() {
    let other = WordStyle {
        linh_or_le: LinhOrLe::Linh,
        tu_or_bon: TuOrBon::Tu,
        nghin_or_ngan: NghinOrNgan::Ngan,
    };
    assert_eq!(words(Dong::new(105), other), "một trăm linh năm");
    assert_eq!(words(Dong::new(24), other), "hai mươi tư");
    assert_eq!(words(Dong::new(14), other), "mười bốn");
    assert_eq!(words(Dong::new(4_004), other), "bốn ngàn không trăm linh bốn");
    assert_eq!(words(Dong::new(1_001), other), "một ngàn không trăm linh một");
}

#[test]
fn currency_and_sentence_case() {
    let text = words_with_dong(Dong::new(85_000), WordStyle::default());
    assert_eq!(text, "tám mươi lăm nghìn đồng");
    assert_eq!(sentence_case(&text), "Tám mươi lăm nghìn đồng");
    assert_eq!(sentence_case("âm năm"), "Âm năm");
    assert_eq!(sentence_case(""), "");
}

#[test]
fn english_as_it_is_said() {
    for (dong, text) in [
        (0, "zero"),
        (15, "fifteen"),
        (21, "twenty-one"),
        (40, "forty"),
        (105, "one hundred five"),
        (1_001, "one thousand one"),
        (85_000, "eighty-five thousand"),
        (1_250_000, "one million two hundred fifty thousand"),
        (2_000_000_019, "two billion nineteen"),
        (-12, "minus twelve"),
    ] {
        assert_eq!(words_en(Dong::new(dong)), text, "{dong}");
    }
    assert_eq!(
        words_en_with_dong(Dong::new(500_000)),
        "five hundred thousand dong"
    );
    assert!(words_en(Dong::MIN).starts_with("minus nine quintillion two hundred twenty-three quadrillion"));
}

#[test]
fn words_of_people_parse() {
    for (text, dong) in [
        ("Năm trăm nghìn đồng", 500_000),
        ("nam tram ngan dong chan", 500_000),
        ("  HAI  MƯƠI   TƯ ", 24),
        ("một trăm linh tư", 104),
        ("hai mươi nhăm", 25),
        ("hai tỉ", 2_000_000_000),
        ("âm năm nghìn đồng", -5_000),
        ("không đồng", 0),
    ] {
        assert_eq!(parse(text), Ok(Dong::new(dong)), "{text}");
    }
}

#[test]
fn unclear_words_are_refused() {
    for (text, error) in [
        ("", WordsError::Empty),
        ("  ", WordsError::Empty),
        ("năm quả cam", WordsError::UnknownWord),
        ("5 nghìn", WordsError::UnknownWord),
        ("một triệu hai", WordsError::Unclear),
        ("một trăm năm", WordsError::Unclear),
        ("hai ba", WordsError::Unclear),
        ("nghìn", WordsError::Unclear),
        ("một nghìn một triệu", WordsError::Unclear),
        ("năm tỷ tỷ tỷ tỷ tỷ tỷ", WordsError::Unclear),
        ("âm không", WordsError::Unclear),
    ] {
        assert_eq!(parse(text), Err(error), "{text}");
    }
}

#[test]
fn every_small_number_parses_back_in_every_style() {
    for style in styles() {
        for dong in 0..=11_111 {
            let text = words(Dong::new(dong), style);
            assert_eq!(parse(&text), Ok(Dong::new(dong)), "{text}");
        }
    }
}

proptest! {
    #[test]
    fn words_parse_back_in_every_style(dong in any::<i64>(), shift in 0_u32..63) {
        let amount = Dong::new(dong >> shift);
        for style in styles() {
            let text = words(amount, style);
            prop_assert_eq!(parse(&text), Ok(amount));
            prop_assert_eq!(parse(&crate::fold::fold(&text)), Ok(amount));
            prop_assert_eq!(parse(&sentence_case(&words_with_dong(amount, style))), Ok(amount));
        }
    }

    #[test]
    fn no_text_panics(text in any::<String>()) {
        let _ = parse(&text);
    }

    #[test]
    fn english_words_differ_for_different_amounts(left in any::<i64>(), right in any::<i64>()) {
        prop_assert_eq!(words_en(Dong::new(left)) == words_en(Dong::new(right)), left == right);
    }
}
