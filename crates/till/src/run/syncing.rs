//! Keeps the books of customers and products in step with the gateway's.

use super::AFTER_ERROR;
use super::rest::rest;
use crate::Till;
use crate::books::Syncing;
use std::time::Duration;

/// Runs until the program ends.
pub(super) async fn sync_books(till: &Till) {
    let mut bell = till.books.wanted.listen();
    let mut syncing = Syncing::new();
    loop {
        bell.mark_unchanged();
        match syncing.step(till).await {
            Ok(Duration::ZERO) => {}
            Ok(wait) => rest(till, &mut bell, wait).await,
            Err(error) => {
                tracing::warn!(%error, "the books could not be brought in step");
                rest(till, &mut bell, AFTER_ERROR).await;
            }
        }
    }
}
