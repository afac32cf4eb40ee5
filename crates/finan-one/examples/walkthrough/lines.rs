//! One JSON line a step.

use gateway::{Answer, Failure};
use serde_json::{Value, json};

pub(crate) fn print_step<T>(step: &str, answer: &Answer<T>, values: Value) {
    let mut line = json!({
        "step": step, "ok": true, "http_status": answer.http_status, "request_id": answer.request_id,
    });
    if let (Some(line), Value::Object(values)) = (line.as_object_mut(), values) {
        line.extend(values);
    }
    println!("{line}");
}

pub(crate) fn print_failure(step: &str, failure: &Failure) {
    let line = json!({
        "step": step,
        "ok": false,
        "error": failure.code.as_str(),
        "certainty": failure.certainty,
        "detail": failure.detail,
        "http_status": failure.http_status,
        "request_id": failure.request_id,
    });
    println!("{line}");
}
