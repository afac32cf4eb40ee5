//! What an invoice comes to by our own count, as the page shows it.

use crate::books::codes::Codes;
use contract::invoice::{RateTotalView, TotalsView};
use domain::InvoiceContent;
use domain::invoice::Totals;
use domain::invoice::totals::{RateTotal, TotalsError, add_up};
use dong::words::{WordStyle, sentence_case, words_en_with_dong, words_with_dong};

/// Adds it up with the shop's tax codes.
///
/// # Errors
/// The first thing that makes no sense.
pub(super) fn count(content: &InvoiceContent, codes: &Codes) -> Result<Totals, TotalsError> {
    add_up(&content.lines, content.tax_type, content.discount, |code| {
        codes.rate_of(code)
    })
}

pub(super) fn view(totals: &Totals, style: WordStyle) -> TotalsView {
    TotalsView {
        lines: totals.lines.iter().map(|line| line.amount).collect(),
        subtotal: totals.subtotal,
        discount: totals.discount,
        rates: totals.rates.iter().map(rate).collect(),
        tax: totals.tax,
        total: totals.total,
        words_vi: sentence_case(&words_with_dong(totals.total, style)),
        words_en: sentence_case(&words_en_with_dong(totals.total)),
    }
}

fn rate(rate: &RateTotal) -> RateTotalView {
    RateTotalView {
        rate: rate.rate.normalize().to_string(),
        base: rate.base,
        tax: rate.tax,
    }
}
