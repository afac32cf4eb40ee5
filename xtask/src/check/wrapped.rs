//! Libraries that only one crate may touch, so that their rules live in one place. `deny.toml` says the same for the
//! whole dependency tree.

use super::metadata::{Dependency, Kind};

struct Wrapped {
    library: &'static str,
    home: &'static str,
    /// Tests elsewhere may use it as an independent opinion.
    is_free_in_tests: bool,
}

const fn wrapped(library: &'static str, home: &'static str) -> Wrapped {
    Wrapped {
        library,
        home,
        is_free_in_tests: false,
    }
}

const fn wrapped_but_in_tests(library: &'static str, home: &'static str) -> Wrapped {
    Wrapped {
        library,
        home,
        is_free_in_tests: true,
    }
}

const WRAPPED: &[Wrapped] = &[
    wrapped_but_in_tests("reqwest", "gateway"),
    wrapped("keyring", "vault"),
    wrapped("rusqlite", "store"),
    wrapped("qrcode", "vietqr"),
    wrapped_but_in_tests("image", "vietqr"),
    wrapped("axum", "simulator"),
];

pub(super) fn findings(dependencies: &[Dependency]) -> Vec<String> {
    dependencies
        .iter()
        .filter_map(|dependency| {
            let home = home(dependency)?;
            (dependency.from != home).then(|| {
                format!(
                    "{} must not use {}: only {home} does",
                    dependency.from, dependency.to
                )
            })
        })
        .collect()
}

fn home(dependency: &Dependency) -> Option<&'static str> {
    if dependency.to == "tauri" || dependency.to.starts_with("tauri-") {
        return Some("tien-ve");
    }
    WRAPPED
        .iter()
        .find(|wrapped| wrapped.library == dependency.to)
        .filter(|wrapped| !(wrapped.is_free_in_tests && dependency.kind == Kind::Dev))
        .map(|wrapped| wrapped.home)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn uses(from: &str, to: &str, kind: Kind) -> usize {
        findings(&[Dependency {
            from: from.to_owned(),
            to: to.to_owned(),
            kind,
            is_ours: false,
        }])
        .len()
    }

    #[test]
    fn a_wrapped_library_stays_at_home() {
        assert_eq!(uses("vault", "keyring", Kind::Shipped), 0);
        assert_eq!(uses("till", "keyring", Kind::Dev), 1);
        assert_eq!(uses("till", "reqwest", Kind::Shipped), 1);
        assert_eq!(uses("simulator", "reqwest", Kind::Dev), 0);
    }

    #[test]
    fn only_the_shell_knows_tauri() {
        assert_eq!(uses("till", "tauri", Kind::Shipped), 1);
        assert_eq!(uses("contract", "tauri-build", Kind::Shipped), 1);
        assert_eq!(uses("tien-ve", "tauri-plugin-single-instance", Kind::Shipped), 0);
    }
}
