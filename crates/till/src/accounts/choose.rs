//! Chooses the account this till receives into.

use super::{list::list, of, view};
use crate::{Till, TillError};
use contract::account::{AccountRequest, AccountsView};
use contract::event::TillEvent;

/// Receives into this account from now on. Payments asked for before keep theirs.
///
/// # Errors
/// `account_gone`; storage errors.
pub async fn choose(till: &Till, request: AccountRequest) -> Result<AccountsView, TillError> {
    let account = of(till, &request.account_id).await?;
    let environment = till.line().environment;
    till.store.choose_receiving(environment, account.id).await?;
    let receiving = till.store.receiving_account(environment).await?;
    till.events.send(TillEvent::ReceivingAccount {
        account: receiving.as_ref().map(view),
    });
    list(till).await
}
