//! CSV has no types, so a spreadsheet takes a text that looks like a formula for one and runs it. An apostrophe in
//! front makes it a text again.
//!
//! The same is done after every character at which *some* spreadsheet splits a line: a file with commas opened where
//! semicolons are usual is cut in other places than ours. [`disarm`] and [`rearm`] undo each other for every text.

use std::borrow::Cow;

const STARTERS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
const SPLITTERS: [char; 5] = [',', ';', '\t', '\r', '\n'];
const QUOTES: [char; 2] = ['\'', '"'];

/// The text as it is safe in a CSV cell.
pub(crate) fn disarm(text: &str) -> Cow<'_, str> {
    if !may_run(text) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len().saturating_add(2));
    for (place, piece) in pieces(text) {
        if place.runs(piece) {
            safe.push('\'');
        }
        safe.push_str(piece);
    }
    Cow::Owned(safe)
}

/// The text that [`disarm`] was given.
pub(crate) fn rearm(text: &str) -> Cow<'_, str> {
    if !may_run(text) || !text.contains('\'') {
        return Cow::Borrowed(text);
    }
    Cow::Owned(
        pieces(text)
            .map(|(place, piece)| match piece.strip_prefix('\'') {
                Some(rest) if place.runs(rest) => rest,
                _ => piece,
            })
            .collect(),
    )
}

fn may_run(text: &str) -> bool {
    text.contains(STARTERS) || text.trim_start_matches(QUOTES).starts_with(SPLITTERS)
}

#[derive(Clone, Copy)]
enum Place {
    Start,
    Inside,
}

impl Place {
    fn runs(self, piece: &str) -> bool {
        let bare = piece.trim_start_matches(QUOTES);
        bare.starts_with(STARTERS) || (matches!(self, Self::Start) && bare.starts_with(['\t', '\r', '\n']))
    }
}

/// The text cut after every splitter, the splitters kept.
fn pieces(text: &str) -> impl Iterator<Item = (Place, &str)> {
    text.split_inclusive(SPLITTERS)
        .enumerate()
        .map(|(index, piece)| (if index == 0 { Place::Start } else { Place::Inside }, piece))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn whatever_could_run_gets_an_apostrophe() {
        for (text, safe) in [
            ("=1+1", "'=1+1"),
            ("+84912345678", "'+84912345678"),
            ("-5", "'-5"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t'=1"),
            ("\rx", "'\rx"),
            ("＝1", "'＝1"),
            ("\"=1", "'\"=1"),
            ("'=1", "''=1"),
            ("a;=1", "a;'=1"),
            ("a\n-b", "a\n'-b"),
        ] {
            assert_eq!(disarm(text), safe);
        }
    }

    #[test]
    fn harmless_texts_stay_as_they_are() {
        for text in [
            "",
            "0912345678",
            "A-1",
            "cà phê, sữa - đá",
            "a@b.vn",
            "'x",
            "\"x\"",
        ] {
            assert_eq!(disarm(text), text);
            assert_eq!(rearm(text), text);
        }
    }

    #[test]
    fn an_apostrophe_by_which_others_keep_a_phone_number_is_taken_off() {
        assert_eq!(rearm("'+84912345678"), "+84912345678");
    }

    proptest! {
        #[test]
        fn taking_it_off_gives_the_same_text(text in "[=+@'\",;\t\r\na-]{0,12}") {
            let safe = disarm(&text);
            prop_assert_eq!(rearm(&safe), text.as_str());
            prop_assert!(!safe.starts_with(STARTERS) && !safe.starts_with(['\t', '\r', '\n']));
        }
    }
}
