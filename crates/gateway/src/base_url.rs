//! Where requests may go: `https` anywhere, plain `http` only to this machine and only when allowed.
//! Joins a path to it without changing a single byte of the path, since the path is signed.

use std::fmt;

use url::{Host, Url};

use crate::failure::{Code, Failure};

/// Whether unencrypted addresses are accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AllowHttp {
    /// Only `https`.
    Never,
    /// `http` too, when the host is this machine: practice mode, tests, staging on loopback.
    LoopbackOnly,
}

/// A checked base URL without a trailing slash.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct BaseUrl {
    text: String,
    is_loopback: bool,
}

impl BaseUrl {
    /// Checks `text`.
    ///
    /// # Errors
    /// `bad_base_url` when it is no URL, not encrypted where it must be, or carries a user, a query or a fragment.
    pub fn parse(text: &str, allow_http: AllowHttp) -> Result<Self, Failure> {
        let url = Url::parse(text.trim()).map_err(|error| refused(&error.to_string()))?;
        let is_loopback = is_loopback(&url);
        match url.scheme() {
            "https" => {}
            "http" if is_loopback && allow_http == AllowHttp::LoopbackOnly => {}
            "http" => return Err(refused("http is allowed only to this machine in practice")),
            _ => return Err(refused("the scheme must be https")),
        }
        if url.host().is_none() {
            return Err(refused("no host"));
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(refused("a user name does not belong in it"));
        }
        if url.query().is_some() || url.fragment().is_some() {
            return Err(refused("a query or fragment does not belong in it"));
        }
        Ok(Self {
            text: url.as_str().trim_end_matches('/').to_owned(),
            is_loopback,
        })
    }

    /// The URL without a trailing slash.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether the host is this machine.
    #[must_use]
    pub const fn is_loopback(&self) -> bool {
        self.is_loopback
    }

    /// The base URL followed by exactly `path_and_query` (empty: the base URL itself).
    pub(crate) fn join(&self, path_and_query: &str) -> Result<Url, Failure> {
        let starts_well = path_and_query.is_empty() || path_and_query.starts_with('/');
        let url = Url::parse(&format!("{}{path_and_query}", self.text))
            .map_err(|error| Failure::not_sent(Code::BadRequest, &error.to_string()))?;
        if starts_well && url.as_str().ends_with(path_and_query) && url.fragment().is_none() {
            Ok(url)
        } else {
            Err(Failure::not_sent(
                Code::BadRequest,
                "the path would change on its way",
            ))
        }
    }
}

impl fmt::Debug for BaseUrl {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}

fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        Some(Host::Domain(name)) => name == "localhost",
        None => false,
    }
}

fn refused(detail: &str) -> Failure {
    Failure::not_sent(Code::BadBaseUrl, detail)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn https_is_accepted_and_the_trailing_slash_dropped() {
        let base = BaseUrl::parse(" https://api.finan.one/open/ ", AllowHttp::Never).unwrap();
        assert_eq!(base.as_str(), "https://api.finan.one/open");
        assert!(!base.is_loopback());
    }

    #[test]
    fn http_is_for_this_machine_only_and_only_when_allowed() {
        for text in ["http://127.0.0.1:9/open", "http://localhost:9", "http://[::1]:9"] {
            assert!(
                BaseUrl::parse(text, AllowHttp::LoopbackOnly)
                    .unwrap()
                    .is_loopback(),
                "{text}"
            );
            assert_eq!(
                BaseUrl::parse(text, AllowHttp::Never).unwrap_err().code,
                Code::BadBaseUrl,
                "{text}"
            );
        }
    }

    #[test]
    fn addresses_that_only_look_local_or_carry_more_are_refused() {
        for text in [
            "",
            "api.finan.one",
            "ftp://127.0.0.1",
            "file:///etc",
            "http://127.0.0.1.evil.example",
            "http://localhost.evil.example",
            "http://localhost@evil.example",
            "http://192.168.1.5",
            "https://user:key@api.finan.one",
            "https://api.finan.one/open?x=1",
            "https://api.finan.one/open#x",
        ] {
            let failure = BaseUrl::parse(text, AllowHttp::LoopbackOnly).unwrap_err();
            assert_eq!(failure.code, Code::BadBaseUrl, "{text}");
        }
    }

    #[test]
    fn a_path_that_would_change_is_refused_before_it_is_sent() {
        let base = BaseUrl::parse("https://api.finan.one/open", AllowHttp::Never).unwrap();
        let kept = "/api/v1/bank-accounts?id=a-b&account_number=09";
        assert_eq!(
            base.join(kept).unwrap().as_str(),
            format!("https://api.finan.one/open{kept}")
        );
        for path in [
            "api/v1",
            ".evil.example/",
            "/a/../b",
            "/a b",
            "/ă",
            "/a#b",
            "/a\\b",
            "/a\tb",
        ] {
            assert_eq!(base.join(path).unwrap_err().code, Code::BadRequest, "{path}");
        }
    }
}
