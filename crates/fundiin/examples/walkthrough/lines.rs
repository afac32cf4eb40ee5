//! One JSON line a step.

use fundiin::CallError;
use gateway::Answer;
use serde_json::{Value, json};

pub(crate) fn print_step<T>(step: &str, answer: &Answer<T>, values: Value) {
    let mut line = json!({"step": step, "ok": true, "http_status": answer.http_status});
    if let (Some(line), Value::Object(values)) = (line.as_object_mut(), values) {
        line.extend(values);
    }
    println!("{line}");
}

pub(crate) fn print_failure(step: &str, error: &CallError) {
    let line = json!({
        "step": step,
        "ok": false,
        "error": error.code(),
        "certainty": error.failure.certainty,
        "result_status": error.result_status().map(|status| status.as_str()),
        "detail": error.failure.detail,
        "http_status": error.failure.http_status,
    });
    println!("{line}");
}
