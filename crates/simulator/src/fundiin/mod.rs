//! Fundiin's merchant gateway v2 as its pages tell it. A request is checked in the order of the contract (§9.1): path,
//! method, client, signature, headers, key, body and fields, merchant, store, reference, amount and phone, limits.

mod busy;
mod cancel;
mod confirm_store;
mod desk;
mod events;
mod fields;
mod headers;
mod initiate;
mod notice;
mod order;
mod parties;
mod plans;
mod refund;
mod refusal;
mod reply;
mod result;
mod route;
mod setting;
mod signature;
mod status;
mod words;

pub(crate) use busy::{Busy, BusyKeys};
pub(crate) use desk::answer;
pub(crate) use events::{Event, Impossible, catch_up, happen};
pub(crate) use refusal::Refusal;
pub(crate) use reply::{Echo, Reply, refuse};
pub(crate) use route::Route;
pub(crate) use setting::Setting;
pub use signature::{sign, verify};
pub(crate) use words::payment_status;

use axum::body::Bytes;
use axum::http::HeaderMap;

use crate::faults::Plan;

/// A request under the base URL.
pub(crate) struct Incoming<'a> {
    pub(crate) method: &'a str,
    /// What follows the base URL, without a query string.
    pub(crate) path: &'a str,
    pub(crate) headers: &'a HeaderMap,
    pub(crate) body: &'a Bytes,
    pub(crate) plan: &'a Plan,
}
