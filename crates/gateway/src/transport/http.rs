//! The transport over HTTP: the only user of `reqwest`. No redirects, no repeats, no relaxed TLS;
//! time-outs and size limits on everything.

use std::time::Duration;

use bytes::Bytes;
use futures_util::future::{BoxFuture, FutureExt};
use reqwest::header::{CONTENT_TYPE, DATE, HeaderMap, HeaderName, HeaderValue, RETRY_AFTER};
use reqwest::redirect::Policy;
use zeroize::Zeroizing;

use super::answer::{MAX_BODY_BYTES, RawAnswer};
use super::fault::failure_of;
use super::request::{Method, Request};
use super::{Header, Transport};
use crate::base_url::BaseUrl;
use crate::failure::{Code, Failure};

/// How the app names itself to gateways.
const USER_AGENT: &str = concat!("TienVe/", env!("CARGO_PKG_VERSION"));

/// How long each part of a call may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimeLimits {
    /// Until the connection stands.
    pub connect: Duration,
    /// Until the whole answer has been read.
    pub whole: Duration,
}

impl TimeLimits {
    const STANDARD: Self = Self {
        connect: Duration::from_secs(5),
        whole: Duration::from_secs(15),
    };
}

/// Keep idle connections past the slowest watch interval (60 s), so that it finds a warm one.
const KEEP_IDLE: Duration = Duration::from_secs(75);
/// Probe idle connections, so that a dead one is noticed before it is used.
const KEEP_ALIVE: Duration = Duration::from_secs(30);

/// Sends requests to one base URL over a pool of warm connections.
#[derive(Debug, Clone)]
pub struct HttpTransport {
    base_url: BaseUrl,
    client: reqwest::Client,
}

impl HttpTransport {
    /// A transport to `base_url`. Reads the platform's certificates unless the host is this machine.
    ///
    /// # Errors
    /// `tls` when the platform has no certificates to trust.
    pub fn new(base_url: BaseUrl) -> Result<Self, Failure> {
        Self::with_limits(base_url, TimeLimits::STANDARD)
    }

    /// A transport with other time limits.
    ///
    /// # Errors
    /// As [`HttpTransport::new`].
    pub fn with_limits(base_url: BaseUrl, limits: TimeLimits) -> Result<Self, Failure> {
        // Refused only when a provider is already installed, which then serves as well.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let builder = reqwest::Client::builder()
            .user_agent(USER_AGENT)
            .redirect(Policy::none())
            .referer(false)
            .retry(reqwest::retry::never())
            .connect_timeout(limits.connect)
            .timeout(limits.whole)
            .pool_idle_timeout(KEEP_IDLE)
            .tcp_keepalive(KEEP_ALIVE)
            .tcp_nodelay(true);
        let builder = match (base_url.is_loopback(), base_url.as_str().starts_with("https:")) {
            // Plain loopback must work on a machine without certificates and past any proxy.
            (true, false) => builder.no_proxy().tls_certs_only([]),
            (true, true) => builder.no_proxy().https_only(true),
            (false, _) => builder.https_only(true),
        };
        let client = builder
            .build()
            .map_err(|_| Failure::not_sent(Code::Tls, "no certificates to trust on this machine"))?;
        Ok(Self { base_url, client })
    }

    async fn exchange(&self, mut request: Request) -> Result<RawAnswer, Failure> {
        // A body may carry a one-time code: its memory is wiped when the library lets go of it.
        let body = Zeroizing::new(std::mem::take(&mut request.body));
        let url = self.base_url.join(&request.path_and_query)?;
        let mut builder = self
            .client
            .request(method_of(request.method), url)
            .headers(headers_of(&request.headers)?);
        if !body.is_empty() {
            builder = builder.body(Bytes::from_owner(body));
        }
        let response = builder.send().await.map_err(|error| failure_of(&error))?;
        read(response).await
    }
}

impl Transport for HttpTransport {
    fn send(&self, request: Request) -> BoxFuture<'_, Result<RawAnswer, Failure>> {
        self.exchange(request).boxed()
    }
}

async fn read(mut response: reqwest::Response) -> Result<RawAnswer, Failure> {
    let header = |name: HeaderName| {
        response
            .headers()
            .get(name)
            .and_then(|value| value.to_str().ok())
            .map(str::to_owned)
    };
    let mut answer = RawAnswer {
        status: response.status().as_u16(),
        date: header(DATE),
        retry_after: header(RETRY_AFTER),
        content_type: header(CONTENT_TYPE),
        body: Vec::new(),
    };
    let with_status = |failure: Failure| Failure {
        http_status: Some(answer.status),
        ..failure
    };
    while let Some(chunk) = response
        .chunk()
        .await
        .map_err(|error| with_status(failure_of(&error)))?
    {
        if answer.body.len().saturating_add(chunk.len()) > MAX_BODY_BYTES {
            return Err(with_status(Failure::unknown(
                Code::AnswerTooLarge,
                "the answer is over 2 MB",
            )));
        }
        answer.body.extend_from_slice(&chunk);
    }
    Ok(answer)
}

fn headers_of(headers: &[Header]) -> Result<HeaderMap, Failure> {
    let mut map = HeaderMap::with_capacity(headers.len());
    for header in headers {
        let mut value = HeaderValue::from_str(header.value.expose()).map_err(|_| {
            Failure::not_sent(
                Code::BadCredentials,
                "a header has characters that cannot be sent",
            )
        })?;
        value.set_sensitive(true);
        map.insert(HeaderName::from_static(header.name), value);
    }
    Ok(map)
}

const fn method_of(method: Method) -> reqwest::Method {
    match method {
        Method::Get => reqwest::Method::GET,
        Method::Post => reqwest::Method::POST,
        Method::Put => reqwest::Method::PUT,
        Method::Delete => reqwest::Method::DELETE,
    }
}
