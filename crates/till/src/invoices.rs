//! Invoices: drafts on this machine, requests for payment at the gateway, paper.

mod body;
mod content;
mod count;
mod create;
mod delete;
mod draft;
mod duplicate;
mod get;
pub(crate) mod heard;
mod list;
mod paper;
mod problems;
mod show;
mod totals;
mod update;
mod view;

pub use count::count;
pub use create::create;
pub use delete::delete;
pub use draft::{delete as draft_delete, get as draft_get, save as draft_save};
pub use duplicate::duplicate;
pub use get::get;
pub use list::list;
pub use paper::{paper, save_file};
pub use show::show;
pub use update::update;

pub(crate) use paper::{file_stem, local, pictures, size_of as paper_size, typeset};
pub(crate) use view::{changed, row};

use crate::{Till, TillError, ids};
use contract::{ErrorBody, ErrorCode};
use domain::{Invoice, Payment};
use finan_one::InvalidField;

/// A field that cannot be sent, as the page is told.
pub(crate) fn refused_field(invalid: &InvalidField) -> TillError {
    let body = ErrorBody::of(ErrorCode::FieldRefused)
        .with("field", &invalid.field)
        .with("reason", invalid.code());
    TillError::Refused(body)
}

/// The sent invoice a page names, in the present world.
async fn of(till: &Till, id: &str) -> Result<(Payment, Invoice), TillError> {
    let gone = || TillError::from(ErrorCode::InvoiceGone);
    let id = ids::payment(id).map_err(|_| gone())?;
    match till.store.payment(id).await {
        Ok(payment) if payment.environment == till.line().environment => {
            let invoice = payment.invoice.clone().ok_or_else(gone)?;
            Ok((payment, invoice))
        }
        Ok(_) | Err(store::StoreError::NotFound(_)) => Err(gone()),
        Err(error) => Err(error.into()),
    }
}
