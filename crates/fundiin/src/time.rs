//! Times as the gateway writes and reads them: `YYYY-MM-DD hh:mm:ss` in Vietnam time, with ISO 8601 and
//! epoch numbers in some answers. Pure; this machine's zone is never asked for.

use chrono::{DateTime, FixedOffset, NaiveDateTime, TimeZone, Utc};

use crate::assumptions::{LARGEST_EPOCH_SECONDS, TIME_FORMAT, VIETNAM_OFFSET_SECONDS};

/// The `Request-Time` header of a request that leaves at this Unix millisecond.
#[must_use]
pub fn request_time(unix_ms: i64) -> String {
    let time = DateTime::from_timestamp_millis(unix_ms).unwrap_or_default();
    match vietnam() {
        Some(zone) => time.with_timezone(&zone).format(TIME_FORMAT).to_string(),
        None => time.format(TIME_FORMAT).to_string(),
    }
}

/// A time as text, or as the text of a number.
pub(crate) fn read_time(text: &str) -> Option<DateTime<Utc>> {
    let text = text.trim();
    if let Ok(epoch) = text.parse::<i64>() {
        return if epoch.saturating_abs() > LARGEST_EPOCH_SECONDS {
            DateTime::from_timestamp_millis(epoch)
        } else {
            DateTime::from_timestamp(epoch, 0)
        };
    }
    if let Ok(time) = DateTime::parse_from_rfc3339(text) {
        return Some(time.to_utc());
    }
    let naive = NaiveDateTime::parse_from_str(text, TIME_FORMAT).ok()?;
    let local = vietnam()?.from_local_datetime(&naive).single()?;
    Some(local.to_utc())
}

fn vietnam() -> Option<FixedOffset> {
    FixedOffset::east_opt(VIETNAM_OFFSET_SECONDS)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert_eq, proptest};

    use super::*;

    #[test]
    fn a_request_is_stamped_in_vietnam_with_24_hours() {
        assert_eq!(request_time(1_699_999_999_000), "2023-11-15 05:13:19");
        assert_eq!(request_time(1_699_945_200_999), "2023-11-14 14:00:00");
        assert_eq!(request_time(0), "1970-01-01 07:00:00");
        assert_eq!(request_time(i64::MAX), "1970-01-01 07:00:00");
    }

    #[test]
    fn every_spelling_of_a_time_is_read() {
        for (text, seconds) in [
            ("2023-07-24 09:33:55", 1_690_166_035),
            ("2025-08-08T03:10:05Z", 1_754_622_605),
            ("2025-08-08T10:10:05+07:00", 1_754_622_605),
            ("1689315609", 1_689_315_609),
            ("1689315609000", 1_689_315_609),
        ] {
            assert_eq!(
                read_time(text).map(|time| time.timestamp()),
                Some(seconds),
                "{text}"
            );
        }
    }

    #[test]
    fn nonsense_is_no_time() {
        for text in [
            "",
            "hôm qua",
            "2023-13-01 00:00:00",
            "2023-07-24",
            "1e9",
            "9223372036854775807",
        ] {
            assert_eq!(read_time(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_written_time_is_read_back(seconds in 0_i64..4_000_000_000) {
            let written = request_time(seconds * 1_000);
            prop_assert_eq!(read_time(&written).map(|time| time.timestamp()), Some(seconds));
        }

        #[test]
        fn any_text_is_read_without_a_panic(text in ".{0,40}") {
            let _ = read_time(&text);
        }
    }
}
