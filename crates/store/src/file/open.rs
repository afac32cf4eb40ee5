//! Opening: whatever state the file is in, the app gets a usable database or a precise error, quickly.

use super::{connect, damage, migrate, salvage};
use crate::StoreError;
use domain::UnixMs;
use rusqlite::{Connection, TransactionBehavior};
use std::path::Path;

/// What opening found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Opened {
    /// The name under which a damaged file was set aside, in the same folder.
    pub was_damaged: Option<String>,
    /// How many rows of it were saved.
    pub salvaged: usize,
    /// The version the file had before it was migrated.
    pub migrated_from: Option<u32>,
}

pub(crate) fn open(path: &Path, now: UnixMs) -> Result<(Connection, Opened), StoreError> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    if damage::is_suspected(path) {
        return replace(path, now);
    }
    match try_open(path, now) {
        Err(StoreError::Damaged(cause)) => {
            tracing::error!(%cause, "the database is damaged and is set aside");
            replace(path, now)
        }
        other => other,
    }
}

fn try_open(path: &Path, now: UnixMs) -> Result<(Connection, Opened), StoreError> {
    let mut connection = connect::writer(path)?;
    // Taking the write lock once proves that the file can be written before anybody relies on it.
    connection
        .transaction_with_behavior(TransactionBehavior::Immediate)?
        .rollback()?;
    damage::probe(&connection, path)?;
    let migrated_from = migrate::to_newest(&mut connection, path, now)?;
    let opened = Opened {
        migrated_from,
        ..Opened::default()
    };
    Ok((connection, opened))
}

fn replace(path: &Path, now: UnixMs) -> Result<(Connection, Opened), StoreError> {
    let aside = damage::set_aside(path, now)?;
    let (mut connection, _) = try_open(path, now)?;
    let salvaged = salvage::copy_readable(&aside, &mut connection);
    tracing::warn!(salvaged, "a new database was opened in place of the damaged one");
    let opened = Opened {
        was_damaged: aside.file_name().map(|name| name.to_string_lossy().into_owned()),
        salvaged,
        migrated_from: None,
    };
    Ok((connection, opened))
}
