//! Texts as they can be set: composed, without anything that steers the direction of writing or stacks marks, and only
//! of letters that the typeface has.

use unicode_normalization::UnicodeNormalization;

use super::Faces;

/// Longer texts are not read to their end: they end in an ellipsis long before.
const LONGEST: usize = 4_000;
/// What stands for a letter that the typeface lacks: its own sign for that is blank, which would hide that something is
/// missing.
const UNKNOWN: char = '?';

/// On one line: every kind of white space is one space.
pub(super) fn line(text: &str, faces: &Faces) -> String {
    set(text, faces).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The lines of a text as it was typed, each as [`line`] has it; empty ones are left out.
pub(super) fn paragraphs(text: &str, faces: &Faces) -> Vec<String> {
    set(text, faces)
        .split('\n')
        .map(|paragraph| paragraph.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|paragraph| !paragraph.is_empty())
        .collect()
}

fn set(text: &str, faces: &Faces) -> String {
    let mut clean = String::with_capacity(text.len());
    for letter in text.chars().take(LONGEST).nfc() {
        push(letter, faces, &mut clean);
    }
    clean
}

fn push(letter: char, faces: &Faces, clean: &mut String) {
    if letter == '\n' {
        clean.push('\n');
    } else if letter.is_whitespace() {
        clean.push(' ');
    } else if is_dropped(letter) {
    } else if faces.has(letter) {
        clean.push(letter);
    } else {
        push_alike(letter, faces, clean);
    }
}

/// Full-width letters and the like have an ordinary twin.
fn push_alike(letter: char, faces: &Faces, clean: &mut String) {
    let alike: String = std::iter::once(letter).nfkc().collect();
    if alike.chars().all(|twin| faces.has(twin)) {
        clean.push_str(&alike);
    } else {
        clean.push(UNKNOWN);
    }
}

/// Controls, marks that did not compose, and pictures: without them a text says the same.
fn is_dropped(letter: char) -> bool {
    letter.is_control()
        || matches!(letter,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff0}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}'
            | '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
            | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}'
            | '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}')
}
