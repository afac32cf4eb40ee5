//! Client of the Finan One Open API: bank accounts, payments, payouts, customers, products and invoices.
//!
//! The vendor's pages: <https://open.finan.one/docs/api/integration-guide>,
//! <https://open.finan.one/docs/api/generating-signature>,
//! <https://open.finan.one/docs/api/open-banking/account>,
//! <https://open.finan.one/docs/api/open-banking/payment>, <https://open.finan.one/docs/api/open-banking/payout>,
//! <https://open.finan.one/docs/api/business/customer>,
//! <https://open.finan.one/docs/api/business/product>, <https://open.finan.one/docs/api/business/invoice>.
//! It knows no shop, no database and no other gateway; what the pages do not say is in [`assumptions`].

pub mod accounts;
pub mod assumptions;
mod client;
pub mod codes;
mod config;
pub mod customers;
mod envelope;
mod error;
pub mod invoices;
mod pages;
mod path;
pub mod payments;
pub mod payouts;
pub mod products;
mod sign;
mod text;
mod wire;

pub use client::Client;
pub use config::{Credentials, DEFAULT_BASE_URL};
pub use error::{InvalidField, Reason};
pub use gateway::ClockReading;
pub use pages::{Page, PageRequest};
pub use path::Body;
pub use sign::{Signature, Signed, sign};
