//! The gateway's page of a payment, checked before a browser sees it.

use super::of;
use crate::{Till, TillError};
use contract::ErrorCode;
use contract::payment::PaymentRequest;
use domain::{Environment, Method};
use url::{Host, Url};

/// Hosts whose pages may be opened, with everything below them.
///
/// [I] The guide gives a `payment_url` without naming its host; the vendor's own domain is assumed.
const HOSTS: [&str; 1] = ["finan.one"];
/// Longer links are not opened.
const MOST_CHARS: usize = 2_048;

/// The stored link of a payment, when it may be opened.
///
/// # Errors
/// `link_refused`; `payment_gone`.
pub async fn link(till: &Till, request: PaymentRequest) -> Result<Url, TillError> {
    let payment = of(till, &request.payment_id).await?;
    let text = payment.payment_url.ok_or(ErrorCode::LinkRefused)?;
    if payment.method == Method::Instalment {
        return instalment_link(till, &text);
    }
    checked_link(till, payment.environment, &text)
}

/// An instalment link passed its gateway's rule before it was kept; it passes it again before it is opened.
fn instalment_link(till: &Till, text: &str) -> Result<Url, TillError> {
    let client = till.line().instalments.client()?;
    let link = client
        .link_rule()
        .check(Some(text))
        .map_err(|_| ErrorCode::LinkRefused)?;
    Url::parse(link.as_str()).map_err(|_| ErrorCode::LinkRefused.into())
}

/// A link of Finan One's that passed the check.
///
/// # Errors
/// `link_refused`.
pub(crate) fn checked_link(till: &Till, environment: Environment, text: &str) -> Result<Url, TillError> {
    let custom = (environment == Environment::Custom).then(|| till.line().base_url.clone());
    checked(text, custom.as_deref()).ok_or_else(|| ErrorCode::LinkRefused.into())
}

/// The link, when it is https, without user info, on a known host, and short. With an own base URL its host is known too.
fn checked(text: &str, own_base: Option<&str>) -> Option<Url> {
    if text.chars().count() > MOST_CHARS || text.chars().any(char::is_control) {
        return None;
    }
    let url = Url::parse(text).ok()?;
    let is_plain = url.scheme() == "https"
        && url.username().is_empty()
        && url.password().is_none()
        && url.port().is_none();
    let Some(Host::Domain(host)) = url.host() else {
        return None;
    };
    let is_known = HOSTS
        .iter()
        .any(|known| host == *known || host.strip_suffix(known).is_some_and(|sub| sub.ends_with('.')));
    let is_own = own_base
        .and_then(|base| Url::parse(base).ok())
        .is_some_and(|base| base.host_str() == Some(host));
    (is_plain && (is_known || is_own)).then_some(url)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_gateways_own_pages_open() {
        for good in ["https://pay.finan.one/p/1?x=2#y", "https://finan.one/"] {
            assert!(checked(good, None).is_some(), "{good}");
        }
        assert!(
            checked(
                "https://staging.example.vn/p",
                Some("https://staging.example.vn/open")
            )
            .is_some()
        );
    }

    #[test]
    fn nothing_else_does() {
        let long = format!("https://pay.finan.one/{}", "a".repeat(2_048));
        for bad in [
            "http://pay.finan.one/p",
            "https://finan.one.evil.example/p",
            "https://evilfinan.one/p",
            "https://user@pay.finan.one/p",
            "https://pay.finan.one@evil.example/",
            "https://pay.finan.one:8443/p",
            "javascript:alert(1)",
            "file:///etc/passwd",
            "https://203.0.113.5/p",
            "https://[::1]/p",
            "https://pay.finan.one/\u{0}",
            "//pay.finan.one/p",
            "",
            &long,
        ] {
            assert!(checked(bad, None).is_none(), "{bad}");
        }
    }
}
