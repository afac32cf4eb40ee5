//! An invoice and the money that came for it.

use dong::Dong;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::shelf::{Kept, Row, Shelf};
use super::{Business, Totals};
use crate::assumptions::business::{INVOICE_LINK_PREFIX, TAX_CODE_PREFIX};
use crate::books::received::{self, Transfer};

const DAY_MS: i64 = 24 * 60 * 60 * 1_000;

/// A line with its price found and its tax understood.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Line {
    pub(crate) code: String,
    pub(crate) name: String,
    pub(crate) unit_price: Dong,
    pub(crate) quantity: i64,
    pub(crate) tax_code: String,
    pub(crate) note: Option<String>,
}

/// An invoice as the gateway keeps it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Invoice {
    pub(crate) code: String,
    pub(crate) customer_code: String,
    pub(crate) lines: Vec<Line>,
    pub(crate) totals: Totals,
    pub(crate) transaction_at_ms: i64,
    pub(crate) due_at_ms: i64,
    /// The QR of its bank transfer, and whose number is in it.
    pub(crate) transfer_detail: Option<Value>,
    pub(crate) transfers: Vec<Transfer>,
    /// The fields as sent.
    pub(crate) body: Map<String, Value>,
}

impl Invoice {
    pub(crate) fn received(&self) -> Dong {
        received::sum(&self.transfers)
    }

    /// What is still missing; negative when too much came.
    pub(crate) fn missing(&self) -> Dong {
        let total = self.totals.total;
        total.checked_sub(self.received()).unwrap_or(Dong::ZERO)
    }

    /// `[I]` The words of a payment; one that is past due keeps its word.
    pub(crate) fn status(&self) -> &'static str {
        received::status(self.received(), self.totals.total)
    }

    /// Moves its dates back, so that it has been due for a day by now.
    pub(crate) fn age(&mut self, now_ms: i64) {
        let left_ms = self
            .due_at_ms
            .saturating_sub(now_ms)
            .saturating_add(DAY_MS)
            .max(0);
        self.due_at_ms = self.due_at_ms.saturating_sub(left_ms);
        self.transaction_at_ms = self.transaction_at_ms.saturating_sub(left_ms);
    }
}

impl Row<Invoice> {
    pub(crate) fn payment_link(&self) -> String {
        format!("{INVOICE_LINK_PREFIX}{}", self.id)
    }
}

impl Kept for Invoice {
    fn code(&self) -> &str {
        &self.code
    }

    fn body(&self) -> &Map<String, Value> {
        &self.body
    }

    fn shelf(business: &Business) -> &Shelf<Self> {
        &business.invoices
    }

    fn shelf_mut(business: &mut Business) -> &mut Shelf<Self> {
        &mut business.invoices
    }
}

/// The rate of a tax code, percent; none when it has no readable one.
pub(crate) fn tax_percent(tax_code: &str) -> Option<Decimal> {
    let digits = tax_code.strip_prefix(TAX_CODE_PREFIX)?;
    let is_plain = (1..=3).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    let percent: i64 = digits
        .parse()
        .ok()
        .filter(|percent| is_plain && *percent <= 100)?;
    Some(Decimal::from(percent))
}
