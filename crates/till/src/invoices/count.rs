//! What an invoice would come to, while it is being changed.

use super::content;
use super::view::counted;
use crate::books::codes;
use crate::{Till, TillError};
use contract::invoice::{InvoiceCountRequest, InvoiceCountView};

/// Counts what was entered and says what keeps it from being sent. Nothing is saved.
///
/// # Errors
/// `bad_request`, `discount_refused` for what is no content; storage errors.
pub async fn count(till: &Till, request: InvoiceCountRequest) -> Result<InvoiceCountView, TillError> {
    let content = content::kept(request.content)?;
    let codes = codes::of(till).await?;
    let (totals, problems) = counted(till, &content, &codes);
    Ok(InvoiceCountView { totals, problems })
}
