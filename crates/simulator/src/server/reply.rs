//! What goes back over the wire, whichever gateway says it.

use std::time::Duration;

use axum::body::Body;
use axum::http::header::{CONTENT_TYPE, DATE, HeaderName};
use axum::http::{HeaderValue, Response, StatusCode};

use crate::clock::http_date;
use crate::fundiin::Busy;
use crate::shared::Shared;

const PORTAL_PAGE: &str = "<!DOCTYPE html><html lang=\"vi\"><head><title>Wi-Fi miễn phí</title></head>\
    <body><h1>Chào mừng quý khách</h1><form action=\"/login\">Đăng nhập để vào mạng</form></body></html>";

/// An answer, a stranger's page, or a cut line.
pub(super) enum Reply {
    Json(JsonReply),
    Portal,
    Cut,
}

/// A gateway's answer.
pub(super) struct JsonReply {
    pub(super) status: u16,
    pub(super) body: String,
    pub(super) header: Option<(HeaderName, HeaderValue)>,
    /// For the log only.
    pub(super) cause: Option<&'static str>,
}

/// A reply with what else shapes it.
pub(super) struct Outcome {
    pub(super) reply: Reply,
    pub(super) latency: Duration,
    pub(super) skew_seconds: i64,
    /// Fundiin's key that is running until the answer leaves.
    pub(super) busy: Option<Busy>,
}

impl Outcome {
    /// Waits for the latency. The work goes on when the caller hangs up, so the key stays busy until then.
    pub(super) async fn ripen(&mut self) {
        let (latency, busy) = (self.latency, self.busy.take());
        if latency.is_zero() {
            return;
        }
        let waiting = tokio::spawn(async move {
            tokio::time::sleep(latency).await;
            drop(busy);
        });
        let _ = waiting.await;
    }
}

pub(super) fn json(shared: &Shared, reply: JsonReply, skew_seconds: i64) -> Response<Body> {
    let body = Body::from(reply.body);
    let content_type = "application/json; charset=utf-8";
    let mut response = dated(shared, reply.status, content_type, body, skew_seconds);
    if let Some((name, value)) = reply.header {
        response.headers_mut().insert(name, value);
    }
    response
}

pub(super) fn page(shared: &Shared) -> Response<Body> {
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
