use proptest::prelude::{ProptestConfig, prop_assert, prop_assert_eq, proptest};

use super::*;

fn typesetter() -> Typesetter {
    Typesetter::new().unwrap()
}

#[test]
fn vietnamese_composes_and_directions_marks_and_pictures_go() {
    let set = typesetter();
    for (text, clean) in [
        ("Pho\u{302}\u{309}", "Phổ"),
        ("Cà phê ☕️ sữa đá 🧋", "Cà phê sữa đá"),
        ("a\u{202e}b\u{2066}c\u{200f}", "abc"),
        ("x\u{336}\u{336}\u{336}", "x"),
        ("５００ ₫\u{a0}\u{202f}!", "500 ₫ !"),
        ("a\u{0}\u{1b}[31m\tb", "a[31m b"),
        ("咖啡 é", "?? é"),
        ("<script>&\"'</script>", "<script>&\"'</script>"),
    ] {
        assert_eq!(set.clean(text), clean);
    }
}

#[test]
fn every_vietnamese_letter_is_in_both_weights() {
    let set = typesetter();
    let letters =
        "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệfghiìỉĩíịjklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvwxyỳỷỹýỵz₫";
    for letter in letters.chars().chain(letters.to_uppercase().chars()) {
        assert!(set.faces.has(letter), "{letter}");
    }
}

#[test]
fn figures_are_of_equal_width_and_never_cut() {
    let set = typesetter();
    let wide = i32::MAX;
    let ones = set.figures("1.111.111 ₫", Weight::Regular, 300, wide);
    let fours = set.figures("4.444.444 ₫", Weight::Regular, 300, wide);
    assert_eq!(ones.width(), fours.width());
    let squeezed = set.figures("-9.223.372.036.854.775.808 ₫", Weight::SemiBold, 300, 900);
    assert!(squeezed.width() <= 900);
    assert_eq!(squeezed.text, "-9.223.372.036.854.775.808 ₫");
}

#[test]
fn long_texts_wrap_at_words_and_end_in_an_ellipsis() {
    let set = typesetter();
    let lines = set.wrapped(
        "Một hai ba bốn năm sáu bảy tám chín mười",
        Weight::Regular,
        300,
        2_500,
        9,
    );
    assert!(lines.len() > 1);
    let joined: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
    assert_eq!(joined.join(" "), "Một hai ba bốn năm sáu bảy tám chín mười");
    let cut = set.wrapped(&"x".repeat(10_000), Weight::Regular, 300, 2_500, 3);
    assert_eq!(cut.len(), 3);
    assert!(cut[2].text.ends_with('…'));
}

#[test]
fn lines_that_were_typed_stay_lines() {
    let set = typesetter();
    let lines = set.wrapped("một\n\nhai\r\nba", Weight::Regular, 300, 9_000, 9);
    let texts: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
    assert_eq!(texts, ["một", "hai", "ba"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_fits_its_column(text in "\\PC{0,200}", width in 600_i32..9_000) {
        let set = typesetter();
        for line in set.wrapped(&text, Weight::Regular, 300, width, 4) {
            prop_assert!(line.width() <= width, "{:?}", line.text);
        }
    }

    #[test]
    fn every_glyph_knows_its_letters(text in "\\PC{0,60}") {
        let set = typesetter();
        let run = set.line(&text, Weight::SemiBold, 300);
        let spelt: String = run.placed().map(|(_, range, _)| run.text.get(range).unwrap().to_owned()).collect();
        prop_assert_eq!(spelt, run.text);
    }
}
