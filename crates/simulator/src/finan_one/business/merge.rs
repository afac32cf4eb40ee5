//! A body laid over what is kept, for the reading that a PUT leaves alone what it does not name.

use serde_json::{Map, Value};

/// `over` laid over `under`: groups field by field, everything else whole.
pub(super) fn merged(mut under: Map<String, Value>, over: Map<String, Value>) -> Map<String, Value> {
    for (name, value) in over {
        let value = match (under.remove(&name), value) {
            (Some(Value::Object(under)), Value::Object(over)) => Value::Object(merged(under, over)),
            (_, value) => value,
        };
        under.insert(name, value);
    }
    under
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn groups_are_merged_and_lists_replaced() {
        let map = |value: Value| value.as_object().unwrap().clone();
        let under = map(json!({"a": {"x": 1, "y": 2}, "b": [1, 2], "c": 1}));
        let over = map(json!({"a": {"y": 3}, "b": [], "d": null}));
        assert_eq!(
            merged(under, over),
            map(json!({"a": {"x": 1, "y": 3}, "b": [], "c": 1, "d": null}))
        );
    }
}
