//! `cargo xtask run`: from a bare machine to the open app, in practice mode until keys are entered.

use crate::failure::Failure;
use crate::process::Program;
use crate::{desktop, setup};

const NO_DISPLAY: &str =
    "there is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open.
  `cargo xtask tour` clicks through the app under a virtual display and saves screenshots.";

pub(crate) fn run() -> Result<(), Failure> {
    if !setup::has_display() {
        return Err(Failure::said(NO_DISPLAY));
    }
    setup::for_build()?;
    println!("Building the page");
    desktop::build_page()?;
    println!("Building the desktop program (the first time takes several minutes)");
    let programs = desktop::build_programs()?;
    println!("Starting {}", programs.app.display());
    Program::new(&programs.app).run()
}
