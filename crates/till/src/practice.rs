//! The hand of practice mode: what the customer and the network do.

mod pay;
mod payout;
mod trouble;

pub use pay::pay;
pub use payout::payout;
pub(crate) use trouble::tell_if_changed;
pub use trouble::{get, trouble};

use crate::{Till, TillError};
use contract::ErrorCode;
use simulator::Hand;

/// The simulator's hand, in practice mode only.
fn hand(till: &Till) -> Result<Hand, TillError> {
    till.line()
        .practice
        .as_ref()
        .map(simulator::Running::hand)
        .ok_or_else(|| ErrorCode::NotPractice.into())
}
