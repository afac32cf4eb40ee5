//! The body around every answer (contract §4.2, §9.4).

use serde_json::{Map, Value};

use super::refusal::Refusal;
use super::route::Route;
use super::setting::Setting;
use super::{result, words};
use crate::clock::fundiin_time;

/// An answer, written out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) body: String,
    /// For the log only.
    pub(crate) cause: Option<&'static str>,
    /// `[I]` Value of `Retry-After` beside 429.
    pub(crate) retry_after_seconds: Option<i64>,
}

/// What an answer repeats from its request, as far as that can be read.
#[derive(Debug, Default)]
pub(crate) struct Echo {
    fields: Map<String, Value>,
    in_vietnamese: bool,
}

impl Echo {
    pub(crate) fn of(request: &Value) -> Self {
        let text = |name: &str| request.get(name).filter(|value| value.is_string());
        let kept = |name: &str| Some((name.to_owned(), text(name)?.clone()));
        Self {
            fields: ["merchantId", "referenceId"]
                .into_iter()
                .filter_map(kept)
                .collect(),
            in_vietnamese: text("lang").and_then(Value::as_str) == Some("vi"),
        }
    }
}

/// A request that was taken; `said` are the operation's own fields.
pub(crate) fn approve(said: Map<String, Value>, echo: Echo, route: Route, setting: &Setting<'_>) -> Reply {
    let mut fields = echo.fields;
    fields.insert("responseTime".to_owned(), response_time(Some(route), setting));
    fields.insert("resultStatus".to_owned(), result::APPROVED.into());
    fields.extend(said);
    let word = fields
        .get("resultStatus")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let message = if word == result::APPROVED {
        result::text
    } else {
        words::text
    }(word, echo.in_vietnamese);
    let message = Value::from(message);
    fields.insert("resultMsg".to_owned(), message);
    Reply {
        status: 200,
        body: Value::Object(fields).to_string(),
        cause: None,
        retry_after_seconds: None,
    }
}

/// A request that was not taken.
pub(crate) fn refuse(refusal: &Refusal, echo: Echo, setting: &Setting<'_>) -> Reply {
    let mut fields = echo.fields;
    let text = result::text(&refusal.result, echo.in_vietnamese);
    let field = refusal
        .field
        .as_ref()
        .filter(|_| setting.switches.names_the_field);
    let message = field.map_or_else(|| text.to_owned(), |field| format!("{text} [{field}]"));
    fields.insert("responseTime".to_owned(), response_time(None, setting));
    fields.insert("resultStatus".to_owned(), refusal.result.as_str().into());
    fields.insert("resultMsg".to_owned(), message.into());
    Reply {
        status: refusal
            .status
            .unwrap_or_else(|| setting.switches.http_status(&refusal.result)),
        body: Value::Object(fields).to_string(),
        cause: refusal.cause,
        retry_after_seconds: None,
    }
}

fn response_time(route: Option<Route>, setting: &Setting<'_>) -> Value {
    let has_odd_sample = matches!(route, Some(Route::Status | Route::Refund | Route::Cancel));
    if has_odd_sample && setting.switches.answers_like_samples {
        return setting.now_ms.div_euclid(1_000).into();
    }
    fundiin_time(setting.now_ms).into()
}
