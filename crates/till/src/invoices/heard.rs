//! What the gateway's record of an invoice says.

use domain::{Gateway, GatewayStatus, Heard, UnixMs, text};
use finan_one::invoices::Invoice as Record;

/// Words of the gateway are cut to this many characters.
const MOST_WORD_CHARS: usize = 60;

/// Its status and sums. An invoice's words are expected to be a payment's; others are kept and mean "unknown".
pub(crate) fn heard_of(record: &Record, at: UnixMs) -> Heard {
    Heard {
        status: status_of(record),
        received: record.received,
        amount: record.total_amount,
        reason: None,
        message: None,
        at,
    }
}

/// An answer without a status says that the invoice is there, and nothing about money: as long as its sums tell of none, it waits.
fn status_of(record: &Record) -> GatewayStatus {
    let has_money = record.received.is_some_and(|sum| !sum.is_zero());
    if record.status.is_empty() && !has_money && record.paid_at.is_none() {
        return GatewayStatus::Unpaid;
    }
    let word = text::clean(&record.status, MOST_WORD_CHARS);
    GatewayStatus::from_wire(Gateway::FinanOne, &word)
}
