//! Money in whole dong: arithmetic, formatting, reading what people type, words.
//!
//! [`Dong`] is the only type that carries money through the product. It holds whole dong in an `i64`,
//! never a fraction and never a float, and its arithmetic says when it does not fit.
//! This crate knows no gateway, no limit of a gateway and no text for people except amounts themselves.

mod amount;
mod fold;
mod format;
pub mod read;
pub mod suggest;
pub mod words;

pub use amount::Dong;
