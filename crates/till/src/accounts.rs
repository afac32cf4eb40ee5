//! Receiving accounts.

mod choose;
mod get;
mod list;
mod refresh;
mod save_picture;
mod view;

pub use choose::choose;
pub use get::get;
pub use list::list;
pub use refresh::refresh;
pub use save_picture::save_picture;

pub(crate) use refresh::refresh_quietly;
pub(crate) use view::{bank_name, view};

use crate::{Till, TillError};
use contract::ErrorCode;
use store::Account;

/// The account a page names, in the present world.
async fn of(till: &Till, id: &str) -> Result<Account, TillError> {
    let accounts = till.store.accounts(till.line().environment).await?;
    accounts
        .into_iter()
        .find(|account| account.id.as_str() == id)
        .ok_or_else(|| ErrorCode::AccountGone.into())
}
