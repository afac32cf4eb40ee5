//! `customer.dateOfBirth`: `DD-MM-YYYY` (Initiate page), a day that exists.

use std::fmt;

use chrono::{Datelike, NaiveDate};
use serde::{Serialize, Serializer};

use crate::error::{InvalidField, Reason};

const FIELD: &str = "dateOfBirth";
const FORMAT: &str = "%d-%m-%Y";
/// Nobody at a counter was born before.
const FIRST_YEAR: i32 = 1_900;
/// The form has four digits for the year.
const LAST_YEAR: i32 = 9_999;

/// A day of birth. `Debug` does not show it.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct BirthDate(NaiveDate);

impl BirthDate {
    /// Takes a day.
    ///
    /// # Errors
    /// `dateOfBirth` when its year cannot be meant.
    pub fn new(day: NaiveDate) -> Result<Self, InvalidField> {
        if (FIRST_YEAR..=LAST_YEAR).contains(&day.year()) {
            Ok(Self(day))
        } else {
            Err(InvalidField::new(FIELD, Reason::NotADate))
        }
    }

    /// Reads `DD-MM-YYYY`, exactly.
    ///
    /// # Errors
    /// `dateOfBirth` when it has another form or there is no such day.
    pub fn parse(text: &str) -> Result<Self, InvalidField> {
        let day = NaiveDate::parse_from_str(text, FORMAT)
            .ok()
            .filter(|day| day.format(FORMAT).to_string() == text)
            .ok_or_else(|| InvalidField::new(FIELD, Reason::NotADate))?;
        Self::new(day)
    }
}

impl fmt::Display for BirthDate {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.0.format(FORMAT))
    }
}

impl fmt::Debug for BirthDate {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("BirthDate(…)")
    }
}

impl Serialize for BirthDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_written_as_they_are_read() {
        for text in ["17-04-1999", "29-02-2000", "01-01-1900"] {
            let date = BirthDate::parse(text).unwrap();
            assert_eq!(date.to_string(), text);
            assert_eq!(serde_json::to_string(&date).unwrap(), format!("\"{text}\""));
        }
    }

    #[test]
    fn other_forms_and_days_that_do_not_exist_are_refused() {
        for text in [
            "",
            "1999-04-17",
            "17/04/1999",
            "7-4-1999",
            "17-04-99",
            "31-02-2000",
            "29-02-2001",
            "00-01-2000",
            "01-13-2000",
            "01-01-1899",
            " 17-04-1999",
            "17-04-+1999",
        ] {
            let invalid = BirthDate::parse(text).unwrap_err();
            assert_eq!(
                (invalid.field.as_str(), invalid.code()),
                ("dateOfBirth", "not_a_date"),
                "{text}"
            );
        }
    }
}
