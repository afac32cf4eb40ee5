//! Tables `import_batch` and `import_row`: what came from a file, so that it can be taken back.

use super::delete;
use super::entry::{Entry, Row};
use super::row;
use crate::column::{parsed, word};
use crate::{Store, StoreError};
use domain::{Customer, Environment, MirrorState, Product, UnixMs};
use rusqlite::{OptionalExtension, Transaction};
use uuid::Uuid;

/// How many rows one transaction takes back.
const UNDO_PART: u32 = 200;

/// Into which book.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ImportKind {
    /// Customers.
    Customers,
    /// Products.
    Products,
}

impl ImportKind {
    /// The word stored.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Customers => "customers",
            Self::Products => "products",
        }
    }

    fn from_stored(word: &str) -> Option<Self> {
        [Self::Customers, Self::Products]
            .into_iter()
            .find(|known| known.as_str() == word)
    }
}

/// One import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportBatch {
    /// Its id.
    pub id: Uuid,
    /// The world it goes to.
    pub environment: Environment,
    /// Into which book.
    pub kind: ImportKind,
    /// The file's name.
    pub file_name: String,
    /// When it was begun.
    pub at: UnixMs,
}

impl Store {
    /// Begins an import.
    ///
    /// # Errors
    /// [`StoreError`] when it could not be written.
    pub async fn begin_import(&self, batch: ImportBatch) -> Result<(), StoreError> {
        self.write(move |tx| {
            tx.prepare_cached(
                "INSERT INTO import_batch (id, environment, kind, file_name, at) VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute((
                batch.id.to_string(),
                batch.environment.as_str(),
                batch.kind.as_str(),
                &batch.file_name,
                batch.at,
            ))?;
            Ok(())
        })
        .await
    }

    /// Takes an import back: rows that it made are deleted, rows that it changed are as before. Those that were changed or deleted
    /// since stay as they are. Returns how many were taken back; a second time none. An undo that was interrupted is finished by
    /// another.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such import; others when not all of it was taken back.
    pub async fn undo_import(&self, batch: Uuid, at: UnixMs) -> Result<usize, StoreError> {
        let mut taken_back = 0;
        loop {
            let part = self
                .write(move |tx| match kind_of(tx, batch)? {
                    ImportKind::Customers => undo_part::<Customer>(tx, batch, at),
                    ImportKind::Products => undo_part::<Product>(tx, batch, at),
                })
                .await?;
            taken_back += part.taken_back;
            if part.is_last {
                return Ok(taken_back);
            }
        }
    }

    /// The last import into a book that was not undone.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub async fn last_import(
        &self,
        environment: Environment,
        kind: ImportKind,
    ) -> Result<Option<ImportBatch>, StoreError> {
        self.read(move |db| {
            let mut select = db.prepare_cached(
                "SELECT * FROM import_batch WHERE environment = ?1 AND kind = ?2 AND undone_at IS NULL
                 ORDER BY at DESC, id DESC LIMIT 1",
            )?;
            let last = select.query_row((environment.as_str(), kind.as_str()), |row| {
                Ok(ImportBatch {
                    id: parsed(row, "id")?,
                    environment: word(row, "environment", Environment::from_stored)?,
                    kind: word(row, "kind", ImportKind::from_stored)?,
                    file_name: row.get("file_name")?,
                    at: row.get("at")?,
                })
            });
            Ok(last.optional()?)
        })
        .await
    }
}

fn kind_of(tx: &Transaction<'_>, batch: Uuid) -> Result<ImportKind, StoreError> {
    tx.prepare_cached("SELECT kind FROM import_batch WHERE id = ?1")?
        .query_row([batch.to_string()], |row| {
            word(row, "kind", ImportKind::from_stored)
        })
        .optional()?
        .ok_or(StoreError::NotFound("import"))
}

/// Saves rows and remembers what they were before.
pub(super) fn save_part<E: Entry>(
    tx: &Transaction<'_>,
    batch: Uuid,
    rows: impl Iterator<Item = Row<E>>,
) -> Result<(), StoreError> {
    kind_of(tx, batch)?;
    for new in rows {
        let before = row::of_id::<E>(tx, new.id)?.map(|old| serde_json::to_string(&old.facts));
        let saved = row::save(tx, new)?;
        tx.prepare_cached(
            "INSERT INTO import_row (batch_id, row_id, changed_at, before) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT DO UPDATE SET changed_at = ?3",
        )?
        .execute((
            batch.to_string(),
            saved.id.to_string(),
            saved.mirror.changed_at,
            before.transpose()?,
        ))?;
    }
    Ok(())
}

/// What an import did to one row.
struct Imported {
    row_id: String,
    changed_at: UnixMs,
    before: Option<String>,
}

/// What one transaction took back.
struct UndonePart {
    taken_back: usize,
    is_last: bool,
}

/// Rows come in parts, so that a sale need not wait for thousands of them. What is done is off the list: an undo that was
/// interrupted goes on where it was.
fn undo_part<E: Entry>(tx: &Transaction<'_>, batch: Uuid, at: UnixMs) -> Result<UndonePart, StoreError> {
    let imported: Vec<Imported> = tx
        .prepare_cached("SELECT row_id, changed_at, before FROM import_row WHERE batch_id = ?1 LIMIT ?2")?
        .query_map((batch.to_string(), UNDO_PART), |row| {
            Ok(Imported {
                row_id: row.get(0)?,
                changed_at: row.get(1)?,
                before: row.get(2)?,
            })
        })?
        .collect::<Result<_, _>>()?;
    let mut taken_back = 0;
    for one in &imported {
        let unchanged = "id = ?1 AND changed_at = ?2 AND state <> 'to_delete'";
        let Some(found) = row::first::<E>(tx, unchanged, (&one.row_id, one.changed_at))? else {
            continue;
        };
        match &one.before {
            None => delete::take_out(tx, found, at)?,
            Some(before) => match put_back(tx, found, serde_json::from_str(before)?, at) {
                // Its old code has gone to another row since.
                Err(StoreError::CodeTaken(_)) => continue,
                result => result?,
            },
        }
        taken_back += 1;
    }
    let mut take_off = tx.prepare_cached("DELETE FROM import_row WHERE batch_id = ?1 AND row_id = ?2")?;
    for one in &imported {
        take_off.execute((batch.to_string(), &one.row_id))?;
    }
    let is_last = imported.is_empty();
    if is_last {
        tx.execute(
            "UPDATE import_batch SET undone_at = COALESCE(undone_at, ?2) WHERE id = ?1",
            (batch.to_string(), at),
        )?;
    }
    Ok(UndonePart { taken_back, is_last })
}

/// The facts of before, as a change made now.
fn put_back<E: Entry>(
    tx: &Transaction<'_>,
    mut found: Row<E>,
    before: E::Facts,
    at: UnixMs,
) -> Result<(), StoreError> {
    found.facts = before;
    if found.mirror.state != MirrorState::Gone {
        found.mirror = found.mirror.changed(at);
    }
    row::save(tx, found)?;
    Ok(())
}
