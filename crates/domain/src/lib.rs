//! The shop's nouns and their legal moves: payment, instalment, verdict, intent, sale, names, masks.
//!
//! Pure: no clock, no disk, no network. Names of states live here and nowhere else.

pub mod environment;
pub mod id;
pub mod instalment;
pub mod intent;
pub mod intent_kind;
pub mod mask;
pub mod method;
pub mod payment;
pub mod person_name;
pub mod sale;
#[cfg(test)]
mod sample;
pub mod text;
pub mod verdict;

pub use environment::Environment;
pub use id::{AccountId, IntentId, PaymentId, SaleId};
pub use instalment::{
    Address, Instalment, InstalmentCustomer, InstalmentStage, Plan, PlanPart, Said, Step, StepDetail, Tender,
};
pub use intent::{IntentState, Move, MoveError};
pub use intent_kind::IntentKind;
pub use method::{Gateway, Method};
pub use payment::{GatewayStatus, Heard, Payment, QrState};
pub use sale::{Sale, SaleBalance};
pub use verdict::Verdict;

/// Milliseconds since the Unix epoch, UTC.
pub type UnixMs = i64;
