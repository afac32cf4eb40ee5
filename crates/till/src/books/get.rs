//! How fresh the books are.

use super::view::view;
use crate::{Till, TillError};
use contract::books::BooksView;

/// How fresh the books are, without asking the gateway.
///
/// # Errors
/// Storage errors.
pub async fn get(till: &Till) -> Result<BooksView, TillError> {
    view(till).await
}
