//! `cargo xtask tour`: clicks through the app like a person under a virtual display and saves what the screen showed.

use crate::failure::Failure;
use crate::process::Program;
use crate::{desktop, setup, workspace};
use std::path::Path;

/// Pictures of the guide go beside it; everything else to `out`, when given.
pub(crate) fn run(out: Option<&str>) -> Result<(), Failure> {
    setup::for_desktop_sessions()?;
    println!("Building the page and the desktop program (the first time takes several minutes)");
    desktop::build_page()?;
    let programs = desktop::build_programs()?;
    let guide = workspace::root().join("docs/guide/images");
    let out = match out {
        Some(folder) => std::path::absolute(folder).map_err(Failure::file(Path::new(folder)))?,
        None => workspace::root().join("docs/guide/.tour"),
    };
    Program::npm()
        .args(["run", "--silent", "tour"])
        .env("TIEN_VE_APP", &programs.app)
        .env("TIEN_VE_SIMULATOR", &programs.simulator)
        .env("TIEN_VE_GUIDE", &guide)
        .env("TIEN_VE_OUT", &out)
        .within(&workspace::end_to_end())
        .run()?;
    println!("Guide pictures: {}\nVariants: {}", guide.display(), out.display());
    Ok(())
}
