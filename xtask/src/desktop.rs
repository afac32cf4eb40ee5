//! Builds the page and the desktop program that holds it. The same program is run by people and by end-to-end specs.

use crate::failure::Failure;
use crate::process::Program;
use crate::workspace;
use std::path::PathBuf;

/// Without this feature the program would look for a development server instead of the built page.
pub(crate) const FEATURE: &str = "tien-ve/custom-protocol";

/// The programs that sessions start.
pub(crate) struct Programs {
    /// The app.
    pub(crate) app: PathBuf,
    /// The gateways' double.
    pub(crate) simulator: PathBuf,
}

/// Builds the page with Vite.
pub(crate) fn build_page() -> Result<(), Failure> {
    Program::npm()
        .args(["run", "--silent", "build"])
        .within(&workspace::page())
        .run()
}

/// Builds the programs; the page must have been built.
pub(crate) fn build_programs() -> Result<Programs, Failure> {
    Program::cargo()
        .args([
            "build",
            "-p",
            "tien-ve",
            "-p",
            "simulator",
            "--bins",
            "--features",
            FEATURE,
        ])
        .run()?;
    let folder = target_folder()?.join("debug");
    let named = |name: &str| folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    Ok(Programs {
        app: named("tien-ve"),
        simulator: named("simulator"),
    })
}

fn target_folder() -> Result<PathBuf, Failure> {
    let metadata = crate::check::metadata::read()?;
    Ok(metadata.target_folder)
}
