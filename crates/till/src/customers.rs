//! Customers of the shop: found at once, saved at once, told to the gateway when the line allows.

mod check;
mod delete;
mod facts;
mod get;
mod list;
mod save;
mod view;

pub use delete::delete;
pub use get::get;
pub use list::list;
pub use save::save;

pub(crate) use check::{check, phone_owner};
pub(crate) use facts::{kept, number};
pub(crate) use view::view;

use crate::{Till, TillError, ids};
use contract::ErrorCode;
use domain::{Customer, MirrorState};

/// What a made code begins with: khách hàng.
pub(crate) const CODE_PREFIX: &str = "KH";
/// Longer searches are cut.
const MOST_SEARCH_CHARS: usize = 100;

/// The customer a page names, in the present world.
async fn of(till: &Till, id: &str) -> Result<Customer, TillError> {
    match till.store.customer(ids::customer(id)?).await {
        Ok(row)
            if row.environment == till.line().environment && row.mirror.state != MirrorState::ToDelete =>
        {
            Ok(row)
        }
        Ok(_) | Err(store::StoreError::NotFound(_)) => Err(ErrorCode::CustomerGone.into()),
        Err(error) => Err(error.into()),
    }
}
