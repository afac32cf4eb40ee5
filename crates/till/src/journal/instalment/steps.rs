//! The steps on an instalment payment: the first part confirmed, an unpaid one cancelled, a paid one given back.

use super::{key_of, words};
use crate::journal::outcome::Trouble;
use crate::journal::send::Shipment;
use crate::{TillError, watch};
use contract::ErrorCode;
use domain::{Method, Move, Said};
use fundiin::ResultStatus;
use fundiin::payments::CancelOutcome;
use gateway::Priority;
use store::Note;

/// Tells the gateway that the shop took the first part.
pub(in crate::journal) async fn confirm_first_part(
    shipment: &Shipment<'_>,
) -> Result<Option<Trouble>, TillError> {
    let client = shipment.line.instalments.client()?;
    let key = key_of(shipment.intent)?;
    match client
        .send_confirm_store(shipment.body, &key, shipment.priority)
        .await
    {
        Ok(answer) => {
            settle(shipment, Settled::done(answer.request_id)).await?;
            Ok(None)
        }
        Err(error) => Ok(Some(error.into())),
    }
}

/// Cancels. A payment that is being made or was made is not cancelled; its status tells which.
pub(in crate::journal) async fn cancel(shipment: &Shipment<'_>) -> Result<Option<Trouble>, TillError> {
    let client = shipment.line.instalments.client()?;
    let key = key_of(shipment.intent)?;
    match client.send_cancel(shipment.body, &key, shipment.priority).await {
        Ok(answer) => {
            let refusal = match answer.value {
                CancelOutcome::Cancelled => None,
                CancelOutcome::InProgress => Some(ResultStatus::PaymentInProgress),
                CancelOutcome::AlreadyPaid => Some(ResultStatus::PaymentAlreadyCompleted),
            };
            let settled = Settled {
                refusal: refusal.map(|result| words(&result, "")),
                ..Settled::done(answer.request_id)
            };
            settle(shipment, settled).await?;
            Ok(None)
        }
        Err(error) => Ok(Some(error.into())),
    }
}

/// Gives the whole amount back.
pub(in crate::journal) async fn refund(shipment: &Shipment<'_>) -> Result<Option<Trouble>, TillError> {
    let client = shipment.line.instalments.client()?;
    let key = key_of(shipment.intent)?;
    match client.send_refund(shipment.body, &key, shipment.priority).await {
        Ok(answer) => {
            let settled = Settled {
                gateway_id: answer.value.refund_trans_id,
                ..Settled::done(answer.request_id)
            };
            settle(shipment, settled).await?;
            Ok(None)
        }
        Err(error) => Ok(Some(error.into())),
    }
}

/// A clear answer to a step.
struct Settled {
    gateway_id: Option<String>,
    refusal: Option<Said>,
    request_id: Option<String>,
}

impl Settled {
    const fn done(request_id: Option<String>) -> Self {
        Self {
            gateway_id: None,
            refusal: None,
            request_id,
        }
    }
}

/// Writes a clear answer down, and asks at once how the payment stands now.
async fn settle(shipment: &Shipment<'_>, settled: Settled) -> Result<(), TillError> {
    let till = shipment.till;
    let is_refused = settled.refusal.is_some();
    let (step, failure) = if is_refused {
        (
            Move::Refuse,
            Some(ErrorCode::InstalmentRefused.as_str().to_owned()),
        )
    } else {
        (Move::Confirm, None)
    };
    let note = Note {
        failure,
        said: settled.refusal,
        gateway_id: settled.gateway_id,
        request_id: settled.request_id,
        ..Note::at(till.now())
    };
    till.store.advance(shipment.intent.id, step, note).await?;
    watch::answered(till, Method::Instalment);
    watch::tell_since(till, shipment.before).await?;
    let payment = till.store.payment(shipment.before.id).await?;
    if let Err(error) = watch::ask_now(till, &payment, Priority::QrOnScreen).await {
        tracing::info!(%error, "the status after a step is left to the watch");
    }
    till.wake.ring();
    Ok(())
}
