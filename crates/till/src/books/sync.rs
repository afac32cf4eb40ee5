//! Reads the books from the gateway and tells it what is pending.

use super::view::view;
use crate::{Till, TillError};
use contract::books::BooksView;

/// Asks for a reading now, whatever failed before. It goes on in the background; [`contract::event::TillEvent::Books`] tells how.
///
/// # Errors
/// Why no request can leave; storage errors.
pub async fn sync(till: &Till) -> Result<BooksView, TillError> {
    till.line().client()?;
    till.books.touch(till.clock.monotonic_ms());
    till.books.ask();
    view(till).await
}
