//! Where things lie in the repository.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The repository's root.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}

/// The page.
pub(crate) fn page() -> PathBuf {
    root().join("ui")
}

/// The end-to-end specs, with packages of their own.
pub(crate) fn end_to_end() -> PathBuf {
    page().join("e2e")
}

/// The cargo that started this tool.
pub(crate) fn cargo() -> OsString {
    std::env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"))
}
