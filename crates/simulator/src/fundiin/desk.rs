//! Where a request is taken, checked, done and kept under its key.

use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use super::busy::Busy;
use super::fields::Fields;
use super::reply::{self, Echo, Reply, refuse};
use super::{
    Incoming, Refusal, Route, Setting, cancel, catch_up, confirm_store, headers, initiate, plans, refund,
    result, status,
};
use crate::assumptions::fundiin::{RATE_LIMITED_RESULT, SameKeyOtherBody};
use crate::books::{Instalments, KeptAnswer};
use crate::shared::Shared;

/// The answer, and the key that stays busy until the answer has left.
pub(crate) fn answer(shared: &Shared, incoming: &Incoming<'_>) -> (Reply, Option<Busy>) {
    let setting = Setting::of(shared);
    if let Err(seconds) = shared.admit_fundiin(incoming.plan.penalty_seconds) {
        let refusal = Refusal::new(RATE_LIMITED_RESULT).with_status(429);
        let retry_after_seconds = Some(seconds);
        return (
            Reply {
                retry_after_seconds,
                ..refuse(&refusal, Echo::default(), &setting)
            },
            None,
        );
    }
    let request: Value = serde_json::from_slice(incoming.body).unwrap_or_default();
    let forced = incoming.plan.forced_result.as_ref();
    let forced_now = forced.filter(|forced| !forced.after_effect && forced.result != result::APPROVED);
    let done = match forced_now {
        Some(forced) => Err(Refusal::new(&forced.result)),
        None => check(shared, incoming, &setting).and_then(|(route, key)| {
            let busy = key
                .as_ref()
                .map(|key| shared.busy.begin(key).ok_or_else(processing))
                .transpose()?;
            Ok((serve(shared, incoming, &request, route, key, &setting), busy))
        }),
    };
    let (reply, busy) = done.unwrap_or_else(|refusal| (refuse(&refusal, Echo::of(&request), &setting), None));
    shared.ring_courier();
    match forced.filter(|forced| forced.after_effect) {
        Some(forced) => (
            refuse(&Refusal::new(&forced.result), Echo::of(&request), &setting),
            busy,
        ),
        None => (reply, busy),
    }
}

fn processing() -> Refusal {
    Refusal::new("REQUEST_PROCESSING")
}

/// Everything before the body: where to, from whom, and the key under which the answer is kept.
fn check(
    shared: &Shared,
    incoming: &Incoming<'_>,
    setting: &Setting<'_>,
) -> Result<(Route, Option<String>), Refusal> {
    let route = Route::of(incoming.path).ok_or_else(|| Refusal::new("INVALID_API"))?;
    if incoming.method != "POST" {
        return Err(Refusal::new("INVALID_HTTP_METHOD"));
    }
    headers::authenticate(incoming.headers, incoming.body, route, setting)?;
    headers::check_content_type(incoming.headers)?;
    let now_seconds = shared
        .clock
        .now_seconds()
        .saturating_add(incoming.plan.skew_seconds);
    headers::check_request_time(incoming.headers, now_seconds, setting)?;
    let key = headers::key(incoming.headers)?;
    let key = key.filter(|_| !route.is_read() || setting.switches.key_covers_reads);
    let whole = key.map(|key| format!("{} {} {key}", setting.credentials.client_id, incoming.path));
    Ok((route, whole))
}

/// Replays the kept answer, or does the work and keeps the answer, as one step.
fn serve(
    shared: &Shared,
    incoming: &Incoming<'_>,
    request: &Value,
    route: Route,
    key: Option<String>,
    setting: &Setting<'_>,
) -> Reply {
    let leaves_no_trace = route.is_read() && key.is_none();
    let work = |books: &mut Instalments| {
        catch_up(books, setting);
        let digest = hex::encode(Sha256::digest(incoming.body));
        if let Some(kept) = key
            .as_ref()
            .and_then(|key| books.answers.find(key, setting.now_ms))
        {
            let is_other = kept.request != digest;
            if is_other && setting.switches.same_key_other_body == SameKeyOtherBody::Refuse {
                let refusal = Refusal::field("Idempotency-Key").because("same key, other body");
                return refuse(&refusal, Echo::of(request), setting);
            }
            return replay(kept);
        }
        let done = operate(books, incoming, request, route, setting);
        let is_kept = done.is_ok() || setting.switches.keeps_refusals;
        let reply = match done {
            Ok(said) => reply::approve(said, Echo::of(request), route, setting),
            Err(refusal) => refuse(&refusal, Echo::of(request), setting),
        };
        if let Some(key) = key.filter(|_| is_kept) {
            books.answers.keep(KeptAnswer {
                key,
                request: digest,
                status: reply.status,
                body: reply.body.clone(),
                at_ms: setting.now_ms,
            });
        }
        reply
    };
    if leaves_no_trace {
        work(&mut shared.books().instalments)
    } else {
        shared.change_books(|books| work(&mut books.instalments))
    }
}

fn replay(kept: &KeptAnswer) -> Reply {
    Reply {
        status: kept.status,
        body: kept.body.clone(),
        cause: Some("replayed"),
        retry_after_seconds: None,
    }
}

fn operate(
    books: &mut Instalments,
    incoming: &Incoming<'_>,
    request: &Value,
    route: Route,
    setting: &Setting<'_>,
) -> Result<Map<String, Value>, Refusal> {
    let body = request.as_object().ok_or_else(|| Refusal::field("body"))?;
    let fields = Fields::new(body, setting.switches.takes_numbers_as_text);
    match route {
        Route::Initiate => initiate::initiate(books, &fields, setting, incoming.plan.link),
        Route::Status => status::status(books, &fields, setting, incoming.plan.status_word.as_deref()),
        Route::Refund => refund::refund(books, &fields, setting),
        Route::Cancel => cancel::cancel(books, &fields, setting),
        Route::ConfirmStore => confirm_store::confirm(books, &fields, setting),
        Route::Packages => plans::packages(&fields, setting),
    }
}
