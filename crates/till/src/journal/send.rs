//! Lets a committed request go and writes down what came back.

use super::outcome::{Trouble, note};
use super::{guard, instalment, invoice, transfer};
use crate::line::Line;
use crate::{Till, TillError};
use contract::ErrorCode;
use domain::{IntentId, IntentKind, IntentState, Move, Payment, UnixMs};
use gateway::Priority;
use gateway::repeat::Guard;
use store::{Intent, Note, StoreError};

/// A request on its way.
pub(super) struct Shipment<'a> {
    pub(super) till: &'a Till,
    pub(super) line: &'a Line,
    /// The intent as it was before it was let go.
    pub(super) intent: &'a Intent,
    /// Its payment as it was last told.
    pub(super) before: &'a Payment,
    /// The stored bytes.
    pub(super) body: &'a [u8],
    /// When they were let go, by this machine's clock.
    pub(super) sent_at: UnixMs,
    pub(super) priority: Priority,
}

/// Sends the stored bytes. Only one of several callers can take the step that lets them go; the others do nothing. Nothing leaves
/// for another world than the one it was decided in.
///
/// # Errors
/// Storage errors, no keys. The gateway's troubles end in the journal, not here.
pub(crate) async fn send(till: &Till, id: impl Into<IntentId>, priority: Priority) -> Result<(), TillError> {
    let line = till.line();
    let intent = till.store.intent(id).await?;
    line.require(intent.kind.gateway())?;
    if intent.kind.is_payout() {
        return Ok(());
    }
    let before = till.store.payment(intent.payment_id).await?;
    let Some(body) = till.store.body(intent.id).await? else {
        return Ok(());
    };
    let Some(_flight) = till.flights.begin(intent.id) else {
        return Ok(());
    };
    if intent.environment != line.environment {
        return Ok(());
    }
    let sent_at = till.now();
    match till
        .store
        .advance(intent.id, letting_go(&intent), Note::at(sent_at))
        .await
    {
        Ok(_) => {}
        Err(StoreError::Move(_)) => return Ok(()),
        Err(error) => return Err(error.into()),
    }
    let shipment = Shipment {
        till,
        line: &line,
        intent: &intent,
        before: &before,
        body: &body,
        sent_at,
        priority,
    };
    match dispatch(&shipment).await? {
        None => Ok(()),
        Some(trouble) => note(till, &shipment, trouble).await,
    }
}

async fn dispatch(shipment: &Shipment<'_>) -> Result<Option<Trouble>, TillError> {
    match shipment.intent.kind {
        IntentKind::PaymentCreate => transfer::send(shipment).await,
        IntentKind::InstalmentCreate => instalment::open(shipment).await,
        IntentKind::FirstPartConfirm => instalment::confirm_first_part(shipment).await,
        IntentKind::InstalmentCancel => instalment::cancel(shipment).await,
        IntentKind::InstalmentRefund => instalment::refund(shipment).await,
        IntentKind::InvoiceCreate => invoice::create(shipment).await,
        IntentKind::InvoiceUpdate => invoice::update(shipment).await,
        IntentKind::InvoiceDelete => invoice::delete(shipment).await,
        // A payout leaves by its own room, which compares it with what a person saw.
        IntentKind::PayoutCreate | IntentKind::PayoutCode => Err(ErrorCode::PayoutNotReady.into()),
    }
}

/// An unclear request leaves again only where the gateway holds its key.
fn letting_go(intent: &Intent) -> Move {
    if intent.state == IntentState::Unknown && guard(intent.kind) == Guard::Key {
        Move::Repeat
    } else {
        Move::Send
    }
}
