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

/// A JSON object, which may stand inside another. A field that is `null` counts as absent.
pub(crate) struct Fields {
    map: Map<String, Value>,
    /// What stands before a field's name in a refusal: empty, `address.`, `items[0].`.
    path: String,
}

impl Fields {
    pub(crate) fn of(body: &[u8]) -> Result<Self, Refusal> {
        match serde_json::from_slice(body) {
            Ok(Value::Object(map)) => Ok(Self::of_map(map)),
            Ok(_) => Err(Refusal::bad("body must be a JSON object")),
            Err(error) => Err(Refusal::bad(format!("body is not JSON: {error}"))),
        }
    }

    pub(crate) fn of_map(map: Map<String, Value>) -> Self {
        let path = String::new();
        Self { map, path }
    }

    pub(crate) fn into_map(self) -> Map<String, Value> {
        self.map
    }

    pub(crate) fn text(&self, name: &str) -> Result<Option<String>, Refusal> {
        match self.get(name) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text.clone())),
            Some(_) => Err(self.must(name, "be a string")),
        }
    }

    pub(crate) fn required_text(&self, name: &str) -> Result<String, Refusal> {
        self.text(name)?
            .filter(|text| !text.is_empty())
            .ok_or_else(|| self.missing(name))
    }

    /// A required text that is one of a few; another one is against a rule.
    pub(crate) fn one_of(&self, name: &str, words: &[&str]) -> Result<String, Refusal> {
        let word = self.required_text(name)?;
        if words.contains(&word.as_str()) {
            Ok(word)
        } else {
            Err(self.against(name, "is not supported"))
        }
    }

    pub(crate) fn integer(&self, name: &str) -> Result<Option<i64>, Refusal> {
        self.get(name)
            .map(|value| value.as_i64().ok_or_else(|| self.must(name, "be an integer")))
            .transpose()
    }

    pub(crate) fn required_integer(&self, name: &str) -> Result<i64, Refusal> {
        self.integer(name)?.ok_or_else(|| self.missing(name))
    }

    /// A number that may have a fraction, as the caller wrote it.
    pub(crate) fn required_number(&self, name: &str) -> Result<String, Refusal> {
        match self.get(name) {
            None => Err(self.missing(name)),
            Some(Value::Number(number)) => Ok(number.to_string()),
            Some(_) => Err(self.must(name, "be a number")),
        }
    }

    pub(crate) fn required_flag(&self, name: &str) -> Result<bool, Refusal> {
        let value = self.get(name).ok_or_else(|| self.missing(name))?;
        value.as_bool().ok_or_else(|| self.must(name, "be a boolean"))
    }

    pub(crate) fn object(&self, name: &str) -> Result<Option<Value>, Refusal> {
        match self.get(name) {
            None => Ok(None),
            Some(object @ Value::Object(_)) => Ok(Some(object.clone())),
            Some(_) => Err(self.must(name, "be an object")),
        }
    }

    /// The fields of an object inside this one.
    pub(crate) fn group(&self, name: &str) -> Result<Option<Self>, Refusal> {
        match self.get(name) {
            None => Ok(None),
            Some(Value::Object(map)) => Ok(Some(Self {
                map: map.clone(),
                path: format!("{}{name}.", self.path),
            })),
            Some(_) => Err(self.must(name, "be an object")),
        }
    }

    pub(crate) fn required_group(&self, name: &str) -> Result<Self, Refusal> {
        self.group(name)?.ok_or_else(|| self.missing(name))
    }

    /// The fields of each object of a list inside this one.
    pub(crate) fn groups(&self, name: &str) -> Result<Vec<Self>, Refusal> {
        self.check_objects(name)?;
        let items = self.get(name).and_then(Value::as_array);
        let numbered = items.into_iter().flatten().enumerate();
        Ok(numbered
            .filter_map(|(index, item)| {
                Some(Self {
                    map: item.as_object()?.clone(),
                    path: format!("{}{name}[{index}].", self.path),
                })
            })
            .collect())
    }

    /// The texts of a list inside this one.
    pub(crate) fn texts(&self, name: &str) -> Result<Vec<String>, Refusal> {
        let wrong = || self.must(name, "be an array of strings");
        let Some(value) = self.get(name) else {
            return Ok(Vec::new());
        };
        let items = value.as_array().ok_or_else(wrong)?;
        let texts = items.iter().map(|item| item.as_str().map(str::to_owned));
        texts.map(|text| text.ok_or_else(wrong)).collect()
    }

    /// Refuses anything but a list of objects.
    pub(crate) fn check_objects(&self, name: &str) -> Result<(), Refusal> {
        match self.get(name) {
            None => Ok(()),
            Some(Value::Array(items)) if items.iter().all(Value::is_object) => Ok(()),
            Some(_) => Err(self.must(name, "be an array of objects")),
        }
    }

    /// Those of these fields that were sent and are not blank.
    pub(crate) fn known(&self, names: &[&str]) -> Map<String, Value> {
        let is_blank = |value: &Value| match value {
            Value::String(text) => text.is_empty(),
            Value::Array(items) => items.is_empty(),
            Value::Object(fields) => fields.is_empty(),
            _ => false,
        };
        names
            .iter()
            .filter_map(|name| Some((*name, self.get(name).filter(|value| !is_blank(value))?)))
            .map(|(name, value)| (name.to_owned(), value.clone()))
            .collect()
    }

    /// 400: a required field is not there.
    pub(crate) fn missing(&self, name: &str) -> Refusal {
        Refusal::bad(format!("{}{name} is required", self.path))
    }

    /// 400: a field of the wrong kind.
    pub(crate) fn must(&self, name: &str, what: &str) -> Refusal {
        Refusal::bad(format!("{}{name} must {what}", self.path))
    }

    /// 422: a field that breaks a rule.
    pub(crate) fn against(&self, name: &str, rule: &str) -> Refusal {
        Refusal::invalid(format!("{}{name} {rule}", self.path))
    }

    fn get(&self, name: &str) -> Option<&Value> {
        self.map.get(name).filter(|value| !value.is_null())
    }
}
