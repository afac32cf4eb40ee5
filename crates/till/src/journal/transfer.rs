//! Transfers at Finan One: found again by our reference in its lists.

mod adopt;
mod ask;

pub(crate) use ask::{Wanted, ask};

use super::listed::Adopted;
use super::outcome::Trouble;
use super::send::Shipment;
use crate::TillError;
use adopt::adopt;

/// Sends the bytes and adopts the gateway's record.
pub(super) async fn send(shipment: &Shipment<'_>) -> Result<Option<Trouble>, TillError> {
    let client = shipment.line.client()?;
    match client.send_create_payment(shipment.body, shipment.priority).await {
        Ok(answer) => {
            let adopted = Adopted {
                sent_at: shipment.sent_at,
                skew_ms: client.clock_reading().skew_ms,
                answer,
            };
            adopt(shipment.till, shipment.before, adopted).await?;
            Ok(None)
        }
        Err(failure) => Ok(Some(failure.into())),
    }
}
