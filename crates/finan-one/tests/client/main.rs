//! The client against a gateway of the test's own: a script, or raw sockets.
#![expect(clippy::unwrap_used, reason = "helpers of tests")]

mod business;
mod calls;
mod over_http;
mod payouts;
mod rate_and_clock;

use std::sync::Arc;

use finan_one::{Client, Credentials, Signed, sign};
use gateway::{Failure, RawAnswer, Request, SecretText, Transport};
use testkit::{ManualClock, ScriptedTransport};

/// 2023-11-14T22:13:19Z.
pub(crate) const SERVER_MS: i64 = 1_699_999_999_000;
pub(crate) const DATE: &str = "Tue, 14 Nov 2023 22:13:19 GMT";
pub(crate) const SECRET: &str = "mySecretKey";
pub(crate) const CREATED: &str = include_str!("../../fixtures/create_payment.json");

pub(crate) fn dated(status: u16, body: &str) -> RawAnswer {
    RawAnswer {
        date: Some(DATE.to_owned()),
        ..ScriptedTransport::json(status, body)
    }
}

pub(crate) fn ok(body: &str) -> Result<RawAnswer, Failure> {
    Ok(dated(200, body))
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
    let timestamp = header(request, "x-timestamp").parse().unwrap();
    let signed = Signed {
        method: request.method,
        path_and_query: &request.path_and_query,
        payload: &request.body,
        timestamp,
    };
    header(request, "x-signature") == sign(&SecretText::from(SECRET), signed).expose()
}
