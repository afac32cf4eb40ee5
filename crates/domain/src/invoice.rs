//! An invoice: a request for payment with lines, a customer and dates. It is not a legal e-invoice.

mod standing;
pub mod totals;

pub use standing::InvoiceStanding;
pub use totals::{LineTotal, Totals, TotalsError};

use crate::step::{self, Step};
use crate::{AccountId, CustomerId, Environment, IntentKind, IntentState, PaymentId, ProductId, UnixMs};
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

/// Whom an invoice is for, as it was when the invoice was made.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvoiceCustomer {
    /// The customer in our own books.
    pub id: Option<CustomerId>,
    /// The code the gateway knows the customer by.
    pub code: String,
    /// Name.
    pub name: String,
    /// Phone; may be empty.
    pub phone: String,
    /// E-mail; may be empty.
    pub email: String,
    /// Tax code; may be empty.
    pub tax_id: String,
    /// Address in one line; may be empty.
    pub address: String,
}

impl std::fmt::Debug for InvoiceCustomer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("InvoiceCustomer")
            .field("code", &self.code)
            .finish_non_exhaustive()
    }
}

/// Everything of an invoice that a person enters; of a draft every part may be missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvoiceContent {
    /// Whom it is for.
    pub customer: Option<InvoiceCustomer>,
    /// How prices and tax go together.
    pub tax_type: TaxType,
    /// What is on it.
    pub lines: Vec<InvoiceLine>,
    /// What is taken off.
    pub discount: Discount,
    /// A note for the customer; may be empty.
    pub note: String,
    /// Its date, Unix milliseconds.
    pub transaction_date: UnixMs,
    /// Until when it is to be paid, Unix milliseconds.
    pub due_date: UnixMs,
    /// The gateway's words for the ways it may be paid: `bank_transfer`, `card`, `ewallet_momo`.
    pub payment_methods: Vec<String>,
    /// Where a transfer goes.
    pub account_id: Option<AccountId>,
}

/// An invoice that is only on this machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvoiceDraft {
    /// The id that its payment and its intent will have.
    pub id: PaymentId,
    /// The world it lives in.
    pub environment: Environment,
    /// Its code, unique at the gateway.
    pub code: String,
    /// What was entered so far.
    pub content: InvoiceContent,
    /// When it was begun.
    pub created_at: UnixMs,
    /// When it was last changed.
    pub updated_at: UnixMs,
}

/// What an invoice that was sent has of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invoice {
    /// Its code; also the payment's reference.
    pub code: String,
    /// What it says at the gateway, as far as we know.
    pub content: InvoiceContent,
    /// The tax in the gateway's figures, once it told.
    pub gateway_tax: Option<Dong>,
    /// The steps taken, oldest first.
    pub steps: Vec<Step>,
}

impl Invoice {
    /// Whether it was deleted at the gateway by a step of ours.
    #[must_use]
    pub fn is_deleted(&self) -> bool {
        step::newest(&self.steps, IntentKind::InvoiceDelete)
            .is_some_and(|step| step.state == IntentState::Done)
    }
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
