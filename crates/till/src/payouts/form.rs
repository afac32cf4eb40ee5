//! What the form of a payout starts from.

use super::{banks, sources};
use crate::{Till, TillError, accounts, owner};
use contract::payout::PayoutFormView;

/// Accounts with their balances as far as the gateway tells them, banks and limits.
///
/// # Errors
/// `owner_locked`; storage and keyring errors.
pub async fn form(till: &Till) -> Result<PayoutFormView, TillError> {
    owner::require_unlocked(till).await?;
    if sources::all(till).await?.is_empty() {
        accounts::refresh_quietly(till).await?;
    }
    sources::refresh_balances(till).await;
    Ok(PayoutFormView {
        accounts: sources::all(till).await?,
        banks: banks::all(till).await?,
        limits: owner::limits_view(till).await?,
    })
}
