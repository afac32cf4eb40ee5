//! An invoice: a request for payment with lines, a customer and dates. It is not a legal e-invoice.

pub mod totals;

pub use totals::{LineTotal, Totals, TotalsError};

use crate::ProductId;
use dong::Dong;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// How prices and tax go together (the invoice page's `tax_type`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TaxType {
    /// Tax comes on top of the prices.
    PriceExcludingTax,
    /// The prices contain the tax.
    PriceIncludingTax,
    /// There is no tax.
    TaxNotApplicable,
}

impl TaxType {
    /// The gateway's word, also the stored one.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::PriceExcludingTax => "price_excluding_tax",
            Self::PriceIncludingTax => "price_including_tax",
            Self::TaxNotApplicable => "tax_not_applicable",
        }
    }

    /// The type a stored word names.
    #[must_use]
    pub fn from_stored(word: &str) -> Option<Self> {
        [
            Self::PriceExcludingTax,
            Self::PriceIncludingTax,
            Self::TaxNotApplicable,
        ]
        .into_iter()
        .find(|known| known.as_str() == word)
    }
}

/// What is taken off the whole invoice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "value", rename_all = "snake_case")]
pub enum Discount {
    /// Nothing.
    None,
    /// A share of the sum of the lines, 0 to 100.
    Percent(Decimal),
    /// A sum, at most that of the lines.
    Amount(Dong),
}

/// One line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvoiceLine {
    /// The product in our own books, when it came from there.
    pub product_id: Option<ProductId>,
    /// The product's SKU, which the gateway knows it by.
    pub sku: String,
    /// Its name as shown; the gateway takes its own.
    pub name: String,
    /// Its unit as shown.
    pub unit: String,
    /// How many; the gateway takes whole numbers above zero.
    pub quantity: i64,
    /// The price of one, as the tax type says.
    pub unit_price: Dong,
    /// The gateway's tax code.
    pub tax_code: String,
    /// A remark on the line.
    pub note: String,
}
