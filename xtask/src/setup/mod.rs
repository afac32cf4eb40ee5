//! Brings a bare machine to where the other commands work: system packages on Debian and its kin, npm packages
//! everywhere. It installs only what is missing and says so before.

mod apt;
mod display;
mod node;
mod packages;

pub(crate) use display::has_display;

use crate::failure::Failure;
use crate::workspace;

/// What building the page and the desktop program takes.
pub(crate) fn for_build() -> Result<(), Failure> {
    system(&[packages::BUILD])?;
    node::require()?;
    node::install(&workspace::page())
}

/// What the crates and the page take, without the desktop.
pub(crate) fn for_fast_tests() -> Result<(), Failure> {
    system(&[packages::COMPILER])?;
    node::require()?;
    node::install(&workspace::page())
}

/// What a virtual desktop session takes on top of the build.
pub(crate) fn for_desktop_sessions() -> Result<(), Failure> {
    if !cfg!(target_os = "linux") {
        return Err(Failure::said(
            "desktop sessions need Linux: Xvfb and WebKitWebDriver exist nowhere else",
        ));
    }
    system(&[packages::BUILD, packages::SESSION])?;
    node::require()?;
    node::install(&workspace::page())?;
    node::install(&workspace::end_to_end())
}

fn system(lists: &[&[&str]]) -> Result<(), Failure> {
    if cfg!(target_os = "linux") {
        apt::install_missing(&lists.concat())
    } else {
        println!("{}", packages::ELSEWHERE);
        Ok(())
    }
}
