//! Client of the Finan One Open API: bank accounts and payments.
//!
//! The vendor's pages: <https://open.finan.one/docs/api/integration-guide>,
//! <https://open.finan.one/docs/api/generating-signature>,
//! <https://open.finan.one/docs/api/open-banking/account>,
//! <https://open.finan.one/docs/api/open-banking/payment>.
//! It knows no shop, no database and no other gateway; what the pages do not say is in [`assumptions`].

pub mod accounts;
pub mod assumptions;
mod client;
mod config;
mod envelope;
mod pages;
mod path;
pub mod payments;
mod sign;
mod wire;

pub use client::Client;
pub use config::{Credentials, DEFAULT_BASE_URL};
pub use gateway::ClockReading;
pub use pages::{Page, PageRequest};
pub use path::Body;
pub use sign::{Signature, Signed, sign};
