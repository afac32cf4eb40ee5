//! A request to Finan One, under `/open`: struck by faults, counted, answered.

use axum::body::Bytes;
use axum::http::header::ALLOW;
use axum::http::{HeaderValue, request};

use super::reply::{JsonReply, Outcome, Reply};
use crate::assumptions::REFUSED_REQUESTS_COUNT;
use crate::faults::{Break, RequestKind};
use crate::finan_one::{self, Answer, Incoming, Refusal};
use crate::shared::Shared;

/// What comes of the request; `path` is what follows `/open`.
pub(super) fn meet(shared: &Shared, parts: &request::Parts, path: &str, body: &Bytes) -> Outcome {
    let method = parts.method.as_str();
    let bare_path = path.split('?').next().unwrap_or(path);
    let plan = shared.plan(RequestKind::of(method, bare_path));
    let (latency, skew_seconds) = (plan.latency, plan.skew_seconds);
    let incoming = Incoming {
        method,
        path,
        uri: &parts.uri,
        headers: &parts.headers,
        body,
        plan: &plan,
    };
    let reply = match plan.broken {
        Some(Break::ResetBeforeEffect) => Reply::Cut,
        Some(Break::CaptivePortal) => Reply::Portal,
        Some(Break::RefuseBeforeEffect(status)) => refuse(status, "simulated fault"),
        Some(Break::ResetAfterEffect) => {
            counted(shared, &incoming);
            Reply::Cut
        }
        Some(Break::ServerErrorAfterEffect) => {
            counted(shared, &incoming);
            refuse(500, "simulated fault")
        }
        None => written(counted(shared, &incoming)),
    };
    Outcome {
        reply,
        latency,
        skew_seconds,
        busy: None,
    }
}

/// A refusal without a look at the request.
pub(super) fn refuse(status: u16, detail: &str) -> Reply {
    written(Refusal::new(status, detail).into())
}

/// The gateway's answer, within its rate budget.
fn counted(shared: &Shared, incoming: &Incoming<'_>) -> Answer {
    let admit = || {
        shared
            .admit(incoming.plan.penalty_seconds)
            .map_err(Refusal::too_many)
    };
    let answered = if REFUSED_REQUESTS_COUNT {
        admit()
            .and_then(|()| finan_one::authenticate(shared, incoming))
            .map(|()| finan_one::answer(shared, incoming))
    } else {
        finan_one::authenticate(shared, incoming)
            .and_then(|()| admit())
            .map(|()| finan_one::answer(shared, incoming))
    };
    answered.unwrap_or_else(Answer::from)
}

fn written(answer: Answer) -> Reply {
    Reply::Json(JsonReply {
        status: answer.status,
        body: answer.envelope().to_string(),
        header: answer
            .allowed
            .map(|methods| (ALLOW, HeaderValue::from_static(methods))),
        cause: answer.cause,
    })
}
