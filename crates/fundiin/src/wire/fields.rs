//! A JSON object whose fields are read one by one, each as tolerantly as its meaning allows.

use std::collections::HashMap;
use std::str::FromStr;

use chrono::{DateTime, Utc};
use dong::Dong;
use rust_decimal::Decimal;
use serde::Deserialize;
use serde_json::value::RawValue;

use crate::amount::CURRENCY;
use crate::time::read_time;

/// A field is present and cannot be an amount in dong.
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

    /// A text that is not empty; a number is taken as its text.
    pub(crate) fn text(&self, names: &[&str]) -> Option<String> {
        text_of(self.raw(names)?)
    }

    /// A whole number, also as text or with an empty fraction.
    pub(crate) fn integer(&self, names: &[&str]) -> Option<i64> {
        whole_number(&self.text(names)?)
    }

    /// An amount as number, as text or as `{value, currency}`; none when it is missing, null or empty.
    pub(crate) fn dong(&self, names: &[&str]) -> Result<Option<Dong>, NotAnAmount> {
        let Some(json) = self.raw(names) else {
            return Ok(None);
        };
        let Some(object) = Self::of(json) else {
            return dong_of(json);
        };
        match object.text(&["currency"]) {
            Some(currency) if currency != CURRENCY => Err(NotAnAmount),
            _ => object.raw(&["value"]).map_or(Ok(None), dong_of),
        }
    }

    /// A moment: text in Vietnam time or ISO 8601, or an epoch number.
    pub(crate) fn time(&self, names: &[&str]) -> Option<DateTime<Utc>> {
        read_time(&self.text(names)?)
    }

    /// The objects of a list; what is no object is skipped.
    pub(crate) fn list(&self, names: &[&str]) -> Vec<Self> {
        let rows: Vec<Box<RawValue>> = self
            .raw(names)
            .and_then(|json| serde_json::from_str(json).ok())
            .unwrap_or_default();
        rows.iter().filter_map(|row| Self::of(row.get())).collect()
    }
}

fn text_of(json: &str) -> Option<String> {
    let text = if json.starts_with('"') {
        serde_json::from_str(json).ok()?
    } else {
        json.starts_with(|first: char| first.is_ascii_digit() || first == '-')
            .then(|| json.to_owned())?
    };
    (!text.trim().is_empty()).then_some(text)
}

fn dong_of(json: &str) -> Result<Option<Dong>, NotAnAmount> {
    if json == "\"\"" {
        return Ok(None);
    }
    text_of(json)
        .and_then(|text| whole_number(&text))
        .map(|value| Some(Dong::new(value)))
        .ok_or(NotAnAmount)
}

/// `500000`, `500000.0` and `5e5`, exactly and without floating point.
fn whole_number(text: &str) -> Option<i64> {
    let text = text.trim();
    let is_number = |byte: u8| byte.is_ascii_digit() || b"-.eE+".contains(&byte);
    if !text.bytes().all(is_number) || text.starts_with('+') {
        return None;
    }
    let number = Decimal::from_str(text)
        .or_else(|_| Decimal::from_scientific(text))
        .ok()?;
    i64::try_from(number.is_integer().then_some(number)?).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert_eq, proptest};

    use super::*;

    fn amount(json: &str) -> Result<Option<Dong>, NotAnAmount> {
        Fields::of(&format!("{{\"amount\":{json}}}"))
            .unwrap()
            .dong(&["amount"])
    }

    #[test]
    fn amounts_are_exact_in_every_spelling() {
        for json in [
            "400000",
            "400000.0",
            "4e5",
            "\"400000\"",
            "\" 400000.00 \"",
            r#"{"value":400000,"currency":"VND"}"#,
            r#"{"value":"400000"}"#,
            r#"{"value":400000.0,"currency":null}"#,
        ] {
            assert_eq!(amount(json), Ok(Some(Dong::new(400_000))), "{json}");
        }
    }

    #[test]
    fn missing_amounts_are_none_and_others_are_never_guessed() {
        for json in [
            "null",
            "\"\"",
            "{}",
            r#"{"value":null,"currency":"VND"}"#,
            r#"{"value":""}"#,
        ] {
            assert_eq!(amount(json), Ok(None), "{json}");
        }
        for json in [
            "400000.5",
            "\"bốn trăm\"",
            "\"1,000\"",
            "[]",
            "true",
            "1e40",
            "9223372036854775808",
            r#"{"value":4,"currency":"USD"}"#,
            r#"{"value":{"value":4}}"#,
        ] {
            assert_eq!(amount(json), Err(NotAnAmount), "{json}");
        }
    }

    #[test]
    fn wrong_types_are_absent_instead_of_fatal() {
        let object = Fields::of(r#"{"s":{"x":1},"t":"yesterday","l":[1,{"a":2},null],"e":""}"#).unwrap();
        assert_eq!((object.text(&["s"]), object.text(&["e"])), (None, None));
        assert_eq!(object.time(&["t"]), None);
        assert_eq!(object.list(&["l"]).len(), 1);
        assert!(object.list(&["s"]).is_empty());
    }

    #[test]
    fn times_are_read_from_text_and_number() {
        let object = Fields::of(r#"{"a":1689315609,"b":"2023-07-14 13:20:09"}"#).unwrap();
        assert_eq!(object.time(&["a"]), object.time(&["b"]));
        assert!(object.time(&["a"]).is_some());
    }

    proptest! {
        #[test]
        fn every_integer_survives(value in any::<i64>()) {
            prop_assert_eq!(whole_number(&value.to_string()), Some(value));
            prop_assert_eq!(amount(&format!("{{\"value\":{value}.0}}")), Ok(Some(Dong::new(value))));
        }

        #[test]
        fn any_text_is_read_without_a_panic(text in ".{0,80}") {
            let _ = whole_number(&text);
        }
    }
}
