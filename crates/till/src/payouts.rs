//! Payouts: the shop sends money. Who, how much, read back, the bank's one-time code.
//!
//! Nothing here sends anything: `journal` does, and only what a person decided in this process.

mod banks;
mod check;
mod close;
mod create;
mod form;
mod get;
mod heard;
mod list;
mod memory;
mod notices;
mod prepare;
mod read;
mod receipt;
mod refusal;
mod send;
mod sources;
mod verify_code;
mod view;

pub use banks::{bank_list, bank_save};
pub use check::check;
pub use close::close;
pub use create::create;
pub use form::form;
pub use get::get;
pub use list::list;
pub use prepare::prepare;
pub use read::read;
pub use receipt::{receipt, save_receipt};
pub use send::send;
pub use verify_code::verify_code;

pub(crate) use banks::{Meant, all as all_banks, find as find_bank, meant};
pub(crate) use heard::{heard_of, status_of};
pub(crate) use memory::{Payouts, Prepared, Seen};
pub(crate) use prepare::body;
pub(crate) use refusal::{failure_body as refusal_body, reason_of, said_of};
pub(crate) use view::{destination, view};

use crate::{Till, TillError};
use contract::ErrorCode;
use contract::event::TillEvent;
use domain::{Payout, PayoutId};

/// The payout a page names, in the present world.
async fn of(till: &Till, id: &str) -> Result<Payout, TillError> {
    let id: PayoutId = id.parse().map_err(|_| ErrorCode::PayoutGone)?;
    match till.store.payout(id).await {
        Ok(payout) if payout.environment == till.line().environment => Ok(payout),
        Ok(_) | Err(store::StoreError::NotFound(_)) => Err(ErrorCode::PayoutGone.into()),
        Err(error) => Err(error.into()),
    }
}

/// Tells everybody that a payout changed: its id only, for pages that may not see payouts hear this too.
pub(crate) fn tell(till: &Till, id: PayoutId) {
    let payout_id = id.to_string();
    till.events.send(TillEvent::Payout { payout_id });
    crate::practice::tell_if_changed(till);
}
