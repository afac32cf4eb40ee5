//! Reads how long a 429 asks to wait: from the `Retry-After` header, else from the message text in
//! English or Vietnamese ("Retry after 30 seconds", "thử lại sau 30 giây"). Pure.

use std::time::Duration;

use crate::server_clock::unix_ms;

/// A longer wait is not believed, seconds.
const MAX_WAIT_SECONDS: u64 = 600;
/// Words, folded, that announce the wait.
const AFTER_WORDS: &[&str] = &["after", "in", "wait", "sau", "trong", "cho", "doi"];
/// Words, folded, for seconds.
const SECOND_WORDS: &[&str] = &["s", "sec", "secs", "second", "seconds", "giay"];
/// Words, folded, for minutes.
const MINUTE_WORDS: &[&str] = &["m", "min", "mins", "minute", "minutes", "phut"];

/// The wait that a 429 asks for, if it says. `header` is `Retry-After` (seconds or an HTTP date, which
/// is measured from `date`, the answer's own `Date`), `text` the message of the body.
#[must_use]
pub fn retry_wait(header: Option<&str>, date: Option<&str>, text: &str) -> Option<Duration> {
    header
        .and_then(|header| header_seconds(header.trim(), date))
        .or_else(|| text_seconds(text))
        .map(|seconds| Duration::from_secs(seconds.clamp(1, MAX_WAIT_SECONDS)))
}

fn header_seconds(header: &str, date: Option<&str>) -> Option<u64> {
    header.parse().ok().or_else(|| {
        let wait_ms = unix_ms(header)?.saturating_sub(unix_ms(date?)?);
        u64::try_from(wait_ms.max(0)).ok().map(|ms| ms.div_ceil(1_000))
    })
}

fn text_seconds(text: &str) -> Option<u64> {
    let words = words(text);
    let mut found = None;
    for (index, word) in words.iter().enumerate() {
        let Ok(number) = word.parse::<u64>() else { continue };
        let unit = words
            .get(index.saturating_add(1))
            .and_then(|unit| seconds_in(unit));
        let is_announced = index
            .checked_sub(1)
            .and_then(|before| words.get(before))
            .is_some_and(|before| AFTER_WORDS.contains(&before.as_str()));
        match (unit, is_announced) {
            (Some(unit), true) => return Some(number.saturating_mul(unit)),
            (None, true) => found = found.or(Some(number)),
            (Some(unit), false) => found = Some(number.saturating_mul(unit)),
            (None, false) => {}
        }
    }
    found
}

fn seconds_in(unit: &str) -> Option<u64> {
    if SECOND_WORDS.contains(&unit) {
        Some(1)
    } else if MINUTE_WORDS.contains(&unit) {
        Some(60)
    } else {
        None
    }
}

/// Runs of digits and runs of letters, folded to plain lower case.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut last_was_digit = None;
    for character in text.chars().filter_map(fold) {
        let is_digit = character.is_ascii_digit();
        if !character.is_alphanumeric() {
            last_was_digit = None;
            continue;
        }
        match words.last_mut() {
            Some(word) if last_was_digit == Some(is_digit) => word.push(character),
            _ => words.push(character.to_string()),
        }
        last_was_digit = Some(is_digit);
    }
    words
}

/// Drops combining marks and folds the few accented letters of the words looked for.
fn fold(character: char) -> Option<char> {
    match character {
        '\u{0300}'..='\u{036F}' => None,
        'â' | 'Â' => Some('a'),
        'ú' | 'Ú' => Some('u'),
        'ờ' | 'Ờ' | 'ợ' | 'Ợ' => Some('o'),
        'đ' | 'Đ' => Some('d'),
        other => Some(other.to_ascii_lowercase()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seconds(header: Option<&str>, text: &str) -> Option<u64> {
        retry_wait(header, Some("Tue, 14 Nov 2023 22:13:19 GMT"), text).map(|wait| wait.as_secs())
    }

    #[test]
    fn the_header_wins_in_seconds_or_as_a_date() {
        assert_eq!(seconds(Some("7"), "Retry after 30 seconds"), Some(7));
        assert_eq!(seconds(Some("Tue, 14 Nov 2023 22:13:59 GMT"), ""), Some(40));
        assert_eq!(seconds(Some("soon"), "Retry after 30 seconds"), Some(30));
    }

    #[test]
    fn the_text_is_read_in_both_languages() {
        for (text, expected) in [
            ("Rate limit exceeded. Retry after 30 seconds.", Some(30)),
            (
                "Vượt quá giới hạn 100 yêu cầu, vui lòng thử lại sau 45 giây",
                Some(45),
            ),
            ("Vui lòng thử lại sau 2 phút.", Some(120)),
            ("Thu lai sau 20 giay", Some(20)),
            ("thử lại sau 15 gia\u{0302}y", Some(15)),
            ("100 requests per 60 seconds; wait 12s", Some(12)),
            ("retry in 5", Some(5)),
            ("100 requests per minute exceeded", None),
            ("Yêu cầu không hợp lệ", None),
            ("", None),
        ] {
            assert_eq!(seconds(None, text), expected, "{text}");
        }
    }

    #[test]
    fn an_absurd_wait_is_bounded() {
        assert_eq!(seconds(Some("0"), ""), Some(1));
        assert_eq!(seconds(Some("86400"), ""), Some(600));
        assert_eq!(seconds(None, "after 99999999999999999999 seconds"), None);
    }
}
