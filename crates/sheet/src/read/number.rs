//! Numbers and dates of a workbook as text.

use calamine::{ExcelDateTime, Style};
use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

/// What a number format says beyond the value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Shown {
    /// The least digits, where the format is made of zeros (`0000000000` for phone numbers).
    digits: usize,
    /// Whether a time of day is shown.
    has_time: bool,
}

impl Shown {
    pub(super) fn new(style: &Style) -> Self {
        style
            .number_format
            .as_ref()
            .map_or_else(Self::default, |format| Self::of_code(&format.format_code))
    }

    fn of_code(code: &str) -> Self {
        let is_plain = code.chars().all(|letter| "0 -\\\"'".contains(letter));
        Self {
            digits: if is_plain { code.matches('0').count() } else { 0 },
            has_time: code.contains(['h', 'H', 's', 'S']),
        }
    }

    /// The number as it stands in the file, or as Excel shows it: 15 digits, no separators, a decimal point. The zeros
    /// that the format puts in front are part of it.
    pub(super) fn number(self, value: f64) -> String {
        let text = format!("{value:.14e}")
            .parse::<f64>()
            .unwrap_or(value)
            .to_string();
        let text = if text == "-0" { "0".to_owned() } else { text };
        if text.bytes().all(|byte| byte.is_ascii_digit()) {
            format!("{text:0>digits$}", digits = self.digits)
        } else {
            text
        }
    }

    /// `2026-11-21`, `2026-11-21 09:30:00`, or `09:30:00` where there is a time without a day. `None` if the number
    /// stands for no date that there is.
    pub(super) fn date(self, value: ExcelDateTime) -> Option<String> {
        if value.is_duration() || !(0.0..2_958_466.0).contains(&value.as_f64()) {
            return None;
        }
        let moment = moment(value)?;
        let time = moment.format("%H:%M:%S").to_string();
        if value.as_f64() < 1.0 && self.has_time {
            return Some(time);
        }
        let day = moment.format("%Y-%m-%d");
        Some(if self.has_time || time != "00:00:00" {
            format!("{day} {time}")
        } else {
            day.to_string()
        })
    }
}

/// The moment to the nearest second: fractions of a day rarely meet one exactly.
fn moment(value: ExcelDateTime) -> Option<NaiveDateTime> {
    let (year, month, day, hour, minute, second, milli) = value.to_ymd_hms_milli();
    NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day))?
        .and_hms_milli_opt(
            u32::from(hour),
            u32::from(minute),
            u32::from(second),
            u32::from(milli),
        )?
        .checked_add_signed(TimeDelta::milliseconds(500))
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::ExcelDateTimeType;

    fn date(code: &str, value: f64) -> Option<String> {
        Shown::of_code(code).date(ExcelDateTime::new(value, ExcelDateTimeType::DateTime, false))
    }

    #[test]
    fn numbers_stand_as_excel_shows_them() {
        for (code, value, text) in [
            ("General", 912_345_678.0, "912345678"),
            ("0000000000", 912_345_678.0, "0912345678"),
            ("0000\\ 000\\ 000", 912_345_678.0, "0912345678"),
            ("#,##0", 1_234_567.0, "1234567"),
            ("0", 5.0, "5"),
            ("0.00", 5.5, "5.5"),
            ("General", 0.1 + 0.2, "0.3"),
            ("General", -0.0, "0"),
            ("General", -1500.0, "-1500"),
            ("General", 1e15, "1000000000000000"),
        ] {
            assert_eq!(Shown::of_code(code).number(value), text, "{code} {value}");
        }
    }

    #[test]
    fn dates_are_written_year_first() {
        assert_eq!(date("dd/mm/yyyy", 46_347.0).as_deref(), Some("2026-11-21"));
        assert_eq!(
            date("dd/mm/yyyy", 46_347.395_833_333).as_deref(),
            Some("2026-11-21 09:30:00")
        );
        assert_eq!(
            date("dd/mm/yyyy hh:mm", 46_347.0).as_deref(),
            Some("2026-11-21 00:00:00")
        );
        assert_eq!(date("hh:mm", 0.5).as_deref(), Some("12:00:00"));
    }

    #[test]
    fn a_number_that_is_no_day_is_no_date() {
        for value in [-1.0, 60.0, 1e300, f64::NAN, f64::NEG_INFINITY] {
            assert_eq!(date("dd/mm/yyyy", value), None, "{value}");
        }
    }
}
