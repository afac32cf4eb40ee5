//! One request from arrival to answer: read, struck by faults, answered by the gateway, logged.

use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{ConnectInfo, Request, State};
use axum::http::header::{ALLOW, CONTENT_LENGTH, CONTENT_TYPE, DATE};
use axum::http::{HeaderValue, Response, StatusCode, request};
use serde_json::Value;

use super::control;
use super::line::Line;
use super::log::LoggedRequest;
use crate::assumptions::{LARGEST_BODY_BYTES, REFUSED_REQUESTS_COUNT};
use crate::clock::http_date;
use crate::faults::{Break, RequestKind};
use crate::finan_one::{self, Answer, Incoming, Refusal};
use crate::shared::Shared;

const PREFIX: &str = "/open";
const PORTAL_PAGE: &str = "<!DOCTYPE html><html lang=\"vi\"><head><title>Wi-Fi miễn phí</title></head>\
    <body><h1>Chào mừng quý khách</h1><form action=\"/login\">Đăng nhập để vào mạng</form></body></html>";

enum Reply {
    Envelope(Answer),
    Portal,
    Cut,
}

/// A reply with what else shapes it.
struct Outcome {
    reply: Reply,
    latency: Duration,
    skew_seconds: i64,
}

/// The one entrance for every method and path.
pub(crate) async fn serve(
    State(shared): State<Arc<Shared>>,
    ConnectInfo(line): ConnectInfo<Line>,
    request: Request,
) -> Response<Body> {
    let (parts, body) = request.into_parts();
    let target = parts.uri.path_and_query().map_or("/", |target| target.as_str());
    let Some(body) = read(&parts, body).await else {
        return envelope(&shared, Refusal::new(413, "request body too large").into(), 0);
    };
    if let Some(command) = target.strip_prefix("/_hand/").filter(|_| shared.hand_over_http) {
        let (status, value) = control::obey(&shared, &parts, command, &body);
        return json(&shared, status, &value, 0);
    }
    let Some(path) = target.strip_prefix(PREFIX).filter(|rest| rest.starts_with('/')) else {
        return envelope(&shared, Refusal::new(404, "no such path").into(), 0);
    };
    let outcome = meet(&shared, &parts, path, &body);
    write_down(&shared, parts.method.as_str(), path, &outcome.reply);
    tokio::time::sleep(outcome.latency).await;
    match outcome.reply {
        Reply::Envelope(answer) => envelope(&shared, answer, outcome.skew_seconds),
        Reply::Portal => page(&shared),
        Reply::Cut => {
            line.cut();
            Response::new(Body::empty())
        }
    }
}

async fn read(parts: &request::Parts, body: Body) -> Option<Bytes> {
    let announced = parts
        .headers
        .get(CONTENT_LENGTH)
        .and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
    if announced.is_some_and(|length| length > LARGEST_BODY_BYTES) {
        return None;
    }
    to_bytes(body, LARGEST_BODY_BYTES).await.ok()
}

fn meet(shared: &Shared, parts: &request::Parts, path: &str, body: &Bytes) -> Outcome {
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
        Some(Break::RefuseBeforeEffect(status)) => {
            Reply::Envelope(Refusal::new(status, "simulated fault").into())
        }
        Some(Break::ResetAfterEffect) => {
            counted(shared, &incoming);
            Reply::Cut
        }
        Some(Break::ServerErrorAfterEffect) => {
            counted(shared, &incoming);
            Reply::Envelope(Refusal::new(500, "simulated fault").into())
        }
        None => Reply::Envelope(counted(shared, &incoming)),
    };
    Outcome {
        reply,
        latency,
        skew_seconds,
    }
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

fn write_down(shared: &Shared, method: &str, path: &str, reply: &Reply) {
    let (status, cause) = match reply {
        Reply::Envelope(answer) => (Some(answer.status), answer.cause),
        Reply::Portal => (Some(200), None),
        Reply::Cut => (None, None),
    };
    tracing::debug!(method, path, status, cause, "request");
    shared.log.add(LoggedRequest {
        method: method.to_owned(),
        path: path.to_owned(),
        status,
        at_ms: shared.clock.now_ms(),
        cause,
    });
}

fn envelope(shared: &Shared, answer: Answer, skew_seconds: i64) -> Response<Body> {
    let mut response = json(shared, answer.status, &answer.envelope(), skew_seconds);
    if let Some(allowed) = answer.allowed {
        response
            .headers_mut()
            .insert(ALLOW, HeaderValue::from_static(allowed));
    }
    response
}

fn json(shared: &Shared, status: u16, value: &Value, skew_seconds: i64) -> Response<Body> {
    let body = Body::from(value.to_string());
    dated(
        shared,
        status,
        "application/json; charset=utf-8",
        body,
        skew_seconds,
    )
}

fn page(shared: &Shared) -> Response<Body> {
    dated(
        shared,
        200,
        "text/html; charset=utf-8",
        Body::from(PORTAL_PAGE),
        0,
    )
}

fn dated(
    shared: &Shared,
    status: u16,
    content_type: &'static str,
    body: Body,
    skew_seconds: i64,
) -> Response<Body> {
    let mut response = Response::new(body);
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    let seconds = shared.clock.now_seconds().saturating_add(skew_seconds);
    if let Ok(date) = HeaderValue::from_str(&http_date(seconds)) {
        headers.insert(DATE, date);
    }
    response
}
