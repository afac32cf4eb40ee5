//! Money that arrived, for a payment or an invoice, and the gateway's word for it.

use dong::Dong;
use serde::{Deserialize, Serialize};

/// Money that arrived.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Transfer {
    pub(crate) amount: Dong,
    pub(crate) at_ms: i64,
    /// Whether the gateway matched it.
    pub(crate) counts: bool,
}

/// What was matched, in all.
pub(crate) fn sum(transfers: &[Transfer]) -> Dong {
    transfers
        .iter()
        .filter(|transfer| transfer.counts)
        .fold(Dong::ZERO, |sum, transfer| {
            sum.checked_add(transfer.amount).unwrap_or(Dong::MAX)
        })
}

/// `[I]` The published status words, by what came.
pub(crate) fn status(received: Dong, asked: Dong) -> &'static str {
    if received.is_zero() {
        "unpaid"
    } else if received < asked {
        "partial_paid"
    } else if received == asked {
        "paid"
    } else {
        "extra_paid"
    }
}
