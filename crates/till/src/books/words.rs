//! Texts of rows, cleaned alike whether a person or the gateway wrote them: otherwise a row that was echoed would look changed.

use domain::text;

/// Nothing longer can be sent; it is refused, not cut.
const MOST_CHARS: usize = 4_000;

/// One line.
pub(crate) fn line(typed: &str) -> String {
    text::clean(typed, MOST_CHARS)
}

/// One line of what may be left out.
pub(crate) fn words(typed: Option<&str>) -> String {
    line(typed.unwrap_or_default())
}

/// A text of several lines.
pub(crate) fn lines(typed: &str) -> String {
    let lines: Vec<_> = typed.lines().map(line).collect();
    lines.join("\n").trim().to_owned()
}
