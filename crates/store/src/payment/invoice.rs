//! Table `invoice`: what an invoice has besides its payment. Its steps are rows of the journal.
//!
//! The column `standing` repeats what `domain` computes, save for the due date; every write renews it.

use super::insert::fold_payment;
use super::row;
use crate::StoreError;
use crate::column::{json, maybe_dong, unreadable};
use crate::intent::{Intent, steps};
use domain::{
    Environment, IntentKind, IntentState, Invoice, InvoiceContent, InvoiceStanding, Payment, PaymentId,
};
use dong::Dong;
use rusqlite::{Row, Transaction};

/// What is read besides a payment's own columns.
pub(super) const COLUMNS: &str = "v.code AS invoice_code, v.content AS invoice_content, v.gateway_tax";

/// Where those columns come from.
pub(super) const JOIN: &str = "LEFT JOIN invoice v ON p.method = 'invoice' AND v.place = p.place";

/// The part of a payment's row that [`COLUMNS`] adds.
pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Option<Invoice>> {
    let Some(code) = row.get("invoice_code")? else {
        return Ok(None);
    };
    Ok(Some(Invoice {
        code,
        content: json(row, "invoice_content")?.ok_or_else(|| unreadable("invoice_content"))?,
        gateway_tax: maybe_dong(row, "gateway_tax")?,
        steps: steps::read(row)?,
    }))
}

/// Adds the row of an invoice that was just decided.
pub(crate) fn insert(
    tx: &Transaction<'_>,
    place: i64,
    id: PaymentId,
    environment: Environment,
    code: &str,
    content: &InvoiceContent,
) -> Result<(), StoreError> {
    tx.prepare_cached(
        "INSERT INTO invoice (place, payment_id, environment, code, content, customer_id, due_date)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute((
        place,
        id.to_string(),
        environment.as_str(),
        code,
        serde_json::to_string(content)?,
        customer_id(content),
        content.due_date,
    ))?;
    Ok(())
}

fn customer_id(content: &InvoiceContent) -> Option<String> {
    let customer = content.customer.as_ref()?;
    customer.id.map(|id| id.to_string())
}

/// Writes what may change.
pub(super) fn save(tx: &Transaction<'_>, id: PaymentId, own: &Invoice) -> Result<(), StoreError> {
    tx.prepare_cached("UPDATE invoice SET gateway_tax = ?2 WHERE payment_id = ?1 AND gateway_tax IS NOT ?2")?
        .execute((id.to_string(), own.gateway_tax.map(Dong::get)))?;
    Ok(())
}

/// Renews the standing; the due date counts when a list is made.
pub(super) fn save_standing(tx: &Transaction<'_>, payment: &Payment) -> Result<(), StoreError> {
    let Some(standing) = InvoiceStanding::of(payment, i64::MIN) else {
        return Ok(());
    };
    let is_deleted = payment.invoice.as_ref().is_some_and(Invoice::is_deleted);
    tx.prepare_cached(
        "UPDATE invoice SET standing = ?2, is_deleted = ?3 WHERE payment_id = ?1 AND (standing <> ?2 OR is_deleted <> ?3)",
    )?
    .execute((payment.id.to_string(), standing.as_str(), is_deleted))?;
    Ok(())
}

/// After a step moved: what a done update says is what the invoice says from then on.
pub(super) fn follow(tx: &Transaction<'_>, moved: &Intent) -> Result<(), StoreError> {
    if moved.kind != IntentKind::InvoiceUpdate || moved.state != IntentState::Done {
        return Ok(());
    }
    tx.prepare_cached(
        "UPDATE invoice SET content = (SELECT json_extract(i.detail, '$.content') FROM intent i WHERE i.id = ?2)
         WHERE payment_id = ?1",
    )?
    .execute((moved.payment_id.to_string(), moved.id.to_string()))?;
    let payment = row::one(tx, moved.payment_id)?;
    if let Some(own) = &payment.invoice {
        tx.prepare_cached("UPDATE invoice SET customer_id = ?2, due_date = ?3 WHERE payment_id = ?1")?
            .execute((
                payment.id.to_string(),
                customer_id(&own.content),
                own.content.due_date,
            ))?;
    }
    fold_payment(tx, &payment)
}
