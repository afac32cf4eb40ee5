//! Whatever the bytes are, reading ends with a table or an error.

use crate::{Format, Value, read};
use proptest::prelude::*;
use std::sync::LazyLock;

static WORKBOOK: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let row = vec![Value::Text("Trà"), Value::Integer(5)];
    super::support::bytes(Format::Xlsx, 2, &[row.clone(), row])
});

/// Touches every cell, so that a table that cannot be walked is found out.
fn walk(bytes: &[u8]) -> usize {
    read(bytes, "x.xlsx").map_or(0, |table| {
        table
            .rows()
            .map(|row| row.cells().map(|cell| cell.text.len()).sum::<usize>())
            .sum()
    })
}

#[test]
fn the_workbook_the_tests_damage_is_sound() {
    assert_eq!(walk(&WORKBOOK), 2 * ("Trà".len() + 1));
}

#[test]
fn a_workbook_cut_off_anywhere_is_no_table() {
    for end in (0..WORKBOOK.len()).step_by(37) {
        assert_eq!(walk(&WORKBOOK[..end]), 0, "{end}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn random_bytes(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        walk(&bytes);
    }

    #[test]
    fn random_bytes_that_begin_like_a_file(
        start in prop::sample::select(vec![&b"PK\x03\x04"[..], b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", b"\xFF\xFE", b"\xFE\xFF", b"\xEF\xBB\xBF", b"sep=;\n"]),
        rest in prop::collection::vec(any::<u8>(), 0..2000),
    ) {
        walk(&[start, &rest].concat());
    }

    #[test]
    fn random_text(text in "[a,;\"'\t\r\n=]{0,60}") {
        walk(text.as_bytes());
    }

    #[test]
    fn a_workbook_with_bytes_changed(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20)) {
        let mut bytes = WORKBOOK.clone();
        for (place, byte) in changes {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        walk(&bytes);
    }
}
