//! Links to the payment page, judged before they are drawn as a QR or opened: https, the gateway's host,
//! nothing hidden in them. In practice the gateway is on this machine, and so may its page be.

use std::fmt;

use gateway::BaseUrl;
use url::Url;

use crate::assumptions::{MAX_LINK_CHARS, PAYMENT_PAGE_HOST};

/// Why a link is not used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum LinkProblem {
    /// The gateway sent none.
    #[error("link_missing")]
    Missing,
    /// Too long, no address, or with characters that an address cannot have.
    #[error("link_malformed")]
    Malformed,
    /// Not encrypted.
    #[error("link_not_https")]
    NotHttps,
    /// Another host than the gateway's, or a user name before it.
    #[error("link_foreign_host")]
    ForeignHost,
}

impl LinkProblem {
    /// The stable text.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Missing => "link_missing",
            Self::Malformed => "link_malformed",
            Self::NotHttps => "link_not_https",
            Self::ForeignHost => "link_foreign_host",
        }
    }
}

/// A link that passed the check. `Debug` does not show it: whoever has it can see the order.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct PaymentLink(String);

impl PaymentLink {
    /// The address, byte for byte as the gateway sent it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for PaymentLink {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("PaymentLink(…)")
    }
}

/// Which links are the gateway's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkRule {
    /// A gateway on this machine, whose page may be there too, unencrypted.
    practice: Option<Url>,
}

impl LinkRule {
    /// The rule for a gateway at `base_url`.
    #[must_use]
    pub fn of(base_url: &BaseUrl) -> Self {
        let practice = base_url
            .is_loopback()
            .then(|| Url::parse(base_url.as_str()).ok())
            .flatten();
        Self { practice }
    }

    /// The rule for the real gateway.
    #[must_use]
    pub const fn strict() -> Self {
        Self { practice: None }
    }

    /// Judges a link as the gateway sent it, or as it was stored.
    ///
    /// # Errors
    /// Why it is not used.
    pub fn check(&self, link: Option<&str>) -> Result<PaymentLink, LinkProblem> {
        let text = link.filter(|text| !text.is_empty()).ok_or(LinkProblem::Missing)?;
        // The parser would silently drop what is not visible and turn a backslash into a slash.
        let is_plain = text.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
        if !is_plain || text.len() > MAX_LINK_CHARS {
            return Err(LinkProblem::Malformed);
        }
        let url = Url::parse(text).map_err(|_| LinkProblem::Malformed)?;
        if !url.username().is_empty() || url.password().is_some() {
            return Err(LinkProblem::ForeignHost);
        }
        if self.is_in_practice(&url) {
            return Ok(PaymentLink(text.to_owned()));
        }
        if url.scheme() != "https" {
            return Err(LinkProblem::NotHttps);
        }
        if url.port().is_some() || !url.host_str().is_some_and(is_gateways) {
            return Err(LinkProblem::ForeignHost);
        }
        Ok(PaymentLink(text.to_owned()))
    }

    fn is_in_practice(&self, url: &Url) -> bool {
        // The origin is scheme, host and port: another program on this machine is not the gateway.
        self.practice
            .as_ref()
            .is_some_and(|base| base.origin() == url.origin())
    }
}

fn is_gateways(host: &str) -> bool {
    host.strip_suffix(PAYMENT_PAGE_HOST)
        .is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}

#[cfg(test)]
mod tests {
    use gateway::AllowHttp;

    use super::*;

    fn strict(link: &str) -> Result<PaymentLink, LinkProblem> {
        LinkRule::strict().check(Some(link))
    }

    #[test]
    fn the_gateways_pages_are_kept_byte_for_byte() {
        for link in [
            "https://fundiin.vn/v2/payment",
            "https://pay.fundiin.vn/o/1?x=%C3%A0&y=1#z",
            "https://gateway-sandbox.fundiin.vn/p",
            "HTTPS://FUNDIIN.VN:443/",
        ] {
            assert_eq!(strict(link).unwrap().as_str(), link);
        }
    }

    #[test]
    fn everything_else_is_refused_with_its_reason() {
        let long = format!("https://fundiin.vn/{}", "a".repeat(MAX_LINK_CHARS));
        for (link, problem) in [
            ("", LinkProblem::Missing),
            ("fundiin.vn/p", LinkProblem::Malformed),
            ("00020101021238", LinkProblem::Malformed),
            ("https://fundiin.vn/\u{202e}p", LinkProblem::Malformed),
            ("https://fundiin.vn/a b", LinkProblem::Malformed),
            ("https:\\\\fundiin.vn/p", LinkProblem::Malformed),
            (" https://fundiin.vn/p", LinkProblem::Malformed),
            ("https://fundiin.vn\t/p", LinkProblem::Malformed),
            (&long, LinkProblem::Malformed),
            ("http://fundiin.vn/p", LinkProblem::NotHttps),
            ("javascript:alert(1)//fundiin.vn", LinkProblem::NotHttps),
            ("file:///etc/passwd", LinkProblem::NotHttps),
            ("data:text/html,fundiin.vn", LinkProblem::NotHttps),
            ("https://evil.example/fundiin.vn", LinkProblem::ForeignHost),
            ("https://evilfundiin.vn/p", LinkProblem::ForeignHost),
            ("https://fundiin.vn.evil.example/", LinkProblem::ForeignHost),
            ("https://fundiin.vn@evil.example/", LinkProblem::ForeignHost),
            ("https://user@fundiin.vn/", LinkProblem::ForeignHost),
            ("https://fundiin.vn:8443/", LinkProblem::ForeignHost),
            ("https://127.0.0.1/", LinkProblem::ForeignHost),
        ] {
            assert_eq!(strict(link), Err(problem), "{link}");
        }
        assert_eq!(LinkRule::strict().check(None), Err(LinkProblem::Missing));
    }

    #[test]
    fn in_practice_only_the_practice_gateways_own_origin_is_added() {
        let base = BaseUrl::parse("http://127.0.0.1:9100", AllowHttp::LoopbackOnly).unwrap();
        let rule = LinkRule::of(&base);
        assert!(rule.check(Some("http://127.0.0.1:9100/pay/1")).is_ok());
        assert!(rule.check(Some("https://fundiin.vn/p")).is_ok());
        for foreign in [
            "http://127.0.0.1:9101/pay",
            "http://localhost:9100/pay",
            "http://evil.example/",
        ] {
            assert_eq!(rule.check(Some(foreign)), Err(LinkProblem::NotHttps), "{foreign}");
        }
        let real = BaseUrl::parse(crate::SANDBOX_BASE_URL, AllowHttp::LoopbackOnly).unwrap();
        assert_eq!(LinkRule::of(&real), LinkRule::strict());
    }

    #[test]
    fn codes_are_the_texts_and_debug_is_silent() {
        assert_eq!(LinkProblem::NotHttps.to_string(), LinkProblem::NotHttps.code());
        assert_eq!(
            format!("{:?}", strict("https://fundiin.vn/canary").unwrap()),
            "PaymentLink(…)"
        );
    }
}
