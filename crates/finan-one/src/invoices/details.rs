//! What a caller says of an invoice.

use std::fmt;

use chrono::{DateTime, Utc};
use dong::Dong;
use rust_decimal::Decimal;

use super::choice::{PaymentMethod, TaxType};

/// What the gateway shall know of an invoice. Blank texts count as absent. `Debug` leaves the customer and
/// the note out.
#[derive(Clone, PartialEq, Eq)]
pub struct InvoiceDetails {
    /// `invoice_code`: our own and new; by it the invoice is found again after a lost answer.
    pub invoice_code: String,
    /// `transaction_date`: when the sale was, sent in UTC and whole seconds.
    pub transaction_date: DateTime<Utc>,
    /// `due_date`: when it is due, not before the sale.
    pub due_date: DateTime<Utc>,
    /// `tax_type`.
    pub tax_type: TaxType,
    /// `items`: at least one.
    pub items: Vec<InvoiceItem>,
    /// `discount` on the whole.
    pub discount: Option<Discount>,
    /// `customer.code`: the `customer_code` of an existing customer.
    pub customer_code: String,
    /// `customer.email`: where the invoice goes, when it is not the customer's usual address.
    pub customer_email: Option<String>,
    /// `note`.
    pub note: Option<String>,
    /// `payment_methods`: at least one, each once.
    pub payment_methods: Vec<PaymentMethod>,
    /// `account_id`: the account that receives a bank transfer, and required for one
    /// ([`crate::assumptions::BANK_TRANSFER_NEEDS_ACCOUNT`]).
    pub account_id: Option<String>,
}

/// A line to be invoiced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvoiceItem {
    /// `code`: the `sku_code` of an existing product.
    pub code: String,
    /// `tax_code`, also where no tax applies: see [`crate::codes::tax_codes`].
    pub tax_code: String,
    /// `unit_price` in dong, above zero; none takes the product's.
    pub unit_price: Option<Dong>,
    /// `quantity`: whole and above zero, as the page types it.
    pub quantity: u32,
    /// `note`.
    pub note: Option<String>,
}

/// `discount`: of what, and before or after tax, no page says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Discount {
    /// Percent, above 0 and up to 100, with two decimal places at most.
    Percent(Decimal),
    /// So many dong, above zero.
    Amount(Dong),
}

impl fmt::Debug for InvoiceDetails {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("InvoiceDetails")
            .field("invoice_code", &self.invoice_code)
            .field("tax_type", &self.tax_type)
            .field("items", &self.items.len())
            .field("payment_methods", &self.payment_methods)
            .finish_non_exhaustive()
    }
}
