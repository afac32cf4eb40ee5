//! The handle: cheap to clone, safe to share, never blocks the caller's thread.

use crate::StoreError;
use crate::file::{self, Opened};
use crate::worker::{Farewell, Workers};
use domain::UnixMs;
use rusqlite::{Connection, Transaction, TransactionBehavior};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// How many reads may run at once beside the writer: the background check, a list's totals, and one that is never kept waiting.
const READERS: usize = 3;

/// The open database. The last clone to be dropped waits for queued writes and closes the file.
#[derive(Debug, Clone)]
pub struct Store {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    // Readers close first: the last connection to close folds the write-ahead log into the file.
    readers: Workers,
    writer: Workers,
    path: PathBuf,
}

impl Store {
    /// Opens the file, making it and its folder when missing, migrating it when old, setting it aside when damaged.
    ///
    /// Blocks for at most about 3 s; longer, once, when an older file with tens of thousands of payments is migrated. `now` names
    /// copies and files set aside.
    ///
    /// # Errors
    /// [`StoreError`] when neither the file nor a new one in its place can be used.
    pub fn open(path: &Path, now: UnixMs) -> Result<(Self, Opened), StoreError> {
        let (writer, opened) = file::open(path, now)?;
        let readers = (0..READERS)
            .map(|_| file::connect_reader(path))
            .collect::<Result<Vec<_>, _>>()?;
        let inner = Inner {
            readers: Workers::start("store-reader", readers, Farewell::Interrupt)?,
            writer: Workers::start("store-writer", vec![writer], Farewell::Finish)?,
            path: path.to_owned(),
        };
        Ok((
            Self {
                inner: Arc::new(inner),
            },
            opened,
        ))
    }

    /// Reads the whole file and checks it; slow, for the background. Damage is remembered for the next opening.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when the file is damaged, others when it could not be read.
    pub async fn check(&self) -> Result<(), StoreError> {
        let path = self.inner.path.clone();
        self.inner
            .readers
            .run(move |connection| file::check(connection, &path))
            .await
    }

    pub(crate) async fn read<T, J>(&self, job: J) -> Result<T, StoreError>
    where
        T: Send + 'static,
        J: FnOnce(&Connection) -> Result<T, StoreError> + Send + 'static,
    {
        let path = self.inner.path.clone();
        self.inner
            .readers
            .run(move |connection| file::remember_damage(job(connection), &path))
            .await
    }

    /// One durable transaction; it is rolled back when the job fails.
    pub(crate) async fn write<T, J>(&self, job: J) -> Result<T, StoreError>
    where
        T: Send + 'static,
        J: FnOnce(&Transaction<'_>) -> Result<T, StoreError> + Send + 'static,
    {
        let path = self.inner.path.clone();
        self.inner
            .writer
            .run(move |connection| file::remember_damage(transact(connection, job), &path))
            .await
    }
}

fn transact<T>(
    connection: &mut Connection,
    job: impl FnOnce(&Transaction<'_>) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    let tx = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let value = job(&tx)?;
    tx.commit()?;
    Ok(value)
}
