//! One payment as a row: reading all of it, writing what may change.

use super::{instalment, invoice};
use crate::column::{dong, maybe_dong, maybe_parsed, parsed, said, word};
use crate::intent::{Intent, steps};
use crate::{StoreError, words};
use domain::{AccountId, Environment, GatewayStatus, Heard, IntentState, Method, Payment, PaymentId};
use dong::Dong;
use rusqlite::{Connection, OptionalExtension, Row, Transaction};
use std::sync::LazyLock;

/// A payment with what its intent knows of it and, for instalments, its own row and its steps: one query for all.
pub(super) static SELECT: LazyLock<String> = LazyLock::new(|| select(""));

/// [`SELECT`] with the index that leads to the payments, where the planner would take another one.
pub(super) fn select_by(index: &str) -> String {
    select(&format!("INDEXED BY {index}"))
}

fn select(indexed: &str) -> String {
    format!(
        "SELECT p.*, i.state AS intent, i.last_failure, i.said_result, i.said_message, i.request_id, i.next_look_at,
           {}, {}, CASE WHEN t.payment_id IS NOT NULL OR v.place IS NOT NULL THEN {} END AS steps
         FROM payment p {indexed} JOIN intent i ON i.id = p.id {} {}",
        instalment::COLUMNS,
        invoice::COLUMNS,
        steps::COLUMN,
        instalment::JOIN,
        invoice::JOIN,
    )
}

pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Payment> {
    let method = word(row, "method", Method::from_stored)?;
    Ok(Payment {
        method,
        id: parsed(row, "id")?,
        sale_id: parsed(row, "sale_id")?,
        environment: word(row, "environment", Environment::from_stored)?,
        reference: row.get("reference")?,
        account_id: row.get::<_, Option<String>>("account_id")?.map(AccountId::new),
        amount: dong(row, "amount")?,
        description: row.get("description")?,
        intent: word(row, "intent", IntentState::from_stored)?,
        gateway_id: row.get("gateway_id")?,
        payment_url: row.get("payment_url")?,
        qr_text: row.get("qr_text")?,
        qr_state: word(row, "qr_state", words::read_qr_state)?,
        qr_problem: row.get("qr_problem")?,
        heard: read_heard(row, method)?,
        money_seen_at: row.get("money_seen_at")?,
        is_late: row.get("is_late")?,
        created_at: row.get("created_at")?,
        expires_at: row.get("expires_at")?,
        watched_until: row.get("watched_until")?,
        replaced_by: maybe_parsed(row, "replaced_by")?,
        last_failure: row.get("last_failure")?,
        said: said(row)?,
        request_id: row.get("request_id")?,
        next_look_at: row.get("next_look_at")?,
        instalment: instalment::read(row)?,
        invoice: invoice::read(row)?,
    })
}

fn read_heard(row: &Row<'_>, method: Method) -> rusqlite::Result<Option<Heard>> {
    let Some(status) = row.get::<_, Option<String>>("heard_status")? else {
        return Ok(None);
    };
    Ok(Some(Heard {
        status: GatewayStatus::from_wire(method.gateway(), &status),
        received: maybe_dong(row, "heard_received")?,
        amount: maybe_dong(row, "heard_amount")?,
        reason: row.get("heard_reason")?,
        message: row.get("heard_message")?,
        at: row.get("heard_at")?,
    }))
}

pub(crate) fn one(db: &Connection, id: PaymentId) -> Result<Payment, StoreError> {
    maybe_one(db, id)?.ok_or(StoreError::NotFound("payment"))
}

fn maybe_one(db: &Connection, id: PaymentId) -> Result<Option<Payment>, StoreError> {
    let mut select = db.prepare_cached(&format!("{} WHERE p.id = ?1", *SELECT))?;
    Ok(select.query_row([id.to_string()], read).optional()?)
}

/// Writes what may change of a payment, and renews what is computed from it.
pub(super) fn save(tx: &Transaction<'_>, payment: &Payment) -> Result<(), StoreError> {
    let heard = payment.heard.as_ref();
    tx.prepare_cached(
        "UPDATE payment SET gateway_id = ?2, payment_url = ?3, qr_text = ?4, qr_state = ?5, qr_problem = ?6,
           heard_status = ?7, heard_received = ?8, heard_amount = ?9, heard_at = ?10,
           money_seen_at = ?11, is_late = ?12, expires_at = ?13, watched_until = ?14, replaced_by = ?15,
           heard_reason = ?16, heard_message = ?17
         WHERE id = ?1",
    )?
    .execute(rusqlite::params![
        payment.id.to_string(),
        payment.gateway_id,
        payment.payment_url,
        payment.qr_text,
        words::qr_state(payment.qr_state),
        payment.qr_problem,
        heard.map(|heard| heard.status.as_str()),
        heard.and_then(|heard| heard.received).map(Dong::get),
        heard.and_then(|heard| heard.amount).map(Dong::get),
        heard.map(|heard| heard.at),
        payment.money_seen_at,
        payment.is_late,
        payment.expires_at,
        payment.watched_until,
        payment.replaced_by.map(|id| id.to_string()),
        heard.and_then(|heard| heard.reason.as_deref()),
        heard.and_then(|heard| heard.message.as_deref()),
    ])?;
    if let Some(own) = &payment.instalment {
        instalment::save(tx, payment.id, own)?;
    }
    if let Some(own) = &payment.invoice {
        invoice::save(tx, payment.id, own)?;
    }
    save_verdict(tx, payment)
}

fn save_verdict(tx: &Transaction<'_>, payment: &Payment) -> Result<(), StoreError> {
    let verdict = payment.verdict();
    let money_in = payment.received().filter(|_| verdict.has_money()).map(Dong::get);
    tx.prepare_cached(
        "UPDATE payment SET verdict = ?2, money_in = ?3, asked_now = ?4
         WHERE id = ?1 AND (verdict <> ?2 OR money_in IS NOT ?3 OR asked_now <> ?4)",
    )?
    .execute((
        payment.id.to_string(),
        verdict.as_str(),
        money_in,
        payment.asked().get(),
    ))?;
    invoice::save_standing(tx, payment)
}

/// After its intent or a step on it moved. A draft has no payment yet.
pub(crate) fn follow(tx: &Transaction<'_>, moved: &Intent) -> Result<(), StoreError> {
    invoice::follow(tx, moved)?;
    match maybe_one(tx, moved.payment_id)? {
        Some(payment) => save_verdict(tx, &payment),
        None => Ok(()),
    }
}
