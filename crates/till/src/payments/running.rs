//! Whether the customer has a QR already, or soon will.

use domain::{IntentState, Payment, UnixMs, Verdict};

/// The newest payment of a sale that may still bring its money: a second one beside it could be paid too.
pub(crate) fn running(payments: &[Payment], now: UnixMs) -> Option<&Payment> {
    payments.iter().rev().find(|payment| still_runs(payment, now))
}

fn still_runs(payment: &Payment, now: UnixMs) -> bool {
    let is_over = match payment.instalment_stage() {
        // Its gateway says when it is over; until then the customer may still accept it.
        Some(stage) => stage.has_failed(),
        None => payment.is_expired(now),
    };
    let is_asked = payment.intent.is_open() || (payment.intent == IntentState::Done && !is_over);
    is_asked
        && matches!(payment.verdict(), Verdict::Unpaid | Verdict::Unknown)
        && payment.replaced_by.is_none()
}
