//! The five request headers (contract §1.2), checked in the order client, signature, content type, time, key.

use axum::http::HeaderMap;

use super::refusal::Refusal;
use super::route::Route;
use super::setting::Setting;
use super::signature;
use crate::assumptions::fundiin::REQUEST_TIME_WINDOW_SECONDS;
use crate::clock::read_fundiin_time;

/// `[D]` Longest `Idempotency-Key` in characters.
const LONGEST_KEY: usize = 64;

/// The caller is known and signed these bytes.
pub(crate) fn authenticate(
    headers: &HeaderMap,
    body: &[u8],
    route: Route,
    setting: &Setting<'_>,
) -> Result<(), Refusal> {
    let client_id = text(headers, "client-id").unwrap_or_default();
    if client_id != setting.credentials.client_id {
        return Err(Refusal::new("INVALID_CLIENT_ID").because("client id"));
    }
    let distrust = |cause| Refusal::new("INVALID_SIGNATURE").because(cause);
    let sent = text(headers, "signature").ok_or_else(|| distrust("signature is missing"))?;
    let mut claimed = sent.to_owned();
    if setting.switches.takes_upper_case_signature {
        claimed = claimed.to_lowercase();
    }
    if setting.switches.takes_double_hex_on_refund && route == Route::Refund {
        let once = hex::decode(&claimed)
            .ok()
            .and_then(|bytes| String::from_utf8(bytes).ok());
        claimed = once.filter(|text| text.len() == 64).unwrap_or(claimed);
    }
    if signature::verify(&setting.credentials.secret, body, &claimed) {
        return Ok(());
    }
    let is_hex = sent.len() == 64 && sent.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    Err(distrust(if is_hex {
        "signature of other bytes"
    } else {
        "signature has another form"
    }))
}

/// `[D]` JSON in UTF-8, with or without saying the charset.
pub(crate) fn check_content_type(headers: &HeaderMap) -> Result<(), Refusal> {
    let sent = text(headers, "content-type")
        .unwrap_or_default()
        .to_ascii_lowercase();
    let mut parts = sent.split(';').map(str::trim);
    let is_json = parts.next() == Some("application/json");
    let is_utf8 =
        parts.all(|part| !part.starts_with("charset=") || part.trim_matches('"').ends_with("utf-8"));
    (is_json && is_utf8)
        .then_some(())
        .ok_or_else(|| Refusal::field("Content-Type"))
}

/// The form always; presence and nearness to `now_seconds` where switched on.
pub(crate) fn check_request_time(
    headers: &HeaderMap,
    now_seconds: i64,
    setting: &Setting<'_>,
) -> Result<(), Refusal> {
    let wrong = |cause| Refusal::field("Request-Time").because(cause);
    let Some(sent) = text(headers, "request-time") else {
        let is_fine = !setting.switches.request_time_is_required;
        return is_fine
            .then_some(())
            .ok_or_else(|| wrong("request time is missing"));
    };
    let at = read_fundiin_time(sent).ok_or_else(|| wrong("request time has another form"))?;
    let is_near = at.abs_diff(now_seconds) <= REQUEST_TIME_WINDOW_SECONDS.unsigned_abs();
    let is_fine = is_near || !setting.switches.request_time_has_window;
    is_fine
        .then_some(())
        .ok_or_else(|| wrong("request time is far off"))
}

/// The key, if one was sent.
pub(crate) fn key(headers: &HeaderMap) -> Result<Option<&str>, Refusal> {
    if !headers.contains_key("idempotency-key") {
        return Ok(None);
    }
    let key = text(headers, "idempotency-key").filter(|key| (1..=LONGEST_KEY).contains(&key.chars().count()));
    key.map(Some).ok_or_else(|| Refusal::field("Idempotency-Key"))
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}
