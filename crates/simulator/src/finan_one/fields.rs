//! Reading what a caller sent: query strings and JSON bodies, each refusal naming the field.

use axum::extract::Query as AxumQuery;
use axum::http::Uri;
use serde_json::{Map, Value};

use super::refusal::Refusal;

/// Decoded query parameters in the order sent.
pub(crate) struct Query(Vec<(String, String)>);

/// Reads a query string; unknown parameters are left alone.
pub(crate) fn query(uri: &Uri) -> Result<Query, Refusal> {
    AxumQuery::try_from_uri(uri)
        .map(|AxumQuery(pairs)| Query(pairs))
        .map_err(|_| Refusal::bad("query string cannot be read"))
}

impl Query {
    /// A filter that was sent and is not empty.
    pub(crate) fn filter(&self, name: &str) -> Option<&str> {
        let pair = self.0.iter().find(|(key, _)| key == name)?;
        Some(pair.1.as_str()).filter(|value| !value.is_empty())
    }

    /// A whole number above zero.
    pub(crate) fn positive(&self, name: &str) -> Result<Option<u64>, Refusal> {
        let read = |text: &str| text.parse().ok().filter(|number| *number > 0);
        self.filter(name)
            .map(|text| read(text).ok_or_else(|| Refusal::bad(format!("{name} must be a positive integer"))))
            .transpose()
    }
}

/// A JSON object. A field that is `null` counts as absent.
pub(crate) struct Fields(Map<String, Value>);

impl Fields {
    pub(crate) fn of(body: &[u8]) -> Result<Self, Refusal> {
        match serde_json::from_slice(body) {
            Ok(Value::Object(map)) => Ok(Self(map)),
            Ok(_) => Err(Refusal::bad("body must be a JSON object")),
            Err(error) => Err(Refusal::bad(format!("body is not JSON: {error}"))),
        }
    }

    pub(crate) fn text(&self, name: &str) -> Result<Option<String>, Refusal> {
        match self.get(name) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text.clone())),
            Some(_) => Err(Refusal::bad(format!("{name} must be a string"))),
        }
    }

    pub(crate) fn required_text(&self, name: &str) -> Result<String, Refusal> {
        self.text(name)?
            .filter(|text| !text.is_empty())
            .ok_or_else(|| Refusal::bad(format!("{name} is required")))
    }

    pub(crate) fn required_integer(&self, name: &str) -> Result<i64, Refusal> {
        let value = self
            .get(name)
            .ok_or_else(|| Refusal::bad(format!("{name} is required")))?;
        value
            .as_i64()
            .ok_or_else(|| Refusal::bad(format!("{name} must be an integer")))
    }

    pub(crate) fn object(&self, name: &str) -> Result<Option<Value>, Refusal> {
        match self.get(name) {
            None => Ok(None),
            Some(object @ Value::Object(_)) => Ok(Some(object.clone())),
            Some(_) => Err(Refusal::bad(format!("{name} must be an object"))),
        }
    }

    /// Refuses anything but a list of objects.
    pub(crate) fn check_objects(&self, name: &str) -> Result<(), Refusal> {
        match self.get(name) {
            None => Ok(()),
            Some(Value::Array(items)) if items.iter().all(Value::is_object) => Ok(()),
            Some(_) => Err(Refusal::bad(format!("{name} must be an array of objects"))),
        }
    }

    fn get(&self, name: &str) -> Option<&Value> {
        self.0.get(name).filter(|value| !value.is_null())
    }
}
