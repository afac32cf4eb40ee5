//! The accounts as last told.

use super::view::all;
use crate::{Till, TillError};
use contract::account::AccountsView;

/// What is known without asking.
///
/// # Errors
/// Storage errors.
pub async fn list(till: &Till) -> Result<AccountsView, TillError> {
    Ok(all(till.store.accounts(till.line().environment).await?))
}
