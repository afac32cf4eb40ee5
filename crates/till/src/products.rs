//! Products of the shop: found at once, saved at once, told to the gateway when the line allows; quick keys on the counter.

mod by_code;
mod check;
mod delete;
mod facts;
mod list;
mod price;
mod quick_keys;
mod save;
mod view;

pub use by_code::by_code;
pub use delete::delete;
pub use list::list;
pub use price::price;
pub use quick_keys::{get as quick_keys_get, set as quick_keys_set};
pub use save::save;

pub(crate) use check::check;
pub(crate) use facts::with_defaults;
pub(crate) use view::view;

use crate::{Till, TillError, ids};
use contract::ErrorCode;
use domain::{MirrorState, Product};

/// What a made code begins with: sản phẩm.
pub(crate) const CODE_PREFIX: &str = "SP";
/// Longer searches are cut.
const MOST_SEARCH_CHARS: usize = 100;

/// The product a page names, in the present world.
async fn of(till: &Till, id: &str) -> Result<Product, TillError> {
    match till.store.product(ids::product(id)?).await {
        Ok(row)
            if row.environment == till.line().environment && row.mirror.state != MirrorState::ToDelete =>
        {
            Ok(row)
        }
        Ok(_) | Err(store::StoreError::NotFound(_)) => Err(ErrorCode::ProductGone.into()),
        Err(error) => Err(error.into()),
    }
}
