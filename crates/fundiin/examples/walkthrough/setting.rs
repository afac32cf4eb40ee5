//! What the environment says.

use std::time::Duration;

use fundiin::{Credentials, Merchant, SANDBOX_BASE_URL};
use gateway::{AllowHttp, BaseUrl, Code, Failure, SecretText};

use crate::steps::{Step, Stop};

pub(crate) struct Setting {
    pub(crate) base_url: BaseUrl,
    pub(crate) credentials: Credentials,
    pub(crate) merchant: Merchant,
    pub(crate) wait: Duration,
}

impl Setting {
    pub(crate) fn read() -> Step<Self> {
        Self::of_environment().map_err(|failure| Stop::at("configure", failure.into()))
    }

    fn of_environment() -> Result<Self, Failure> {
        let base_url = variable("FUNDIIN_BASE_URL").unwrap_or_else(|| SANDBOX_BASE_URL.to_owned());
        let secret = SecretText::new(variable("FUNDIIN_SECRET_KEY").unwrap_or_default());
        let text = |name| variable(name).unwrap_or_default();
        let platform_id = variable("FUNDIIN_PLATFORM_ID").unwrap_or_else(|| "TIENVE".to_owned());
        let seconds = variable("FUNDIIN_WAIT_SECONDS").and_then(|seconds| seconds.parse().ok());
        Ok(Self {
            base_url: BaseUrl::parse(&base_url, AllowHttp::LoopbackOnly)?,
            credentials: Credentials::new(&text("FUNDIIN_CLIENT_ID"), &secret)?,
            merchant: Merchant::new(
                &text("FUNDIIN_MERCHANT_ID"),
                &text("FUNDIIN_STORE_ID"),
                &platform_id,
            )
            .map_err(|invalid| Failure::not_sent(Code::BadCredentials, &invalid.to_string()))?,
            wait: Duration::from_secs(seconds.unwrap_or(10)),
        })
    }
}

#[expect(clippy::disallowed_methods, reason = "examples read their configuration here")]
fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.trim().is_empty())
}
