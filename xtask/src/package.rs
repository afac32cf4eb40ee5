//! `cargo xtask package`: the installer of this system, made by the Tauri CLI that npm brings.

use crate::failure::Failure;
use crate::process::Program;
use crate::{desktop, setup, workspace};

pub(crate) fn run() -> Result<(), Failure> {
    setup::for_build()?;
    desktop::build_page()?;
    let bundle = if cfg!(target_os = "linux") {
        "deb"
    } else if cfg!(windows) {
        "nsis"
    } else {
        "dmg"
    };
    let cli = workspace::page().join("node_modules/@tauri-apps/cli/tauri.js");
    Program::new("node")
        .args([cli.as_os_str()])
        .args([
            "build",
            "--ci",
            "--bundles",
            bundle,
            "--features",
            "custom-protocol",
        ])
        .run()
}
