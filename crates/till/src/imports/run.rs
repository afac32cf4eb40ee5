//! Imports what was read.

use super::reading::{Kept, Reading};
use super::shown::whole;
use crate::{Till, TillError, books};
use contract::ErrorCode;
use contract::books::{ImportDoneView, ImportRequest};
use domain::{Customer, Product};
use store::{ImportBatch, StoreError};
use uuid::Uuid;

/// Rows of one transaction: a cashier's sale never waits long behind it.
const PART: usize = 200;

/// Takes the new and the changed rows, part by part; [`contract::event::TillEvent::Progress`] tells how far it is. What was taken
/// stays when it is cancelled, and can be undone.
///
/// # Errors
/// `import_gone` when the file is not known any more; storage errors, after which what was taken can be undone too.
pub async fn run(till: &Till, request: ImportRequest) -> Result<ImportDoneView, TillError> {
    till.books.touch(till.clock.monotonic_ms());
    let world = till.line().environment;
    if let Some(reading) = Customer::slot(&till.imports).take(&request.import_id, world) {
        return take(till, reading).await;
    }
    match Product::slot(&till.imports).take(&request.import_id, world) {
        Some(reading) => take(till, reading).await,
        None => Err(ErrorCode::ImportGone.into()),
    }
}

async fn take<B: Kept>(till: &Till, reading: Reading<B>) -> Result<ImportDoneView, TillError> {
    let id = reading.id;
    let batch = ImportBatch {
        id,
        environment: reading.world,
        kind: B::IMPORT,
        file_name: reading.file_name,
        at: till.now(),
    };
    let rows: Vec<B> = reading.rows.into_iter().filter_map(|judged| judged.row).collect();
    till.store.begin_import(batch).await?;
    let work = till
        .imports
        .running
        .begin_import(id.to_string(), whole(rows.len()));
    let (mut taken, mut done) = (0, 0);
    for part in rows.chunks(PART) {
        if work.is_cancelled() {
            break;
        }
        taken += save(till, id, part).await?;
        done += part.len();
        work.tell(till, whole(done), false);
    }
    let is_cancelled = work.is_cancelled() && done < rows.len();
    work.tell(till, whole(done), true);
    till.books.wanted.ring();
    books::tell(till).await?;
    Ok(ImportDoneView {
        import_id: id.to_string(),
        taken: whole(taken),
        is_cancelled,
    })
}

/// Saves a part. A code that went to another row since the file was read costs one row, not the part.
async fn save<B: Kept>(till: &Till, batch: Uuid, part: &[B]) -> Result<usize, TillError> {
    match B::import(&till.store, batch, part.to_vec()).await {
        Ok(()) => return Ok(part.len()),
        Err(StoreError::CodeTaken(_)) => {}
        Err(error) => return Err(error.into()),
    }
    let mut taken = 0;
    for row in part {
        match B::import(&till.store, batch, vec![row.clone()]).await {
            Ok(()) => taken += 1,
            Err(StoreError::CodeTaken(_)) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(taken)
}
