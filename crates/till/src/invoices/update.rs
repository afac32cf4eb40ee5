//! Changes a sent invoice.

use super::create::receiving;
use super::view::{may_change, view};
use super::{body, content, of, problems, totals};
use crate::books::{self, codes};
use crate::{Till, TillError, ids, journal};
use contract::ErrorCode;
use contract::invoice::{InvoiceUpdateRequest, InvoiceView};
use domain::{IntentId, StepDetail};
use gateway::Priority;
use store::NewStep;

/// Tells the gateway what the invoice shall say. While one change is under way, no other is made.
///
/// # Errors
/// `payment_not_ready` once money is in or it was deleted; what keeps it from being sent (with `field`); no keys.
pub async fn update(till: &Till, request: InvoiceUpdateRequest) -> Result<InvoiceView, TillError> {
    let content = content::kept(request.content)?;
    let codes = codes::of(till).await?;
    let counted = totals::count(&content, &codes);
    problems::first(problems::of(&content, counted.as_ref().err().copied()))?;
    let (payment, invoice) = of(till, &request.invoice_id).await?;
    if !may_change(&payment, &invoice) {
        return Err(ErrorCode::PaymentNotReady.into());
    }
    till.line().client()?;
    let receiving = receiving(till, content.account_id.as_ref()).await?;
    books::tell_first(till, &content, Priority::Click).await?;
    let step = NewStep {
        id: IntentId::new(ids::new(till.now())),
        body: body::changing(&invoice.code, &content, &receiving)?,
        detail: StepDetail::InvoiceUpdate {
            content: Box::new(content),
        },
        at: till.now(),
    };
    let deciding = till.deciding.lock().await;
    let payment = journal::decide_step(till, deciding, payment.id, step).await?;
    let invoice = payment.invoice.clone().ok_or(ErrorCode::Internal)?;
    view(till, &payment, &invoice).await
}
