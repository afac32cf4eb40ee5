//! Breaking paragraphs into lines: between words, inside a word only when it is wider than a line.

const ELLIPSIS: char = '…';
/// No paper holds a longer line; bytes. It keeps endless words from being measured again and again.
const LONGEST_LINE: usize = 1_200;

/// A paragraph of so few lines looks better when they are of about equal length.
const BALANCED: usize = 3;

/// At most `most` lines; when there is more, the last one ends in an ellipsis.
pub(super) fn lines(
    paragraphs: &[String],
    width: i32,
    most: usize,
    measure: impl Fn(&str) -> i32,
) -> Vec<String> {
    let mut lines = broken(paragraphs, width, most, &measure);
    let is_cut = lines.last().is_some_and(|last| last.ends_with(ELLIPSIS));
    if is_cut || !(2..=BALANCED).contains(&lines.len()) {
        return lines;
    }
    for percent in [90, 80, 70, 60, 50] {
        let narrower = broken(paragraphs, width / 100 * percent, most, &measure);
        let is_cut = narrower.last().is_some_and(|last| last.ends_with(ELLIPSIS));
        if is_cut || narrower.len() > lines.len() {
            break;
        }
        lines = narrower;
    }
    lines
}

fn broken(paragraphs: &[String], width: i32, most: usize, measure: &impl Fn(&str) -> i32) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in paragraphs {
        let mut rest = paragraph.as_str();
        while !rest.is_empty() {
            if lines.len() == most {
                return ended(lines, width, measure);
            }
            let (line, behind) = first_line(rest, width, measure);
            lines.push(line.to_owned());
            rest = behind;
        }
    }
    lines
}

fn first_line<'a>(text: &'a str, width: i32, measure: &impl Fn(&str) -> i32) -> (&'a str, &'a str) {
    let mut fitting = None;
    for (at, _) in text.match_indices(' ').chain([(text.len(), "")]) {
        let Some((line, behind)) = text.split_at_checked(at) else {
            break;
        };
        if at > LONGEST_LINE || measure(line) > width {
            break;
        }
        fitting = Some((line, behind.trim_start()));
    }
    fitting.unwrap_or_else(|| within_word(text, width, measure))
}

/// As many letters as fit, at least one.
fn within_word<'a>(text: &'a str, width: i32, measure: &impl Fn(&str) -> i32) -> (&'a str, &'a str) {
    let mut fitting = (text, "");
    for (count, (at, _)) in text.char_indices().skip(1).enumerate() {
        let Some((line, behind)) = text.split_at_checked(at) else {
            break;
        };
        if count > 0 && measure(line) > width {
            break;
        }
        fitting = (line, behind.trim_start());
    }
    fitting
}

fn ended(mut lines: Vec<String>, width: i32, measure: &impl Fn(&str) -> i32) -> Vec<String> {
    if let Some(last) = lines.last_mut() {
        last.push(ELLIPSIS);
        while measure(last) > width && last.chars().count() > 1 {
            last.pop();
            last.pop();
            last.truncate(last.trim_end().len());
            last.push(ELLIPSIS);
        }
    }
    lines
}
