//! What the journal must act on now.

use super::look::{is_absent, look};
use super::resume::resume;
use super::send::send;
use super::withdraw::withdraw;
use crate::{Till, TillError};
use domain::{IntentState, PaymentId, UnixMs};
use gateway::Priority;
use store::Intent;

/// Acts on everything that is due: takes up what was interrupted, sends what never left, looks up what is unclear.
///
/// # Errors
/// Storage errors.
pub(crate) async fn run_due(till: &Till) -> Result<(), TillError> {
    let line = till.line();
    resume(till, line.environment).await?;
    if line.client().is_err() {
        return Ok(());
    }
    let due = till.store.due_intents(line.environment, till.now()).await?;
    act(till, due, Priority::QrOnScreen).await
}

/// Acts on one intent now, because a person asked.
///
/// # Errors
/// Storage errors, no keys.
pub(crate) async fn push(till: &Till, id: PaymentId) -> Result<(), TillError> {
    till.line().client()?;
    let intent = till.store.intent(id).await?;
    act(till, vec![intent], Priority::Click).await
}

async fn act(till: &Till, due: Vec<Intent>, priority: Priority) -> Result<(), TillError> {
    let (unsent, unclear): (Vec<_>, Vec<_>) = due
        .into_iter()
        .partition(|intent| intent.state == IntentState::Committed || is_absent(intent));
    for intent in unsent {
        if till.store.sale(intent.sale_id).await?.closed_at.is_some() {
            withdraw(till, intent.id).await?;
        } else {
            send(till, intent.id, priority).await?;
        }
    }
    if !unclear.is_empty() {
        look(till, &unclear, priority).await?;
    }
    Ok(())
}

/// When something is due next; `None` too while there are no keys to act with.
///
/// # Errors
/// Storage errors.
pub(crate) async fn next_due(till: &Till) -> Result<Option<UnixMs>, TillError> {
    let line = till.line();
    if line.client().is_err() {
        return Ok(None);
    }
    let open = till.store.open_intents(line.environment).await?;
    Ok(open.into_iter().filter_map(|intent| intent.next_look_at).min())
}
