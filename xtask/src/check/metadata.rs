//! What `cargo metadata` tells of the workspace: who depends on whom, and where the build goes.

use crate::failure::Failure;
use crate::process::Program;
use serde_json::Value;
use std::path::PathBuf;

/// How a dependency is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// In the crate itself or its build script.
    Shipped,
    /// Only in its tests and examples.
    Dev,
}

/// One arrow from a workspace crate to another crate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Dependency {
    pub(super) from: String,
    pub(super) to: String,
    pub(super) kind: Kind,
    /// Whether the other crate is one of the workspace.
    pub(super) is_ours: bool,
}

/// The workspace.
pub(crate) struct Workspace {
    pub(super) dependencies: Vec<Dependency>,
    /// Where cargo builds.
    pub(crate) target_folder: PathBuf,
}

/// Asks cargo.
pub(crate) fn read() -> Result<Workspace, Failure> {
    let text = Program::cargo()
        .args(["metadata", "--format-version", "1", "--no-deps", "--locked"])
        .read()?;
    let value: Value = serde_json::from_str(&text).map_err(|source| Failure::Unreadable {
        what: "answer of `cargo metadata`",
        source,
    })?;
    Ok(Workspace {
        dependencies: dependencies(&value),
        target_folder: PathBuf::from(word(&value, "target_directory")),
    })
}

fn dependencies(metadata: &Value) -> Vec<Dependency> {
    let packages = rows(metadata, "packages");
    packages
        .iter()
        .flat_map(|package| {
            rows(package, "dependencies")
                .iter()
                .map(move |row| (package, row))
        })
        .map(|(package, row)| Dependency {
            from: word(package, "name"),
            to: word(row, "name"),
            kind: if word(row, "kind") == "dev" {
                Kind::Dev
            } else {
                Kind::Shipped
            },
            is_ours: row.get("source").is_none_or(Value::is_null),
        })
        .collect()
}

fn rows<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value
        .get(name)
        .and_then(Value::as_array)
        .map_or(&[], Vec::as_slice)
}

fn word(value: &Value, name: &str) -> String {
    value
        .get(name)
        .and_then(Value::as_str)
        .unwrap_or_default()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn arrows_are_read_with_their_kind() {
        let metadata = json!({"packages": [{"name": "till", "dependencies": [
            {"name": "dong", "source": null, "kind": null},
            {"name": "tempfile", "source": "registry", "kind": "dev"},
        ]}]});
        let arrow = |to: &str, kind, is_ours| Dependency {
            from: "till".to_owned(),
            to: to.to_owned(),
            kind,
            is_ours,
        };
        assert_eq!(
            dependencies(&metadata),
            [
                arrow("dong", Kind::Shipped, true),
                arrow("tempfile", Kind::Dev, false)
            ]
        );
    }
}
