//! `cargo xtask check`: the house rules that no compiler holds.

mod layers;
mod machine_paths;
mod messages;
pub(crate) mod metadata;
mod reasons;
mod wrapped;

use crate::bindings;
use crate::failure::Failure;

/// Runs every check and fails with all findings together.
pub(crate) fn run() -> Result<(), Failure> {
    let workspace = metadata::read()?;
    let mut findings = layers::findings(&workspace.dependencies);
    findings.extend(wrapped::findings(&workspace.dependencies));
    findings.extend(reasons::findings(&workspace.dependencies)?);
    findings.extend(machine_paths::findings()?);
    findings.extend(messages::findings()?);
    if let Err(failure) = bindings::compare() {
        findings.push(failure.to_string());
    }
    if findings.is_empty() {
        println!(
            "Crate edges, wrapped libraries, reasons for dependencies, machine paths, messages, bindings: as they should be"
        );
        return Ok(());
    }
    Err(Failure::said(format!(
        "{} findings\n  {}",
        findings.len(),
        findings.join("\n  ")
    )))
}
