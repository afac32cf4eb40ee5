//! Finding rows of a short table by what was typed, without an index of words: payouts and beneficiaries are thousands at most.
//!
//! The searched column holds folded words, each after a space.

use crate::fold::{self, fold};
use rusqlite::types::Value;

/// With fewer digits it is the beginning of a number, with more any part of one.
const SHORTEST_PART: usize = 4;

/// A condition in SQL with the values of its marks.
#[derive(Debug, Clone)]
pub(crate) struct Condition {
    pub(crate) sql: String,
    pub(crate) values: Vec<Value>,
}

impl Condition {
    pub(crate) fn new(sql: &str, values: Vec<Value>) -> Self {
        Self {
            sql: sql.to_owned(),
            values,
        }
    }

    /// Both must hold.
    pub(crate) fn and(&mut self, sql: &str, values: Vec<Value>) {
        self.sql = format!("{} AND ({sql})", self.sql);
        self.values.extend(values);
    }
}

/// The text of a searched column: the folded words of some texts.
pub(crate) fn text(texts: &[&str]) -> String {
    let folded: Vec<String> = texts.iter().map(|text| fold(text)).collect();
    folded
        .iter()
        .flat_map(|text| text.split(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
        .map(|word| format!(" {word}"))
        .collect()
}

/// Rows with all the words, or with the numbers that groups of digits make together, or where one of the `whole` conditions holds for
/// what was typed as it is. `None` when nothing was typed that could be searched for.
pub(crate) fn found(typed: &str, column: &str, whole: &[&str]) -> Option<Condition> {
    let words = fold::words(typed);
    if words.is_empty() {
        return None;
    }
    let mut ways = vec![joined(&words), vec![words.concat()], words];
    ways.dedup();
    let (mut parts, mut values) = (Vec::new(), Vec::new());
    for way in ways {
        let (terms, more): (Vec<_>, Vec<_>) = way.iter().map(|word| term(column, word)).unzip();
        parts.push(format!("({})", terms.join(" AND ")));
        values.extend(more);
    }
    for condition in whole {
        parts.push((*condition).to_owned());
        values.push(typed.trim().to_owned().into());
    }
    Some(Condition {
        sql: parts.join(" OR "),
        values,
    })
}

fn term(column: &str, word: &str) -> (String, Value) {
    let is_part = is_number(word) && word.len() >= SHORTEST_PART;
    let sought = if is_part {
        word.to_owned()
    } else {
        format!(" {word}")
    };
    (format!("instr({column}, ?) > 0"), sought.into())
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Groups of digits beside each other as one number.
fn joined(words: &[String]) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for word in words {
        match out.last_mut() {
            Some(last) if is_number(last) && is_number(word) => last.push_str(word),
            _ => out.push(word.clone()),
        }
    }
    out
}
