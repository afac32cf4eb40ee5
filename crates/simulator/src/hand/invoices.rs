//! The hand at Finan One's invoices: the customer pays, or lets the due date pass; and what was made under
//! a code of the caller's.

use dong::Dong;
use serde::Serialize;

use super::{Hand, HandError};
use crate::books::{Invoice, Row, Transfer};
use crate::clock::iso;

/// An invoice as the gateway sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SimulatedInvoice {
    /// The gateway's id.
    pub invoice_id: String,
    /// The caller's code.
    pub invoice_code: String,
    /// The caller's code of the customer.
    pub customer_code: String,
    /// What is to be paid in all, in dong, by the simulator's arithmetic.
    pub total: Dong,
    /// What came, in dong.
    pub received: Dong,
    /// The gateway's word: `unpaid`, `partial_paid`, `paid`, `extra_paid`.
    pub status: String,
    /// What the gateway sent as `payment_link`.
    pub payment_link: String,
    /// ISO 8601 UTC.
    pub transaction_date: String,
    /// ISO 8601 UTC.
    pub due_date: String,
    /// Whether it is past due by the simulator's clock.
    pub is_overdue: bool,
}

impl Hand {
    /// Every invoice, newest first.
    #[must_use]
    pub fn invoices(&self) -> Vec<SimulatedInvoice> {
        let books = self.shared.books();
        let rows = books.business.invoices.rows();
        rows.iter().rev().map(|row| self.invoice_view(row)).collect()
    }

    /// One invoice by its gateway id.
    #[must_use]
    pub fn invoice(&self, invoice_id: &str) -> Option<SimulatedInvoice> {
        let books = self.shared.books();
        let row = books.business.invoices.row(invoice_id);
        row.map(|row| self.invoice_view(row))
    }

    /// The newest invoice with this code.
    #[must_use]
    pub fn invoice_with_code(&self, invoice_code: &str) -> Option<SimulatedInvoice> {
        let books = self.shared.books();
        let row = books.business.invoices.with_code(invoice_code);
        row.map(|row| self.invoice_view(row))
    }

    /// How many invoices were ever made with this code: more than one is a double effect.
    #[must_use]
    pub fn invoice_effects(&self, invoice_code: &str) -> usize {
        self.shared.books().business.invoices.made(invoice_code)
    }

    /// How many customers were ever made with this code.
    #[must_use]
    pub fn customer_effects(&self, customer_code: &str) -> usize {
        self.shared.books().business.customers.made(customer_code)
    }

    /// How many products were ever made with this code.
    #[must_use]
    pub fn product_effects(&self, sku_code: &str) -> usize {
        self.shared.books().business.products.made(sku_code)
    }

    /// Money arrives for this invoice; several add up.
    ///
    /// # Errors
    /// No such invoice, or an amount that is not above zero.
    pub fn pay_invoice(&self, invoice_id: &str, amount: Dong) -> Result<SimulatedInvoice, HandError> {
        if !amount.is_positive() {
            return Err(HandError::NothingToPay);
        }
        let at_ms = self.shared.clock.now_ms();
        self.change_invoice(invoice_id, |invoice| {
            invoice.transfers.push(Transfer {
                amount,
                at_ms,
                counts: true,
            });
        })
    }

    /// The customer sends exactly what is missing.
    ///
    /// # Errors
    /// No such invoice, or nothing is missing.
    pub fn pay_invoice_full(&self, invoice_id: &str) -> Result<SimulatedInvoice, HandError> {
        let missing = {
            let books = self.shared.books();
            let row = books.business.invoices.row(invoice_id);
            row.ok_or(HandError::NoSuchInvoice)?.kept.missing()
        };
        self.pay_invoice(invoice_id, missing)
    }

    /// The invoice has been due for a day, without moving the clock that everybody sees.
    ///
    /// # Errors
    /// No such invoice.
    pub fn age_invoice(&self, invoice_id: &str) -> Result<SimulatedInvoice, HandError> {
        let now_ms = self.shared.clock.now_ms();
        self.change_invoice(invoice_id, |invoice| invoice.age(now_ms))
    }

    fn change_invoice(
        &self,
        invoice_id: &str,
        change: impl FnOnce(&mut Invoice),
    ) -> Result<SimulatedInvoice, HandError> {
        let now_ms = self.shared.clock.now_ms();
        self.shared.change_books(|books| {
            let row = books.business.invoices.row_mut(invoice_id);
            let row = row.ok_or(HandError::NoSuchInvoice)?;
            change(&mut row.kept);
            row.updated_at_ms = now_ms;
            Ok(self.invoice_view(row))
        })
    }

    fn invoice_view(&self, row: &Row<Invoice>) -> SimulatedInvoice {
        let invoice = &row.kept;
        SimulatedInvoice {
            invoice_id: row.id.clone(),
            invoice_code: invoice.code.clone(),
            customer_code: invoice.customer_code.clone(),
            total: invoice.totals.total,
            received: invoice.received(),
            status: invoice.status().to_owned(),
            payment_link: row.payment_link(),
            transaction_date: iso(invoice.transaction_at_ms),
            due_date: iso(invoice.due_at_ms),
            is_overdue: invoice.due_at_ms < self.shared.clock.now_ms(),
        }
    }
}
