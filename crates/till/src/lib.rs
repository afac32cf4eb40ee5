//! Use cases: one operation a file. The only place that combines gateways, store, vault, guard and simulator.
//!
//! No money-moving call starts anywhere but in `journal`; none is repeated there without a look-up. Nothing here knows a window.

pub mod accounts;
pub mod amounts;
pub mod app;
pub mod beneficiaries;
pub mod books;
pub mod clock;
pub mod credentials;
pub mod customers;
mod desk;
pub mod display;
pub mod environment;
mod error;
mod events;
pub mod exports;
mod ids;
pub mod imports;
pub mod instalments;
pub mod invoices;
mod journal;
mod line;
mod moments;
pub mod owner;
pub mod payments;
pub mod payouts;
pub mod practice;
pub mod products;
mod qr;
mod run;
pub mod sales;
pub mod settings;
#[cfg(test)]
mod tests;
mod wake;
mod watch;

pub use desk::{Config, Till};
pub use error::TillError;
pub use events::Events;
pub use run::run;
