//! The shop's nouns and their legal moves: payment, verdict, intent, sale, masks.
//!
//! Pure: no clock, no disk, no network. Names of states live here and nowhere else.

pub mod environment;
pub mod id;
pub mod intent;
pub mod mask;
pub mod payment;
pub mod sale;
pub mod text;
pub mod verdict;

pub use environment::Environment;
pub use id::{AccountId, PaymentId, SaleId};
pub use intent::{IntentState, Move, MoveError};
pub use payment::{GatewayStatus, Heard, Payment, QrState};
pub use sale::{Sale, SaleBalance};
pub use verdict::Verdict;

/// Milliseconds since the Unix epoch, UTC.
pub type UnixMs = i64;
