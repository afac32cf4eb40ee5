//! Puts an invoice's link on the customer display.

use super::of;
use crate::{Till, TillError, display};
use contract::invoice::InvoiceShowRequest;

/// Puts it there, or takes it off.
///
/// # Errors
/// `invoice_gone`; storage errors.
pub async fn show(till: &Till, request: InvoiceShowRequest) -> Result<(), TillError> {
    let shown = match request.invoice_id {
        Some(id) => Some(of(till, &id).await?.0.id),
        None => None,
    };
    till.set_shown_invoice(shown);
    display::refresh(till).await
}
