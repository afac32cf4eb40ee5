//! What crosses to the page: the command table, requests, views, events and the error body.
//!
//! Money crosses as whole dong, times as RFC 3339 UTC, codes and parameters instead of sentences. No logic lives here.

#[macro_use]
mod macros;

pub mod account;
pub mod amount;
pub mod app;
pub mod books;
mod commands;
pub mod credentials;
pub mod customer;
pub mod display;
pub mod error;
pub mod event;
pub mod instalment;
pub mod instalment_settings;
pub mod invoice;
pub mod owner;
pub mod payment;
pub mod payout;
pub mod practice;
pub mod product;
pub mod qr;
pub mod sale;
pub mod settings;
pub mod status;
pub mod time;

pub use commands::{COMMANDS, Command, Window};
pub use error::{Certainty, ErrorBody, ErrorCode};
pub use time::Time;

#[cfg(feature = "typescript")]
pub use commands::typescript;
