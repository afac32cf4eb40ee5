//! A JSON object whose fields are read one by one, each as tolerantly as its meaning allows.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use dong::Dong;
use rust_decimal::Decimal;
use serde::Deserialize;
use serde_json::value::RawValue;

use super::number::{decimal_number, whole_number};

/// A field is present and cannot be an amount.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct NotAnAmount;

/// A JSON object with unparsed values.
#[derive(Debug, Default, Deserialize)]
#[serde(transparent)]
pub(crate) struct Fields(HashMap<String, Box<RawValue>>);

impl Fields {
    /// The object that `json` is.
    pub(crate) fn of(json: &str) -> Option<Self> {
        serde_json::from_str(json).ok()
    }

    /// The JSON text of the first of these fields that is there and not null.
    pub(crate) fn raw(&self, names: &[&str]) -> Option<&str> {
        names
            .iter()
            .filter_map(|name| self.0.get(*name))
            .map(|value| value.get())
            .find(|json| *json != "null")
    }

    /// A text; a number is taken as its text.
    pub(crate) fn text(&self, names: &[&str]) -> Option<String> {
        let json = self.raw(names)?;
        if json.starts_with('"') {
            serde_json::from_str(json).ok()
        } else {
            json.starts_with(|first: char| first.is_ascii_digit() || first == '-')
                .then(|| json.to_owned())
        }
    }

    /// A whole number, also as text or with an empty fraction.
    pub(crate) fn integer(&self, names: &[&str]) -> Option<i64> {
        self.text(names).and_then(|text| whole_number(text.trim()))
    }

    /// An amount; none when the field is missing, null or an empty text.
    pub(crate) fn dong(&self, names: &[&str]) -> Result<Option<Dong>, NotAnAmount> {
        match self.raw(names) {
            None | Some("\"\"") => Ok(None),
            Some(_) => self
                .integer(names)
                .map(|dong| Some(Dong::new(dong)))
                .ok_or(NotAnAmount),
        }
    }

    /// A number that may have a fraction, exactly.
    pub(crate) fn decimal(&self, names: &[&str]) -> Option<Decimal> {
        self.text(names).and_then(|text| decimal_number(text.trim()))
    }

    /// Yes or no.
    pub(crate) fn flag(&self, names: &[&str]) -> Option<bool> {
        self.raw(names).and_then(|json| serde_json::from_str(json).ok())
    }

    /// A moment in RFC 3339.
    pub(crate) fn time(&self, names: &[&str]) -> Option<DateTime<Utc>> {
        let text = self.text(names)?;
        DateTime::parse_from_rfc3339(text.trim())
            .ok()
            .map(|time| time.to_utc())
    }

    /// An object inside this one.
    pub(crate) fn object(&self, names: &[&str]) -> Option<Self> {
        self.raw(names).and_then(Self::of)
    }

    /// The objects of a list inside this one; an element that is none has no fields. Empty when there is no list.
    pub(crate) fn objects(&self, names: &[&str]) -> Vec<Self> {
        self.elements(names)
            .into_iter()
            .map(|element| Self::of(element.get()).unwrap_or_default())
            .collect()
    }

    /// The texts of a list inside this one; other elements are left out.
    pub(crate) fn texts(&self, names: &[&str]) -> Vec<String> {
        self.elements(names)
            .into_iter()
            .filter_map(|element| serde_json::from_str(element.get()).ok())
            .collect()
    }

    fn elements(&self, names: &[&str]) -> Vec<&RawValue> {
        self.raw(names)
            .and_then(|json| serde_json::from_str(json).ok())
            .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(json: &str) -> Fields {
        Fields::of(json).unwrap()
    }

    #[test]
    fn amounts_are_exact_in_every_spelling_and_refused_otherwise() {
        for json in ["500000", "500000.0", "\"500000\"", "\" 500000.00 \"", "5e5"] {
            let object = fields(&format!("{{\"amount\":{json}}}"));
            assert_eq!(object.dong(&["amount"]), Ok(Some(Dong::new(500_000))), "{json}");
        }
        for json in ["500000.5", "\"năm trăm\"", "[]", "{}", "true", "1e40"] {
            let object = fields(&format!("{{\"amount\":{json}}}"));
            assert_eq!(object.dong(&["amount"]), Err(NotAnAmount), "{json}");
        }
        for json in ["{}", "{\"amount\":null}", "{\"amount\":\"\"}"] {
            assert_eq!(fields(json).dong(&["amount"]), Ok(None), "{json}");
        }
    }

    #[test]
    fn the_first_name_that_has_a_value_counts() {
        let object = fields(r#"{"a":null,"b":"two","c":3}"#);
        assert_eq!(object.text(&["a", "b", "c"]).as_deref(), Some("two"));
        assert_eq!(object.text(&["c"]).as_deref(), Some("3"));
        assert_eq!(object.text(&["d"]), None);
    }

    #[test]
    fn wrong_types_are_absent_instead_of_fatal() {
        let object = fields(r#"{"status":{"x":1},"at":"yesterday","is":"maybe","detail":[1]}"#);
        assert_eq!(object.text(&["status"]), None);
        assert_eq!(object.time(&["at"]), None);
        assert_eq!(object.flag(&["is"]), None);
        assert!(object.object(&["detail"]).is_none());
    }

    #[test]
    fn lists_are_read_element_by_element() {
        let object = fields(r#"{"rows":[{"n":1},7,null],"words":["a",1,"b"],"none":null,"odd":{"a":1}}"#);
        let rows: Vec<_> = object
            .objects(&["rows"])
            .iter()
            .map(|row| row.integer(&["n"]))
            .collect();
        assert_eq!(rows, [Some(1), None, None]);
        assert_eq!(object.texts(&["words"]), ["a", "b"]);
        for name in ["none", "odd", "missing"] {
            assert!(object.objects(&[name]).is_empty() && object.texts(&[name]).is_empty());
        }
    }

    #[test]
    fn fractions_are_exact() {
        let object = fields(r#"{"a":0.1,"b":"2.50","c":1e2,"d":"ten","e":[1],"f":1e99}"#);
        let read = |name| object.decimal(&[name]).map(|number| number.to_string());
        assert_eq!(read("a").as_deref(), Some("0.1"));
        assert_eq!(read("b").as_deref(), Some("2.50"));
        assert_eq!(read("c").as_deref(), Some("100"));
        assert_eq!((read("d"), read("e"), read("f")), (None, None, None));
    }

    #[test]
    fn times_with_any_offset_are_utc() {
        let object = fields(r#"{"at":"2024-01-20T17:00:00.5+07:00"}"#);
        assert_eq!(
            object.time(&["at"]).unwrap().timestamp_millis(),
            1_705_744_800_500
        );
    }
}
