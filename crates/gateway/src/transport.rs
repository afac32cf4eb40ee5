//! The one way to a gateway: a [`Request`] goes out byte for byte, a [`RawAnswer`] comes back, nothing
//! is interpreted, repeated or followed. [`Transport`] is object-safe so that tests can script it.

use std::fmt::Debug;

use futures_util::future::BoxFuture;

mod answer;
mod fault;
mod http;
mod request;

pub use answer::{MAX_BODY_BYTES, MAX_JSON_DEPTH, RawAnswer};
pub use http::{HttpTransport, TimeLimits};
pub use request::{Header, Method, Request};

use crate::failure::Failure;

/// Sends requests.
pub trait Transport: Send + Sync + Debug {
    /// Sends `request` once. Any HTTP status is an answer; a [`Failure`] means that none was read.
    fn send(&self, request: Request) -> BoxFuture<'_, Result<RawAnswer, Failure>>;
}
