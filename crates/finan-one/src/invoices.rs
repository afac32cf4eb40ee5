//! Invoices (<https://open.finan.one/docs/api/business/invoice>). Creating and changing one is split in
//! three: [`build_create`] or [`build_update`], then the call, which reads the answer as [`Invoice`]. Sums
//! are the gateway's; nothing is added up here.
//!
//! An invoice whose create was not answered is found again by its `invoice_code`, which must therefore be new: the
//! page calls it unique `[D]`; that a second one answers 409 `[I]` and that the rows of the list carry it `[I]`
//! is inferred ([`crate::assumptions::LISTS_CARRY_CODES`]). It serves [`gateway::repeat`]'s guard by reference.

use futures_util::stream::Stream;
use gateway::{Answer, Failure, Priority};

mod build;
mod choice;
mod details;
mod invoice;
mod line;

pub use build::{build_create, build_update};
pub use choice::{PaymentMethod, TaxType};
pub use details::{Discount, InvoiceDetails, InvoiceItem};
pub use invoice::Invoice;
pub use line::InvoiceLine;

use crate::client::{Client, Resource};
use crate::pages::{Page, PageRequest, all_pages};

const INVOICES: Resource<Invoice> = Resource {
    folder: "/api/v1/invoices",
    name: "an invoice",
    read: Invoice::read,
};

impl Client {
    /// One page of all invoices; the page documents no filter. See [`crate::assumptions::LISTS_NEWEST_FIRST`].
    ///
    /// # Errors
    /// Any [`Failure`].
    pub async fn list_invoices(
        &self,
        page: PageRequest,
        priority: Priority,
    ) -> Result<Answer<Page<Invoice>>, Failure> {
        self.list(&INVOICES, page, priority).await
    }

    /// All invoices, page by page; ends after the first failure.
    pub fn all_invoices(
        &self,
        first: PageRequest,
        priority: Priority,
    ) -> impl Stream<Item = Result<Answer<Page<Invoice>>, Failure>> {
        all_pages(first, move |page| self.list_invoices(page, priority))
    }

    /// One invoice by its gateway id.
    ///
    /// # Errors
    /// Any [`Failure`]; `bad_id` when the id may not enter a path.
    pub async fn get_invoice(
        &self,
        invoice_id: &str,
        priority: Priority,
    ) -> Result<Answer<Invoice>, Failure> {
        self.get(&INVOICES, invoice_id, priority).await
    }

    /// Sends the stored bytes of [`build_create`]. After a failure of unknown certainty it may have
    /// been made: look for its `invoice_code` in the list before sending again; after a `conflict` look and adopt it.
    ///
    /// # Errors
    /// Any [`Failure`]; `conflict` when the `invoice_code` is taken.
    pub async fn send_create_invoice(
        &self,
        body: &[u8],
        priority: Priority,
    ) -> Result<Answer<Invoice>, Failure> {
        self.create(&INVOICES, body, priority).await
    }

    /// Sends the stored bytes of [`build_update`], which may be repeated: they say what the invoice shall be.
    /// The answer holds the invoice when the gateway shows it.
    ///
    /// # Errors
    /// Any [`Failure`]; `bad_id` when the id may not enter a path, `conflict` when the `invoice_code` is another's.
    pub async fn send_update_invoice(
        &self,
        invoice_id: &str,
        body: &[u8],
        priority: Priority,
    ) -> Result<Answer<Option<Invoice>>, Failure> {
        self.update(&INVOICES, invoice_id, body, priority).await
    }

    /// Takes an invoice away. After a failure of unknown certainty it may be
    /// repeated: `not_found` then says that it is gone. A link that a customer already has may still be paid.
    ///
    /// # Errors
    /// Any [`Failure`]; `bad_id` when the id may not enter a path.
    pub async fn delete_invoice(&self, invoice_id: &str, priority: Priority) -> Result<Answer<()>, Failure> {
        self.delete(&INVOICES, invoice_id, priority).await
    }
}
