//! Every direct dependency has its reason in `docs/dependencies.md`.

use super::metadata::Dependency;
use crate::failure::Failure;
use crate::workspace;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

pub(super) fn findings(dependencies: &[Dependency]) -> Result<Vec<String>, Failure> {
    let path = workspace::root().join("docs/dependencies.md");
    let page = fs::read_to_string(&path).map_err(Failure::file(&path))?;
    let mut names: BTreeSet<String> = dependencies
        .iter()
        .filter(|dependency| !dependency.is_ours)
        .map(|dependency| dependency.to.clone())
        .collect();
    names.extend(npm(&workspace::page().join("package.json"))?);
    names.extend(npm(&workspace::end_to_end().join("package.json"))?);
    Ok(without_reason(&names, &page))
}

fn npm(path: &Path) -> Result<Vec<String>, Failure> {
    let text = fs::read_to_string(path).map_err(Failure::file(path))?;
    let value: Value = serde_json::from_str(&text).map_err(|source| Failure::Unreadable {
        what: "package.json",
        source,
    })?;
    Ok(["dependencies", "devDependencies"]
        .iter()
        .filter_map(|kind| value.get(kind)?.as_object())
        .flat_map(|packages| packages.keys().cloned())
        .collect())
}

fn without_reason(names: &BTreeSet<String>, page: &str) -> Vec<String> {
    let explained: BTreeSet<&str> = page
        .lines()
        .filter_map(|line| line.strip_prefix('|')?.split('|').next())
        .flat_map(|cell| cell.split(','))
        .map(str::trim)
        .collect();
    names
        .iter()
        .filter(|name| !explained.contains(name.as_str()))
        .map(|name| format!("docs/dependencies.md does not say why {name} is here"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_may_explain_several_and_prose_explains_none() {
        let page = "tokio is nice\n| serde, serde_json | JSON |\n";
        let names = ["serde_json", "tokio"].map(str::to_owned).into();
        assert_eq!(
            without_reason(&names, page),
            ["docs/dependencies.md does not say why tokio is here"]
        );
    }
}
