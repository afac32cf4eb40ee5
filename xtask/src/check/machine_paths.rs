//! Paths of one developer's machine have no place in the repository.

use crate::failure::Failure;
use crate::process::Program;
use crate::workspace;
use std::fs;

/// Written in two parts, so that this file does not find itself.
const FOREIGN: &[&str] = &[
    concat!("/ro", "ot/"),
    concat!("/wo", "rk/"),
    concat!("/tm", "p/"),
    concat!("/ho", "me/"),
    concat!("C:\\", "Users\\"),
];

pub(super) fn findings() -> Result<Vec<String>, Failure> {
    let Ok(files) = Program::new("git").args(["ls-files", "-z"]).read() else {
        println!("Not a git work tree: machine paths were not looked for");
        return Ok(Vec::new());
    };
    let root = workspace::root();
    Ok(files
        .split('\0')
        .filter(|name| !name.is_empty())
        .filter_map(|name| Some((name, fs::read_to_string(root.join(name)).ok()?)))
        .flat_map(|(name, text)| in_text(name, &text))
        .collect())
}

fn in_text(name: &str, text: &str) -> Vec<String> {
    text.lines()
        .enumerate()
        .filter_map(|(index, line)| Some((index, foreign(line)?)))
        .map(|(index, path)| format!("{name}:{}: machine path {path}", index + 1))
        .collect()
}

/// A path starts at the line's beginning or after something that does not belong to a longer path or address.
fn foreign(line: &str) -> Option<&'static str> {
    FOREIGN.iter().copied().find(|path| {
        line.match_indices(path).any(|(at, _)| {
            line.get(..at)
                .and_then(|before| before.chars().next_back())
                .is_none_or(|before| !(before.is_alphanumeric() || "._-~}$*".contains(before)))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_found_and_lookalikes_are_not() {
        let path = format!("let home = \"{}x\";", FOREIGN[0]);
        assert_eq!(in_text("a.rs", &format!("fine\n{path}")).len(), 1);
        let address = format!("https://example.vn{}page", FOREIGN[3]);
        assert!(in_text("a.md", &address).is_empty());
        assert!(in_text("a.md", "the network/worker folder").is_empty());
    }
}
