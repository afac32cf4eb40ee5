//! The file itself: opening, migrating, noticing damage and saving what can be read.

mod connect;
mod damage;
#[cfg(test)]
mod damage_tests;
mod migrate;
#[cfg(test)]
mod migrate_tests;
mod open;
mod salvage;
#[cfg(test)]
mod salvage_tests;

pub(crate) use connect::reader as connect_reader;
pub(crate) use damage::{check, remember as remember_damage};
pub use open::Opened;
pub(crate) use open::open;

use domain::UnixMs;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The file's path with something added to its name.
fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.file_name().map_or_else(OsString::new, OsString::from);
    name.push(suffix);
    path.with_file_name(name)
}

/// A name beside the file that is not taken.
fn free_name(path: &Path, label: &str, now: UnixMs) -> PathBuf {
    let mut at = now;
    loop {
        let candidate = beside(path, &format!(".{label}-{at}"));
        if !candidate.exists() {
            return candidate;
        }
        at = at.saturating_add(1);
    }
}
