//! Node and its packages. The packages are installed from the lock file only, install scripts off, and anew exactly when
//! the lock file differs from the one they were installed from.

use crate::failure::Failure;
use crate::process::Program;
use std::fs;
use std::path::Path;

const OLDEST: (u32, u32) = (20, 19);

/// Fails with one sentence when Node is missing or too old.
pub(super) fn require() -> Result<(), Failure> {
    let told = Program::new("node")
        .args(["--version"])
        .read_regardless()
        .unwrap_or_default();
    if version(&told).is_some_and(|version| version >= OLDEST) {
        return Ok(());
    }
    let (major, minor) = OLDEST;
    let found = if told.is_empty() { "none" } else { told.trim() };
    Err(Failure::said(format!(
        "Node {major}.{minor} or later is needed, found {found}"
    )))
}

/// Installs the packages of one folder, when needed.
pub(super) fn install(folder: &Path) -> Result<(), Failure> {
    let lock = folder.join("package-lock.json");
    let stamp = folder.join("node_modules").join(".installed-from");
    let wanted = fs::read(&lock).map_err(Failure::file(&lock))?;
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    println!("Installing npm packages in {}", folder.display());
    if npm(folder, &["ci"]).is_err() {
        println!(
            "Not all that the lock file names can be had here, such as packages of other systems: installing what can"
        );
        npm(folder, &["install", "--no-save"])?;
    }
    fs::write(&stamp, wanted).map_err(Failure::file(&stamp))
}

fn npm(folder: &Path, command: &[&str]) -> Result<(), Failure> {
    Program::npm()
        .args(command)
        .args(["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
        .within(folder)
        .run()
}

fn version(told: &str) -> Option<(u32, u32)> {
    let mut parts = told.trim().strip_prefix('v')?.split('.');
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_compared_as_numbers() {
        assert_eq!(version("v20.20.2\n"), Some((20, 20)));
        assert!(version("v20.9.0").unwrap() < OLDEST);
        assert!(version("v22.1.0").unwrap() > OLDEST);
        assert_eq!(version(""), None);
    }
}
