//! Reading a JSON body; each refusal names the field by its path. Unknown fields are left alone.

use dong::Dong;
use serde_json::{Map, Value};

use super::refusal::Refusal;

type Read<T> = Result<T, Refusal>;

/// A JSON object somewhere in a body. A field that is `null` counts as absent.
pub(crate) struct Fields<'a> {
    map: &'a Map<String, Value>,
    path: String,
    takes_numbers_as_text: bool,
}

impl<'a> Fields<'a> {
    pub(crate) fn new(map: &'a Map<String, Value>, takes_numbers_as_text: bool) -> Self {
        Self {
            map,
            path: String::new(),
            takes_numbers_as_text,
        }
    }

    /// The refusal that names `name`.
    pub(crate) fn wrong(&self, name: &str) -> Refusal {
        Refusal::field(format!("{}{name}", self.path))
    }

    pub(crate) fn text(&self, name: &str) -> Read<Option<&'a str>> {
        match self.get(name) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(_) => Err(self.wrong(name)),
        }
    }

    pub(crate) fn required_text(&self, name: &str) -> Read<&'a str> {
        let text = self.text(name)?.filter(|text| !text.trim().is_empty());
        text.ok_or_else(|| self.wrong(name))
    }

    /// Required by the table, but its example leaves it empty.
    pub(crate) fn present_text(&self, name: &str) -> Read<&'a str> {
        self.text(name)?.ok_or_else(|| self.wrong(name))
    }

    pub(crate) fn texts(&self, names: &[&str]) -> Read<()> {
        names.iter().try_for_each(|name| self.text(name).map(drop))
    }

    pub(crate) fn required_texts(&self, names: &[&str]) -> Read<()> {
        names
            .iter()
            .try_for_each(|name| self.required_text(name).map(drop))
    }

    pub(crate) fn one_of(&self, name: &str, words: &[&str]) -> Read<Option<&'a str>> {
        let text = self.text(name)?;
        match text {
            Some(text) if !words.contains(&text) => Err(self.wrong(name)),
            _ => Ok(text),
        }
    }

    pub(crate) fn flag(&self, name: &str) -> Read<()> {
        match self.get(name) {
            None | Some(Value::Bool(_)) => Ok(()),
            Some(_) => Err(self.wrong(name)),
        }
    }

    /// The text of a number; whether it is whole is another question.
    pub(crate) fn number(&self, name: &str) -> Read<Option<String>> {
        match self.get(name) {
            None => Ok(None),
            Some(Value::Number(number)) => Ok(Some(number.to_string())),
            Some(Value::String(text)) if self.takes_numbers_as_text => Ok(Some(text.clone())),
            Some(_) => Err(self.wrong(name)),
        }
    }

    pub(crate) fn whole(&self, name: &str) -> Read<Option<i64>> {
        let Some(text) = self.number(name)? else {
            return Ok(None);
        };
        whole(&text).map(Some).ok_or_else(|| self.wrong(name))
    }

    pub(crate) fn required_whole(&self, name: &str) -> Read<i64> {
        self.whole(name)?.ok_or_else(|| self.wrong(name))
    }

    pub(crate) fn object(&self, name: &str) -> Read<Option<Self>> {
        match self.get(name) {
            None => Ok(None),
            Some(Value::Object(map)) => Ok(Some(self.inside(map, format!("{}{name}.", self.path)))),
            Some(_) => Err(self.wrong(name)),
        }
    }

    pub(crate) fn required_object(&self, name: &str) -> Read<Self> {
        self.object(name)?.ok_or_else(|| self.wrong(name))
    }

    pub(crate) fn list(&self, name: &str) -> Read<Option<Vec<Self>>> {
        let rows = match self.get(name) {
            None => return Ok(None),
            Some(Value::Array(rows)) => rows,
            Some(_) => return Err(self.wrong(name)),
        };
        let read = |(at, row): (usize, &'a Value)| match row {
            Value::Object(map) => Ok(self.inside(map, format!("{}{name}[{at}].", self.path))),
            _ => Err(self.wrong(&format!("{name}[{at}]"))),
        };
        rows.iter().enumerate().map(read).collect::<Read<_>>().map(Some)
    }

    /// `{value, currency}`. A value that is a number but no whole number above zero is `None`.
    pub(crate) fn money(&self, name: &str) -> Read<Option<Dong>> {
        let money = self.required_object(name)?;
        let text = money.number("value")?.ok_or_else(|| money.wrong("value"))?;
        money
            .one_of("currency", &["VND"])?
            .ok_or_else(|| money.wrong("currency"))?;
        Ok(whole(&text).filter(|amount| *amount > 0).map(Dong::new))
    }

    fn inside(&self, map: &'a Map<String, Value>, path: String) -> Self {
        Self { map, path, ..*self }
    }

    fn get(&self, name: &str) -> Option<&'a Value> {
        self.map.get(name).filter(|value| !value.is_null())
    }
}

/// `400000` and `400000.0` are the same number in JSON.
fn whole(text: &str) -> Option<i64> {
    let (before, after) = text.split_once('.').unwrap_or((text, ""));
    let has_fraction = after.bytes().any(|byte| byte != b'0');
    before.parse().ok().filter(|_| !has_fraction)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_number_may_be_written_with_a_point() {
        for (text, value) in [
            ("85", Some(85)),
            ("85.0", Some(85)),
            ("85.5", None),
            ("1e3", None),
            ("", None),
        ] {
            assert_eq!(whole(text), value, "{text}");
        }
    }

    #[test]
    fn a_refusal_names_the_path() {
        let body: Value = serde_json::from_str(r#"{"items":[{"a":1},{"price":"5"}]}"#).unwrap();
        let fields = Fields::new(body.as_object().unwrap(), false);
        let items = fields.list("items").unwrap().unwrap();
        assert_eq!(
            items[1].whole("price").unwrap_err().field.unwrap(),
            "items[1].price"
        );
        let lenient = Fields::new(body.as_object().unwrap(), true);
        assert_eq!(
            lenient.list("items").unwrap().unwrap()[1].whole("price"),
            Ok(Some(5))
        );
    }
}
