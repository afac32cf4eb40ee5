//! Which of our crates may know which. A new crate must be put into this table before it builds a dependency.

use super::metadata::{Dependency, Kind};

/// From a crate to the crates it may use.
const ALLOWED: &[(&str, &[&str])] = &[
    ("dong", &[]),
    ("vietqr", &["dong"]),
    ("paper", &["dong"]),
    ("domain", &["dong"]),
    ("gateway", &[]),
    ("finan-one", &["gateway", "dong"]),
    ("fundiin", &["gateway", "dong"]),
    ("vault", &[]),
    ("store", &["domain", "dong"]),
    ("contract", &["domain", "dong"]),
    ("simulator", &["dong", "vietqr"]),
    ("sheet", &["dong"]),
    (
        "till",
        &[
            "contract",
            "domain",
            "dong",
            "finan-one",
            "fundiin",
            "gateway",
            "paper",
            "sheet",
            "simulator",
            "store",
            "vault",
            "vietqr",
        ],
    ),
    ("testkit", &["domain", "dong", "gateway"]),
    ("tien-ve", &["contract", "till"]),
    ("xtask", &[]),
];

/// What tests may use on top: the simulator is a program of its own that holds a client to the contract.
const ALLOWED_IN_TESTS: &[(&str, &[&str])] = &[
    ("finan-one", &["simulator", "testkit"]),
    ("fundiin", &["simulator", "testkit"]),
    ("gateway", &["testkit"]),
    ("store", &["testkit"]),
    ("till", &["testkit"]),
    ("vault", &["testkit"]),
    ("vietqr", &["testkit"]),
    ("paper", &["testkit", "vietqr"]),
    ("domain", &["testkit"]),
    ("simulator", &["testkit"]),
    ("tien-ve", &["simulator", "store", "testkit", "vault"]),
];

pub(super) fn findings(dependencies: &[Dependency]) -> Vec<String> {
    dependencies
        .iter()
        .filter(|dependency| dependency.is_ours && !is_allowed(dependency))
        .map(|dependency| {
            format!(
                "{} must not depend on {} (docs/ARCHITECTURE.md, Rooms)",
                dependency.from, dependency.to
            )
        })
        .collect()
}

fn is_allowed(dependency: &Dependency) -> bool {
    holds(ALLOWED, dependency) || (dependency.kind == Kind::Dev && holds(ALLOWED_IN_TESTS, dependency))
}

fn holds(table: &[(&str, &[&str])], dependency: &Dependency) -> bool {
    table
        .iter()
        .any(|(from, to)| *from == dependency.from && to.contains(&dependency.to.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arrow(from: &str, to: &str, kind: Kind) -> Dependency {
        Dependency {
            from: from.to_owned(),
            to: to.to_owned(),
            kind,
            is_ours: true,
        }
    }

    #[test]
    fn a_simulator_never_reuses_a_client_not_even_in_tests() {
        for kind in [Kind::Shipped, Kind::Dev] {
            assert_eq!(findings(&[arrow("simulator", "finan-one", kind)]).len(), 1);
        }
    }

    #[test]
    fn nothing_knows_the_shell_and_no_provider_knows_the_store() {
        assert_eq!(findings(&[arrow("till", "tien-ve", Kind::Dev)]).len(), 1);
        assert_eq!(findings(&[arrow("finan-one", "store", Kind::Dev)]).len(), 1);
        assert_eq!(
            findings(&[arrow("finan-one", "simulator", Kind::Shipped)]).len(),
            1
        );
    }

    #[test]
    fn arrows_of_the_architecture_are_fine() {
        assert!(findings(&[arrow("till", "store", Kind::Shipped)]).is_empty());
        assert!(findings(&[arrow("finan-one", "simulator", Kind::Dev)]).is_empty());
    }

    #[test]
    fn a_crate_nobody_listed_may_use_nothing() {
        assert_eq!(findings(&[arrow("newcomer", "dong", Kind::Shipped)]).len(), 1);
    }
}
