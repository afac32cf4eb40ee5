//! The Open API of Finan One as documented: who may call, which path is which, what it answers.

mod accounts;
mod business;
mod envelope;
mod fields;
mod pages;
mod payments;
mod payouts;
mod rate;
mod refusal;
mod route;
mod signature;

pub(crate) use business::practise;
pub(crate) use envelope::Answer;
pub(crate) use rate::RateGate;
pub(crate) use refusal::Refusal;

use axum::body::Bytes;
use axum::http::{HeaderMap, Uri};

use crate::faults::Plan;
use crate::shared::Shared;
use route::Route;

/// A request under the base URL.
pub(crate) struct Incoming<'a> {
    pub(crate) method: &'a str,
    /// What follows `/open`, query string included, as sent.
    pub(crate) path: &'a str,
    pub(crate) uri: &'a Uri,
    pub(crate) headers: &'a HeaderMap,
    pub(crate) body: &'a Bytes,
    pub(crate) plan: &'a Plan,
}

/// Checks the three headers. The refusal does not tell its cause; the log does.
pub(crate) fn authenticate(shared: &Shared, incoming: &Incoming<'_>) -> Result<(), Refusal> {
    let now = shared
        .clock
        .now_seconds()
        .saturating_add(incoming.plan.skew_seconds);
    let signed = signature::Signed {
        method: incoming.method,
        path: incoming.path,
        body: incoming.body,
        headers: incoming.headers,
    };
    let compacts = shared.switches.compacts_before_hashing;
    signature::check(&signed, &shared.credentials, now, compacts)
        .map_err(|distrust| Refusal::new(401, "unauthorized").because(distrust.cause()))
}

/// The answer to an authenticated request.
pub(crate) fn answer(shared: &Shared, incoming: &Incoming<'_>) -> Answer {
    let path = incoming.path.split('?').next().unwrap_or(incoming.path);
    let Some(route) = Route::of(path) else {
        return Refusal::new(404, "no such path").into();
    };
    let query = || fields::query(incoming.uri);
    let answered = match (incoming.method, route) {
        (method, Route::Payouts(route)) => query().and_then(|query| {
            let sent = (incoming.body, incoming.plan);
            payouts::answer(shared, method, route, &query, sent)
        }),
        ("GET", Route::MasterAccounts) => query().and_then(|query| accounts::masters(shared, &query)),
        ("GET", Route::BankAccounts) => query().and_then(|query| accounts::virtuals(shared, &query)),
        ("GET", Route::BankAccount(id)) => accounts::one(shared, id),
        ("POST", Route::BankAccounts) => accounts::create(shared, incoming.body),
        ("GET", Route::Payments) => query().and_then(|query| payments::list(shared, &query, incoming.plan)),
        ("GET", Route::Payment(id)) => payments::one(shared, id, incoming.plan),
        ("POST", Route::Payments) => payments::create(shared, incoming.body, incoming.plan),
        (method @ ("GET" | "POST"), Route::All(resource)) => {
            query().and_then(|query| business::all(shared, resource, method, &query, incoming))
        }
        (method @ ("GET" | "PUT" | "DELETE"), Route::One(resource, id)) => {
            business::one(shared, resource, method, id, incoming)
        }
        (_, route) => Err(Refusal::new(405, "method not allowed").allowing(route.allowed())),
    };
    answered.unwrap_or_else(Answer::from)
}
