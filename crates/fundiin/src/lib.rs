//! Client of the Fundiin payment gateway, API v2: instalment transactions, their status, cancel, refund,
//! in-store confirmation, packages, and proof of its notifications.
//!
//! The vendor's pages: <https://docs.fundiin.vn/v2/api-explorer>, <https://docs.fundiin.vn/v2/payments>,
//! <https://docs.fundiin.vn/v2/api/signature>, <https://docs.fundiin.vn/v2/api/idempotency>,
//! <https://docs.fundiin.vn/v2/installment>.
//! It knows no shop, no database and no other gateway; what the pages do not say is in [`assumptions`].

mod amount;
pub mod assumptions;
mod body;
mod client;
mod config;
mod error;
pub mod installments;
mod link;
mod meaning;
pub mod notification;
pub mod payments;
mod reply;
mod result_status;
mod sign;
mod text;
mod time;
pub mod values;
mod wire;

pub use body::Body;
pub use client::Client;
pub use config::{Credentials, Merchant, PRODUCTION_BASE_URL, SANDBOX_BASE_URL};
pub use error::{CallError, InvalidField, Reason, Said};
pub use gateway::ClockReading;
pub use link::{LinkProblem, LinkRule, PaymentLink};
pub use result_status::{Action, ResultStatus};
pub use sign::{Signature, is_signed, sign};
pub use time::request_time;
