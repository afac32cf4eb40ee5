//! Fixed path templates, and what may enter them. Paths are signed, so nothing in them is ever escaped.

use gateway::{Code, Failure};

use crate::error::{InvalidField, Reason};

/// Longest id or filter value that enters a path.
const MAX_ID_BYTES: usize = 128;

/// The exact bytes of a request body: stored, signed and sent as they are.
#[derive(Clone, PartialEq, Eq)]
pub struct Body(Vec<u8>);

impl Body {
    pub(crate) fn of(value: &impl serde::Serialize) -> Result<Self, Failure> {
        let bytes = serde_json::to_vec(value).map_err(|_| bad_request("the body could not be written"))?;
        Ok(Self(bytes))
    }

    /// The same for checked details, whose only fault could be in the writing.
    pub(crate) fn of_details(value: &impl serde::Serialize) -> Result<Self, InvalidField> {
        Self::of(value).map_err(|_| InvalidField::new("body", Reason::BadCharacters))
    }

    /// The bytes.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// The bytes, to be stored.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.0
    }
}

impl std::fmt::Debug for Body {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Body({} bytes)", self.0.len())
    }
}

/// `folder/id`, when the id may enter a path.
pub(crate) fn one(folder: &str, id: &str) -> Result<String, Failure> {
    Ok(format!("{folder}/{}", checked(id)?))
}

/// `folder?name=value&…` of the values that are given.
pub(crate) fn with_query(folder: &str, values: &[(&str, Option<&str>)]) -> Result<String, Failure> {
    let mut path = folder.to_owned();
    let mut separator = '?';
    for (name, value) in values {
        let Some(value) = value else { continue };
        path.push(separator);
        path.push_str(name);
        path.push('=');
        path.push_str(checked(value)?);
        separator = '&';
    }
    Ok(path)
}

/// `id` itself when it has only letters, digits and hyphens.
pub(crate) fn checked(id: &str) -> Result<&str, Failure> {
    let is_plain = id
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if is_plain && !id.is_empty() && id.len() <= MAX_ID_BYTES {
        Ok(id)
    } else {
        Err(Failure::not_sent(
            Code::BadId,
            "an id may have letters, digits and hyphens only",
        ))
    }
}

/// A request that makes no sense and is not sent.
pub(crate) fn bad_request(detail: &str) -> Failure {
    Failure::not_sent(Code::BadRequest, detail)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_ids_enter_a_path() {
        assert_eq!(one("/p", "a-1B").unwrap(), "/p/a-1B");
        for id in [
            "",
            "..",
            "a/b",
            "a?b",
            "a b",
            "a%2F",
            "ă",
            "a\n",
            "a_b",
            &"a".repeat(129),
        ] {
            assert_eq!(one("/p", id).unwrap_err().code, Code::BadId, "{id}");
        }
    }

    #[test]
    fn a_query_has_only_what_is_given() {
        assert_eq!(with_query("/p", &[("id", None), ("n", None)]).unwrap(), "/p");
        assert_eq!(
            with_query("/p", &[("id", None), ("n", Some("09"))]).unwrap(),
            "/p?n=09"
        );
        assert_eq!(
            with_query("/p", &[("id", Some("a")), ("n", Some("09"))]).unwrap(),
            "/p?id=a&n=09"
        );
        assert!(with_query("/p", &[("id", Some("a&b=c"))]).is_err());
    }
}
