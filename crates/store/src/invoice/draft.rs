//! Table `invoice_draft`: invoices that are only on this machine.

use crate::column::{json, parsed, readable, unreadable, word};
use crate::{Store, StoreError};
use domain::{Environment, InvoiceDraft, PaymentId};
use rusqlite::{Connection, OptionalExtension, Row, Transaction};

impl Store {
    /// Keeps a draft as it is now; the moment it was begun is that of the first time.
    ///
    /// # Errors
    /// [`StoreError::Failed`] when an invoice of this id was sent already, others when it could not be written.
    pub async fn save_invoice_draft(&self, draft: InvoiceDraft) -> Result<(), StoreError> {
        self.write(move |tx| {
            // A page that saves once more after the invoice was sent must not bring the draft back.
            if crate::intent::maybe_intent(tx, draft.id.into())?.is_some() {
                return Err(StoreError::failed("the invoice was sent already"));
            }
            tx.prepare_cached(
                "INSERT INTO invoice_draft (id, environment, code, content, created_at, updated_at)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                 ON CONFLICT (id) DO UPDATE SET code = ?3, content = ?4, updated_at = ?6",
            )?
            .execute((
                draft.id.to_string(),
                draft.environment.as_str(),
                &draft.code,
                serde_json::to_string(&draft.content)?,
                draft.created_at,
                draft.updated_at,
            ))?;
            Ok(())
        })
        .await
    }

    /// One draft.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such draft: it was deleted or sent.
    pub async fn invoice_draft(&self, id: PaymentId) -> Result<InvoiceDraft, StoreError> {
        self.read(move |db| one(db, id)).await
    }

    /// The drafts, last changed first.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub async fn invoice_drafts(&self, environment: Environment) -> Result<Vec<InvoiceDraft>, StoreError> {
        self.read(move |db| {
            let mut select = db.prepare_cached(
                "SELECT * FROM invoice_draft WHERE environment = ?1 ORDER BY updated_at DESC, id DESC",
            )?;
            let rows = select.query_map([environment.as_str()], read)?;
            Ok(readable(rows, "invoice_draft")?)
        })
        .await
    }

    /// Throws a draft away; nothing happens when there is none.
    ///
    /// # Errors
    /// [`StoreError`] when it could not be written.
    pub async fn delete_invoice_draft(&self, id: PaymentId) -> Result<(), StoreError> {
        self.write(move |tx| delete(tx, id)).await
    }
}

pub(super) fn one(db: &Connection, id: PaymentId) -> Result<InvoiceDraft, StoreError> {
    db.prepare_cached("SELECT * FROM invoice_draft WHERE id = ?1")?
        .query_row([id.to_string()], read)
        .optional()?
        .ok_or(StoreError::NotFound("invoice_draft"))
}

pub(super) fn delete(tx: &Transaction<'_>, id: PaymentId) -> Result<(), StoreError> {
    tx.prepare_cached("DELETE FROM invoice_draft WHERE id = ?1")?
        .execute([id.to_string()])?;
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<InvoiceDraft> {
    Ok(InvoiceDraft {
        id: parsed(row, "id")?,
        environment: word(row, "environment", Environment::from_stored)?,
        code: row.get("code")?,
        content: json(row, "content")?.ok_or_else(|| unreadable("content"))?,
        created_at: row.get("created_at")?,
        updated_at: row.get("updated_at")?,
    })
}
