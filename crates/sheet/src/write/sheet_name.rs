//! Names that Excel takes for a sheet.

const LONGEST: usize = 31;

/// The title as a sheet's name: no `[]:*?/\`, no apostrophe at its ends, at most 31 UTF-16 units; `fallback` if
/// nothing is left.
pub(super) fn sheet_name(title: &str, fallback: &str) -> String {
    let mut units: usize = 0;
    let name: String = title
        .chars()
        .map(|letter| {
            if letter.is_control() || "[]:*?/\\".contains(letter) {
                '-'
            } else {
                letter
            }
        })
        .take_while(|letter| {
            units = units.saturating_add(letter.len_utf16());
            units <= LONGEST
        })
        .collect();
    let name = name.trim().trim_matches('\'').trim();
    // Excel keeps the name "History" for itself.
    if name.is_empty() || name.eq_ignore_ascii_case("history") {
        fallback.to_owned()
    } else {
        name.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_excel_refuses_is_replaced() {
        for (title, name) in [
            ("Thanh toán 01/11/2026", "Thanh toán 01-11-2026"),
            ("'Quầy'", "Quầy"),
            ("  ", "Sheet1"),
            ("History", "Sheet1"),
            (
                "Một tên rất dài, dài hơn ba mươi mốt chữ",
                "Một tên rất dài, dài hơn ba mươ",
            ),
        ] {
            assert_eq!(sheet_name(title, "Sheet1"), name);
        }
        assert_eq!(sheet_name(&"🍜".repeat(20), "Sheet1"), "🍜".repeat(15));
    }
}
