//! Changes and deletes an invoice. Both say what shall be, so that they may be repeated after a look.

use crate::error::gateway_code;
use crate::journal::outcome::Trouble;
use crate::journal::send::Shipment;
use crate::journal::{FIRST_LOOK_MS, next_look};
use crate::{Till, TillError, watch};
use contract::ErrorCode;
use domain::{IntentKind, Method, Move, Payment};
use gateway::{Code, Failure, Priority};
use store::{Intent, Note, StoreError};

/// Tells the gateway what the invoice shall say.
pub(in crate::journal) async fn update(shipment: &Shipment<'_>) -> Result<Option<Trouble>, TillError> {
    let client = shipment.line.client()?;
    let id = gateway_id(shipment.before)?;
    match client
        .send_update_invoice(id, shipment.body, shipment.priority)
        .await
    {
        Ok(answer) => {
            done(shipment.till, shipment.intent, shipment.before, answer.request_id).await?;
            Ok(None)
        }
        Err(failure) => Ok(Some(failure.into())),
    }
}

/// Takes the invoice away; one that is gone already is deleted too.
pub(in crate::journal) async fn delete(shipment: &Shipment<'_>) -> Result<Option<Trouble>, TillError> {
    let client = shipment.line.client()?;
    let id = gateway_id(shipment.before)?;
    let request_id = match client.delete_invoice(id, shipment.priority).await {
        Ok(answer) => answer.request_id,
        Err(failure) if failure.code == Code::NotFound => failure.request_id,
        Err(failure) => return Ok(Some(failure.into())),
    };
    done(shipment.till, shipment.intent, shipment.before, request_id).await?;
    Ok(None)
}

fn gateway_id(payment: &Payment) -> Result<&str, TillError> {
    Ok(payment.gateway_id.as_deref().ok_or(ErrorCode::PaymentNotReady)?)
}

async fn done(
    till: &Till,
    intent: &Intent,
    before: &Payment,
    request_id: Option<String>,
) -> Result<(), TillError> {
    let note = Note {
        request_id,
        ..Note::at(till.now())
    };
    till.store.advance(intent.id, Move::Confirm, note).await?;
    watch::answered(till, Method::Invoice);
    till.wake.ring();
    watch::tell_since(till, before).await
}

/// After a lost answer: a deletion is done when the invoice is gone; everything else may be said again.
///
/// # Errors
/// Storage errors, no keys.
pub(in crate::journal) async fn look_at_step(
    till: &Till,
    intent: &Intent,
    priority: Priority,
) -> Result<(), TillError> {
    let line = till.line();
    if intent.environment != line.environment {
        return Ok(());
    }
    let client = line.client()?;
    let before = till.store.payment(intent.payment_id).await?;
    let id = gateway_id(&before)?;
    let Some(_flight) = till.flights.begin(intent.id) else {
        return Ok(());
    };
    match till
        .store
        .advance(intent.id, Move::Look, Note::at(till.now()))
        .await
    {
        Ok(_) => {}
        Err(StoreError::Move(_)) => return Ok(()),
        Err(error) => return Err(error.into()),
    }
    match client.get_invoice(id, priority).await {
        Ok(_) => again(till, intent, &before).await,
        Err(failure) if failure.code == Code::NotFound && intent.kind == IntentKind::InvoiceDelete => {
            done(till, intent, &before, failure.request_id).await
        }
        Err(failure) => unfinished(till, intent, &before, &failure).await,
    }
}

/// The invoice is there: saying again what it shall be has one effect however often it is said.
async fn again(till: &Till, intent: &Intent, before: &Payment) -> Result<(), TillError> {
    let note = Note {
        next_look_at: Some(till.now().saturating_add(FIRST_LOOK_MS)),
        ..Note::at(till.now())
    };
    till.store.advance(intent.id, Move::Miss, note).await?;
    till.wake.ring();
    watch::tell_since(till, before).await
}

async fn unfinished(
    till: &Till,
    intent: &Intent,
    before: &Payment,
    failure: &Failure,
) -> Result<(), TillError> {
    let now = till.now();
    watch::failed(till, Method::Invoice, failure);
    let note = Note {
        failure: Some(gateway_code(failure.code).as_str().to_owned()),
        request_id: failure.request_id.clone(),
        next_look_at: Some(now.saturating_add(next_look(now.saturating_sub(intent.created_at)))),
        ..Note::at(now)
    };
    till.store.advance(intent.id, Move::LookFailed, note).await?;
    watch::tell_since(till, before).await
}
