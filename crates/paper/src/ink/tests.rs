use super::picture::grey;
use super::{Mark, Page, Shade};
use crate::text::{Typesetter, Weight};

/// How much black a letter has.
fn blackness(set: &Typesetter, text: &str) -> u64 {
    let page = Page {
        width: 200,
        height: 200,
        beside: 0,
        units_per_cm: 80,
        marks: vec![Mark::Text {
            x: 20,
            y: 140,
            run: set.line(text, Weight::Regular, 100),
            shade: Shade::Black,
        }],
    };
    let grey = grey(&page, set.faces(), 1.0).unwrap();
    grey.pixels.iter().map(|pixel| u64::from(u8::MAX - pixel)).sum()
}

#[test]
fn each_vietnamese_mark_adds_ink() {
    let set = Typesetter::new().unwrap();
    for letters in [
        ["e", "ê", "ệ"],
        ["a", "ă", "ặ"],
        ["o", "ơ", "ở"],
        ["u", "ư", "ữ"],
        ["A", "Â", "Ẫ"],
    ] {
        let ink = letters.map(|letter| blackness(&set, letter));
        assert!(
            0 < ink[0] && ink[0] < ink[1] && ink[1] < ink[2],
            "{letters:?} {ink:?}"
        );
    }
}

#[test]
fn a_letter_that_is_missing_is_seen_to_be_missing() {
    let set = Typesetter::new().unwrap();
    assert!(blackness(&set, "咖") > 0);
    assert_eq!(blackness(&set, "咖"), blackness(&set, "?"));
    assert_ne!(blackness(&set, "ệ"), blackness(&set, "?"));
}
