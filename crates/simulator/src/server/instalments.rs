//! A request to Fundiin, under `/fundiin`: struck by faults, answered.

use axum::body::Bytes;
use axum::http::header::{ALLOW, RETRY_AFTER};
use axum::http::{HeaderValue, request};

use super::reply::{JsonReply, Outcome, Reply};
use crate::faults::{Break, RequestKind};
use crate::fundiin::{self, Busy, Echo, Incoming, Refusal, Route, Setting};
use crate::shared::Shared;

/// What comes of the request; `path` is what follows `/fundiin`.
pub(super) fn meet(shared: &Shared, parts: &request::Parts, path: &str, body: &Bytes) -> Outcome {
    let bare_path = path.split('?').next().unwrap_or(path);
    let kind = Route::of(bare_path).map_or(RequestKind::OtherRead, |route| {
        RequestKind::Instalment(route.call())
    });
    let plan = shared.plan(kind);
    let incoming = Incoming {
        method: parts.method.as_str(),
        path: bare_path,
        headers: &parts.headers,
        body,
        plan: &plan,
    };
    let ask = || fundiin::answer(shared, &incoming);
    let (reply, busy) = match plan.broken {
        Some(Break::ResetBeforeEffect) => (Reply::Cut, None),
        Some(Break::CaptivePortal) => (Reply::Portal, None),
        Some(Break::RefuseBeforeEffect(status)) => (refuse(shared, status), None),
        Some(Break::ResetAfterEffect) => (Reply::Cut, ask().1),
        Some(Break::ServerErrorAfterEffect) => (refuse(shared, 500), ask().1),
        None => written(ask()),
    };
    Outcome {
        reply,
        latency: plan.latency,
        skew_seconds: plan.skew_seconds,
        busy,
    }
}

/// `ERROR_GENERAL` under an HTTP status, without a look at the request.
pub(super) fn refuse(shared: &Shared, status: u16) -> Reply {
    let refusal = Refusal::new("ERROR_GENERAL").with_status(status);
    written((
        fundiin::refuse(&refusal, Echo::default(), &Setting::of(shared)),
        None,
    ))
    .0
}

fn written((reply, busy): (fundiin::Reply, Option<Busy>)) -> (Reply, Option<Busy>) {
    let header = match (reply.status, reply.retry_after_seconds) {
        (405, _) => Some((ALLOW, HeaderValue::from_static("POST"))),
        (_, Some(seconds)) => Some((RETRY_AFTER, HeaderValue::from(seconds))),
        _ => None,
    };
    let json = JsonReply {
        status: reply.status,
        body: reply.body,
        header,
        cause: reply.cause,
    };
    (Reply::Json(json), busy)
}
