//! One request from arrival to answer: read, met by its gateway, logged.

use std::sync::Arc;

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{ConnectInfo, Request, State};
use axum::http::header::CONTENT_LENGTH;
use axum::http::{Response, request};

use super::line::Line;
use super::log::LoggedRequest;
use super::reply::{self, JsonReply, Outcome, Reply};
use super::{control, instalments, open};
use crate::assumptions::LARGEST_BODY_BYTES;
use crate::shared::Shared;

/// What the path begins with at each gateway.
const FINAN_ONE: &str = "/open";
const FUNDIIN: &str = "/fundiin";

/// The one entrance for every method and path.
pub(crate) async fn serve(
    State(shared): State<Arc<Shared>>,
    ConnectInfo(line): ConnectInfo<Line>,
    request: Request,
) -> Response<Body> {
    let (parts, body) = request.into_parts();
    let target = parts.uri.path_and_query().map_or("/", |target| target.as_str());
    let under = |prefix: &str| target.strip_prefix(prefix).filter(|rest| rest.starts_with('/'));
    let body = read(&parts, body).await;
    if let Some(command) = target.strip_prefix("/_hand/").filter(|_| shared.hand_over_http) {
        let (status, value) = control::obey(&shared, &parts, command, &body.unwrap_or_default());
        let (body, header, cause) = (value.to_string(), None, None);
        return reply::json(
            &shared,
            JsonReply {
                status,
                body,
                header,
                cause,
            },
            0,
        );
    }
    let (path, mut outcome) = match (under(FINAN_ONE), under(FUNDIIN), &body) {
        (_, Some(_), None) => return finish(&shared, &line, instalments::refuse(&shared, 413), 0),
        (_, _, None) => return finish(&shared, &line, open::refuse(413, "request body too large"), 0),
        (Some(path), _, Some(body)) => (path, open::meet(&shared, &parts, path, body)),
        (None, Some(path), Some(body)) => (path, instalments::meet(&shared, &parts, path, body)),
        (None, None, Some(_)) => return finish(&shared, &line, open::refuse(404, "no such path"), 0),
    };
    write_down(&shared, parts.method.as_str(), path, &outcome.reply);
    outcome.ripen().await;
    let Outcome {
        reply, skew_seconds, ..
    } = outcome;
    finish(&shared, &line, reply, skew_seconds)
}

fn finish(shared: &Shared, line: &Line, reply: Reply, skew_seconds: i64) -> Response<Body> {
    match reply {
        Reply::Json(answer) => reply::json(shared, answer, skew_seconds),
        Reply::Portal => reply::page(shared),
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

fn write_down(shared: &Shared, method: &str, path: &str, reply: &Reply) {
    let (status, cause) = match reply {
        Reply::Json(answer) => (Some(answer.status), answer.cause),
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
