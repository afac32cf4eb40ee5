//! What is to be sent, complete and final. Header values may be signatures, so none of them shows.

use std::fmt;

use crate::secret::SecretText;

/// HTTP methods that the gateways use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Method {
    /// Reads.
    Get,
    /// Creates.
    Post,
    /// Changes.
    Put,
    /// Removes.
    Delete,
}

impl Method {
    /// Upper case, as sent and as signed.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Delete => "DELETE",
        }
    }

    /// The method with this name, in any case.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Get, Self::Post, Self::Put, Self::Delete]
            .into_iter()
            .find(|method| method.as_str().eq_ignore_ascii_case(name))
    }
}

/// A header to send.
#[derive(Debug, Clone)]
pub struct Header {
    /// Lower-case name.
    pub name: &'static str,
    /// Value, shown to nobody but the gateway.
    pub value: SecretText,
}

/// One request. `Debug` shows neither header values nor the body.
#[derive(Clone)]
pub struct Request {
    /// Method.
    pub method: Method,
    /// Path after the base URL with its query string, exactly as signed; empty for the base URL itself.
    pub path_and_query: String,
    /// Headers besides those that HTTP itself needs.
    pub headers: Vec<Header>,
    /// Body, exactly as signed.
    pub body: Vec<u8>,
}

impl Request {
    /// A request without headers and body.
    #[must_use]
    pub fn bare(method: Method, path_and_query: &str) -> Self {
        Self {
            method,
            path_and_query: path_and_query.to_owned(),
            headers: Vec::new(),
            body: Vec::new(),
        }
    }

    /// The same request with one more header.
    #[must_use]
    pub fn with_header(mut self, name: &'static str, value: SecretText) -> Self {
        self.headers.push(Header { name, value });
        self
    }

    /// The value of the first header of that name.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&SecretText> {
        self.headers
            .iter()
            .find(|header| header.name == name)
            .map(|header| &header.value)
    }
}

impl fmt::Debug for Request {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path_and_query.split('?').next().unwrap_or_default();
        formatter
            .debug_struct("Request")
            .field("method", &self.method.as_str())
            .field("path", &path)
            .field("body_bytes", &self.body.len())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_shows_no_header_value_no_query_and_no_body() {
        let mut request = Request::bare(Method::Get, "/a?account_number=0933450210")
            .with_header("x-signature", SecretText::from("canary"));
        request.body = b"canary".to_vec();
        let shown = format!("{request:?}");
        assert_eq!(
            shown,
            "Request { method: \"GET\", path: \"/a\", body_bytes: 6, .. }"
        );
    }

    #[test]
    fn methods_are_read_in_any_case() {
        assert_eq!(Method::from_name("post"), Some(Method::Post));
        assert_eq!(Method::from_name("PATCH"), None);
    }
}
