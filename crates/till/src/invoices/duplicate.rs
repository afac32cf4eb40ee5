//! A new draft from an invoice or another draft.

use super::draft::{code_of, of as draft_of};
use super::of;
use super::view::draft_view;
use crate::{Till, TillError, ids};
use contract::invoice::{InvoiceDraftView, InvoiceRequest};
use domain::{InvoiceContent, InvoiceDraft, PaymentId};

/// The same content under a new code, dated today, due as many days later as before.
///
/// # Errors
/// `invoice_gone`; storage errors.
pub async fn duplicate(till: &Till, request: InvoiceRequest) -> Result<InvoiceDraftView, TillError> {
    let content = match of(till, &request.invoice_id).await {
        Ok((_, invoice)) => invoice.content,
        Err(TillError::Refused(_)) => draft_of(till, &request.invoice_id).await?.content,
        Err(error) => return Err(error),
    };
    let now = till.now();
    let id = PaymentId::new(ids::new(now));
    let time_to_pay = content.due_date.saturating_sub(content.transaction_date).max(0);
    let draft = InvoiceDraft {
        id,
        environment: till.line().environment,
        code: code_of(id, now),
        content: InvoiceContent {
            transaction_date: now,
            due_date: now.saturating_add(time_to_pay),
            ..content
        },
        created_at: now,
        updated_at: now,
    };
    till.store.save_invoice_draft(draft.clone()).await?;
    draft_view(till, &draft).await
}
