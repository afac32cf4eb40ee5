//! One invoice that was sent.

use super::of;
use super::view::view;
use crate::{Till, TillError};
use contract::invoice::{InvoiceRequest, InvoiceView};

/// The invoice with its payment.
///
/// # Errors
/// `invoice_gone`; storage errors.
pub async fn get(till: &Till, request: InvoiceRequest) -> Result<InvoiceView, TillError> {
    let (payment, invoice) = of(till, &request.invoice_id).await?;
    view(till, &payment, &invoice).await
}
