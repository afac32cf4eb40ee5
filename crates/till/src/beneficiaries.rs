//! The book of those whom the shop pays.

mod delete;
pub(crate) mod fields;
mod list;
mod paste;
mod picture;
mod read;
mod save;
mod view;

pub use delete::delete;
pub use list::list;
pub use picture::read_picture;
pub use read::read;
pub use save::save;

use crate::{Till, TillError};
use contract::ErrorCode;
use domain::{Beneficiary, BeneficiaryId};
use store::StoreError;

/// The row a page names, in the present world.
async fn of(till: &Till, id: &str) -> Result<Beneficiary, TillError> {
    let id: BeneficiaryId = id.parse().map_err(|_| ErrorCode::BeneficiaryGone)?;
    match till.store.beneficiary(id).await {
        Ok(row) if row.environment == till.line().environment => Ok(row),
        Ok(_) | Err(StoreError::NotFound(_)) => Err(ErrorCode::BeneficiaryGone.into()),
        Err(error) => Err(error.into()),
    }
}
