//! Both languages say everything: the same keys, none empty.

use crate::failure::Failure;
use crate::workspace;
use serde_json::{Map, Value};
use std::fs;
use std::path::Path;

pub(super) fn findings() -> Result<Vec<String>, Failure> {
    let vietnamese = catalogue("vi")?;
    let english = catalogue("en")?;
    let mut findings = gaps("vi", &vietnamese, "en", &english);
    findings.extend(gaps("en", &english, "vi", &vietnamese));
    Ok(findings)
}

/// The catalogue of one language is split over the areas of the page: `vi.json`, `counter.vi.json`, …
fn catalogue(language: &str) -> Result<Map<String, Value>, Failure> {
    let folder = workspace::page().join("messages");
    let whole = format!("{language}.json");
    let part = format!(".{language}.json");
    let mut texts = Map::new();
    for entry in fs::read_dir(&folder).map_err(Failure::file(&folder))?.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name == whole || name.ends_with(&part) {
            texts.extend(read(&entry.path())?);
        }
    }
    Ok(texts)
}

fn read(path: &Path) -> Result<Map<String, Value>, Failure> {
    let text = fs::read_to_string(path).map_err(Failure::file(path))?;
    serde_json::from_str(&text).map_err(|source| Failure::Unreadable {
        what: "message catalogue",
        source,
    })
}

fn gaps(of: &str, keys: &Map<String, Value>, other: &str, said: &Map<String, Value>) -> Vec<String> {
    let empty = keys
        .iter()
        .filter(|(_, text)| text.as_str().is_some_and(|text| text.trim().is_empty()))
        .map(|(key, _)| format!("messages, {of}: {key} is empty"));
    let missing = keys
        .keys()
        .filter(|key| !said.contains_key(*key))
        .map(|key| format!("messages, {other}: {key} is missing"));
    empty.chain(missing).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn gaps_and_empty_texts_are_named() {
        let vietnamese = json!({"paid": "Đã nhận đủ", "short": " "});
        let english = json!({"paid": "Paid in full"});
        assert_eq!(
            gaps(
                "vi",
                vietnamese.as_object().unwrap(),
                "en",
                english.as_object().unwrap()
            ),
            ["messages, vi: short is empty", "messages, en: short is missing"]
        );
    }
}
