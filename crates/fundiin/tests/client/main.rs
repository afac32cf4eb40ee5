//! The client against a gateway of the test's own: a script, or raw sockets.
#![expect(clippy::unwrap_used, reason = "helpers of tests")]

mod calls;
mod clock_and_rate;
mod faults;
mod over_http;

use std::sync::Arc;

use fundiin::values::{IdempotencyKey, ReferenceId};
use fundiin::{Client, Credentials, Merchant};
use gateway::{Failure, RawAnswer, Request, SecretText, Transport};
use testkit::{ManualClock, ScriptedTransport};

/// 2023-11-14T22:13:19Z, which is 2023-11-15 05:13:19 in Vietnam.
pub(crate) const SERVER_MS: i64 = 1_699_999_999_000;
pub(crate) const DATE: &str = "Tue, 14 Nov 2023 22:13:19 GMT";
pub(crate) const SECRET: &str = "sandbox_secret_key";
pub(crate) const APPROVED: &str = r#"{"resultStatus":"APPROVED","paymentUrl":"https://fundiin.vn/p"}"#;

pub(crate) fn dated(status: u16, body: &str) -> RawAnswer {
    RawAnswer {
        date: Some(DATE.to_owned()),
        ..ScriptedTransport::json(status, body)
    }
}

pub(crate) fn client(transport: &Arc<ScriptedTransport>, clock: &ManualClock) -> Client {
    let credentials = Credentials::new("client-1", &SecretText::from(SECRET)).unwrap();
    let transport: Arc<dyn Transport> = transport.clone();
    Client::new(transport, credentials, Arc::new(clock.clone()))
}

/// A client whose probe is answered with the right time, followed by `answers`.
pub(crate) fn playing(answers: Vec<Result<RawAnswer, Failure>>) -> (Arc<ScriptedTransport>, Client) {
    let script = std::iter::once(Ok(dated(404, ""))).chain(answers);
    let transport = Arc::new(ScriptedTransport::playing(script));
    let client = client(&transport, &ManualClock::at(SERVER_MS));
    (transport, client)
}

pub(crate) fn header(request: &Request, name: &str) -> String {
    request.header(name).unwrap().expose().to_owned()
}

pub(crate) fn is_signed_as_sent(request: &Request) -> bool {
    fundiin::is_signed(
        &SecretText::from(SECRET),
        &request.body,
        &header(request, "signature"),
    )
}

pub(crate) fn key() -> IdempotencyKey {
    IdempotencyKey::new("018c7c1e-7b7a-7c3e-9d6a-2f1f0e5a4b3c").unwrap()
}

pub(crate) fn merchant() -> Merchant {
    Merchant::new("FundiinVN", "STORE-01", "TIENVE").unwrap()
}

pub(crate) fn reference() -> ReferenceId {
    ReferenceId::new("ORD123").unwrap()
}
