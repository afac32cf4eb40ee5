//! Sends a draft to the gateway.

use super::draft::of as draft_of;
use super::view::view;
use super::{body, problems, totals};
use crate::books::{self, codes};
use crate::{Till, TillError, ids, journal};
use contract::ErrorCode;
use contract::invoice::{InvoiceRequest, InvoiceView};
use domain::AccountId;
use gateway::Priority;
use store::{NewInvoice, StoreError};

/// Sends it, once: the same draft sent again gives the same invoice. Customer and products are told to the gateway first.
///
/// # Errors
/// Before anything is written: what keeps it from being sent (with `field`), no receiving account for transfers, no keys,
/// `not_at_gateway` when the customer or a product could not be told. After that the invoice itself tells what became of it.
pub async fn create(till: &Till, request: InvoiceRequest) -> Result<InvoiceView, TillError> {
    let id = ids::payment(&request.invoice_id).map_err(|_| ErrorCode::InvoiceGone)?;
    let deciding = till.deciding.lock().await;
    match till.store.payment(id).await {
        Ok(_) => {
            drop(deciding);
            let (payment, invoice) = super::of(till, &request.invoice_id).await?;
            return view(till, &payment, &invoice).await;
        }
        Err(StoreError::NotFound(_)) => {}
        Err(error) => return Err(error.into()),
    }
    till.line().client()?;
    let draft = draft_of(till, &request.invoice_id).await?;
    let content = draft.content;
    let codes = codes::of(till).await?;
    let counted = totals::count(&content, &codes);
    problems::first(problems::of(&content, counted.as_ref().err().copied()))?;
    let amount = counted.map_err(|_| ErrorCode::Internal)?.total;
    if !amount.is_positive() {
        return Err(ErrorCode::AmountZero.into());
    }
    let receiving = receiving(till, content.account_id.as_ref()).await?;
    drop(deciding);
    books::tell_first(till, &content, Priority::Click).await?;
    let bytes = body::creating(&draft.code, &content, &receiving)?;
    let new = NewInvoice {
        code: draft.code,
        content,
        amount,
        body: bytes,
        at: till.now(),
    };
    let payment = journal::decide_invoice(till, id, new).await?;
    let invoice = payment.invoice.clone().ok_or(ErrorCode::Internal)?;
    view(till, &payment, &invoice).await
}

/// Where transfers go: the account on the invoice, or this till's.
pub(super) async fn receiving(till: &Till, chosen: Option<&AccountId>) -> Result<AccountId, TillError> {
    if let Some(chosen) = chosen {
        return Ok(chosen.clone());
    }
    let account = till
        .store
        .receiving_account(till.line().environment)
        .await?
        .ok_or(ErrorCode::NoReceivingAccount)?;
    Ok(account.id)
}
