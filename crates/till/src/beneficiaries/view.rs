//! A row of the book as the page shows it.

use crate::payouts::{self, find_bank};
use contract::Time;
use contract::payout::{BeneficiaryView, PayoutBankView};
use domain::{Beneficiary, text};

/// Remarks are cut to this many characters.
pub(super) const MOST_NOTE_CHARS: usize = 200;

/// One row, with the code of its bank as it is now.
pub(super) fn view(row: &Beneficiary, banks: &[PayoutBankView]) -> BeneficiaryView {
    let mut destination = payouts::destination(&row.destination);
    if let Some(bank) = find_bank(banks, &destination.bank_id, destination.bank_bin.as_deref()) {
        destination.bank_id.clone_from(&bank.bank_id);
        destination.bank_name.clone_from(&bank.short_name);
    }
    BeneficiaryView {
        id: row.id.to_string(),
        destination,
        note: text::clean(&row.note, MOST_NOTE_CHARS),
        last_paid_at: row.last_paid_at.map(Time::from_ms),
        times_paid: row.times_paid,
    }
}
