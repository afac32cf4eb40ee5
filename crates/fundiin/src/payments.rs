//! Transactions. What has an effect is split in three, so that the exact bytes can be stored before they
//! leave: `build_…`, then `Client::send_…` with the intent's key, which reads the answer. Nothing is ever
//! repeated here. "Paid" is said by [`TransactionStatus`] or a notification only, never by an approval.

mod cancel;
mod confirm_store;
mod initiate;
mod refund;
mod status;
mod words;

pub use cancel::{Cancel, CancelOutcome, build_cancel};
pub use confirm_store::{ConfirmStore, StoreConfirmation, build_confirm_store};
pub(crate) use initiate::wire_items;
pub use initiate::{Customer, Initiate, Initiated, Item, Redirects, Seller, Shipping, build_initiate};
pub use refund::{Refund, Refunded, build_refund};
pub use status::TransactionStatus;
pub use words::{Channel, PaidBy, PaymentStatus};
