//! Single values that a request is made of. Each can only be made when the Initiate page allows it, so
//! that what holds one need not be checked again.

mod birth_date;
mod choice;
mod email;
mod expiry;
mod idempotency_key;
mod phone;
mod reference_id;
mod web_url;

pub use birth_date::BirthDate;
pub use choice::{Gender, Lang, PaymentMethod, Tender, TerminalType};
pub use email::Email;
pub use expiry::Expiry;
pub use idempotency_key::IdempotencyKey;
pub use phone::Phone;
pub use reference_id::ReferenceId;
pub use web_url::WebUrl;
