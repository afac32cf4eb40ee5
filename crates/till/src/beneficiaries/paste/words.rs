//! Cuts a text into pieces, at line ends, signs and labels, and each piece into words.

use std::iter::Peekable;

/// What a label says that its piece is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum About {
    Number,
    Bank,
    Name,
}

/// Labels as folded words, the longest first.
const LABELS: &[(&[&str], About)] = &[
    (&["ten", "chu", "tai", "khoan"], About::Name),
    (&["ten", "nguoi", "thu", "huong"], About::Name),
    (&["chu", "tai", "khoan"], About::Name),
    (&["ten", "tai", "khoan"], About::Name),
    (&["ten", "nguoi", "nhan"], About::Name),
    (&["nguoi", "thu", "huong"], About::Name),
    (&["so", "tai", "khoan"], About::Number),
    (&["account", "number"], About::Number),
    (&["account", "name"], About::Name),
    (&["tai", "khoan"], About::Number),
    (&["nguoi", "nhan"], About::Name),
    (&["ngan", "hang"], About::Bank),
    (&["chu", "tk"], About::Name),
    (&["ten", "tk"], About::Name),
    (&["so", "tk"], About::Number),
    (&["so", "the"], About::Number),
    (&["stk"], About::Number),
    (&["ctk"], About::Name),
    (&["tk"], About::Number),
];
/// Labels only before a colon or at the beginning of a piece: people and banks are called so too.
const WEAK_LABELS: &[(&str, About)] = &[
    ("ten", About::Name),
    ("name", About::Name),
    ("nh", About::Bank),
    ("bank", About::Bank),
    ("account", About::Number),
    ("acc", About::Number),
];

/// A word as it was written and as it is compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) written: String,
    /// Letters and digits only, lower case, without marks.
    pub(super) folded: String,
    /// Whether a colon follows.
    is_label: bool,
}

/// Words that stand together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) about: Option<About>,
    pub(super) words: Vec<Word>,
}

impl Word {
    /// Digits, perhaps in groups with points between them; an amount of money is none.
    pub(super) fn is_digits(&self) -> bool {
        let is_sign = |letter: char| matches!(letter, '.' | '-' | '_');
        self.written
            .chars()
            .all(|letter| letter.is_ascii_digit() || is_sign(letter))
            && !self.plain().is_empty()
            && !self.is_money()
    }

    /// ASCII letters and at least three digits.
    pub(super) fn is_mixed(&self) -> bool {
        let plain = self.written.as_str();
        let digits = plain.bytes().filter(u8::is_ascii_digit).count();
        plain.bytes().all(|byte| byte.is_ascii_alphanumeric()) && digits >= 3 && digits < plain.len()
    }

    /// No digit in it, and not only signs.
    pub(super) fn is_letters(&self) -> bool {
        !self.folded.is_empty() && !self.written.chars().any(char::is_numeric)
    }

    /// Whether it begins as names do.
    pub(super) fn is_capital(&self) -> bool {
        self.written.chars().next().is_some_and(char::is_uppercase)
    }

    /// Its ASCII letters and digits.
    pub(super) fn plain(&self) -> String {
        self.written.chars().filter(char::is_ascii_alphanumeric).collect()
    }

    /// "6.000.000": groups of three behind one of up to three.
    fn is_money(&self) -> bool {
        let mut groups = self.written.split('.');
        let first = groups.next().unwrap_or_default();
        let rest: Vec<_> = groups.collect();
        !rest.is_empty() && first.len() <= 3 && rest.iter().all(|group| group.len() == 3)
    }
}

/// Cuts a text.
pub(super) fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    // A dash between spaces parts; one in a number or a name does not.
    let text = text.replace(" - ", "\n");
    for line in text.split(is_cut) {
        let mut words = words(line).into_iter().peekable();
        let mut piece = Piece::default();
        while words.peek().is_some() {
            let is_first = piece.words.is_empty();
            if let Some(about) = take_label(&mut words, is_first) {
                push(&mut pieces, std::mem::take(&mut piece));
                piece.about = Some(about);
            } else if let Some(word) = words.next() {
                piece.words.push(word);
            }
        }
        push(&mut pieces, piece);
    }
    pieces
}

fn push(pieces: &mut Vec<Piece>, piece: Piece) {
    if !piece.words.is_empty() {
        pieces.push(piece);
    }
}

const fn is_cut(letter: char) -> bool {
    matches!(
        letter,
        '\n' | '\r'
            | '\t'
            | ','
            | ';'
            | '|'
            | '/'
            | '('
            | ')'
            | '['
            | ']'
            | '–'
            | '—'
            | '•'
            | '*'
            | '>'
            | '<'
    )
}

fn words(line: &str) -> Vec<Word> {
    // A colon ends a word.
    let spaced = line.replace([':', '：'], ": ");
    spaced.split_whitespace().filter_map(word).collect()
}

fn word(written: &str) -> Option<Word> {
    let is_label = written.ends_with(':');
    let written = written.trim_matches(|letter: char| !letter.is_alphanumeric());
    let folded: String = store::fold::fold(written)
        .chars()
        .filter(|letter| letter.is_alphanumeric())
        .collect();
    let word = Word {
        written: written.to_owned(),
        folded,
        is_label,
    };
    (!word.folded.is_empty()).then_some(word)
}

fn take_label(words: &mut Peekable<std::vec::IntoIter<Word>>, is_first: bool) -> Option<About> {
    let mut ahead = words.clone();
    for (label, about) in LABELS {
        let mut trial = words.clone();
        let is_it = label
            .iter()
            .all(|part| trial.next().is_some_and(|word| word.folded == *part));
        if is_it {
            *words = trial;
            return Some(*about);
        }
    }
    let next = ahead.next()?;
    let about = WEAK_LABELS
        .iter()
        .find(|(label, _)| next.folded == *label)
        .map(|(_, about)| *about)?;
    if next.is_label || (is_first && ahead.peek().is_some()) {
        *words = ahead;
        return Some(about);
    }
    None
}
