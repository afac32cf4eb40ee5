//! When each book of each world was last read, kept over restarts.

use super::Book;
use crate::{Till, TillError};
use domain::{Environment, UnixMs};
use std::collections::BTreeMap;

/// The key of the stored row.
const KEY: &str = "books_read_at";

type ReadAt = BTreeMap<String, UnixMs>;

fn place<B: Book>(world: Environment) -> String {
    format!("{}/{}", world.as_str(), B::NAME)
}

/// When the book was last read.
pub(super) async fn read_at<B: Book>(till: &Till, world: Environment) -> Result<Option<UnixMs>, TillError> {
    let all: ReadAt = till.store.setting(KEY).await?.unwrap_or_default();
    Ok(all.get(&place::<B>(world)).copied())
}

/// The book was read now.
pub(super) async fn note<B: Book>(till: &Till, world: Environment, at: UnixMs) -> Result<(), TillError> {
    let mut all: ReadAt = till.store.setting(KEY).await?.unwrap_or_default();
    all.insert(place::<B>(world), at);
    Ok(till.store.set_setting(KEY, &all).await?)
}
