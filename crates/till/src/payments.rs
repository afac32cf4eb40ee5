//! Payments: asking for money and following it.

mod check;
mod confirm_account;
mod create;
mod get;
mod guard;
mod link;
mod list;
mod reissue;
mod rest;
mod running;
mod save_picture;
mod view;

pub use check::check;
pub use confirm_account::confirm_account;
pub use create::create;
pub use get::get;
pub(crate) use link::checked_link;
pub use link::link;
pub use list::list;
pub use reissue::reissue;
pub use rest::rest;
pub use save_picture::save_picture;

pub(crate) use create::{check_form, check_missing};
pub(crate) use get::entry;
pub(crate) use guard::{judge_qr, receivers};
pub(crate) use running::running;
pub(crate) use save_picture::{write_file, write_picture};
pub(crate) use view::{phase, view, views};

use crate::{Till, TillError, ids};
use contract::ErrorCode;
use domain::{Payment, PaymentId, SaleId};

/// The payment a page names, in the present world.
pub(crate) async fn of(till: &Till, id: &str) -> Result<Payment, TillError> {
    match till.store.payment(ids::payment(id)?).await {
        Ok(payment) if payment.environment == till.line().environment => Ok(payment),
        Ok(_) | Err(store::StoreError::NotFound(_)) => Err(ErrorCode::PaymentGone.into()),
        Err(error) => Err(error.into()),
    }
}

/// The intent of a sale's next payment.
async fn draft(till: &Till, sale: SaleId) -> Result<PaymentId, TillError> {
    if let Some(draft) = till.store.draft_of_sale(sale).await? {
        return Ok(draft);
    }
    let id = PaymentId::new(ids::new(till.now()));
    till.store.mint_draft(id, sale, till.now()).await?;
    Ok(id)
}
