//! What the journal must act on now.

use super::resume::resume;
use super::send::send;
use super::withdraw::withdraw;
use super::{instalment, invoice, listed, payout};
use crate::{Till, TillError};
use domain::{IntentKind, IntentState, PaymentId, PayoutId, UnixMs};
use gateway::Priority;
use gateway::repeat::LOOKS_BEFORE_ABSENT;
use store::Intent;

/// What becomes of an intent that is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Act {
    /// Its bytes leave, for the first time or again under their key.
    Send,
    /// It has no effect and nobody waits for it any more.
    Withdraw,
    /// It is looked up.
    Look,
    /// It waits for a person.
    Rest,
}

/// Acts on everything that is due: takes up what was interrupted, sends what never left, looks up what is unclear.
///
/// # Errors
/// Storage errors.
pub(crate) async fn run_due(till: &Till) -> Result<(), TillError> {
    let line = till.line();
    resume(till, line.environment).await?;
    let now = till.now();
    let mut due = till.store.due_intents(line.environment, now).await?;
    let open = till.store.open_intents(line.environment).await?;
    due.extend(open.into_iter().filter(|intent| is_stray(intent, now)));
    act(till, due, Priority::QrOnScreen).await
}

/// Acts on a payment and the steps on it now, because a person asked.
///
/// # Errors
/// Storage errors, no keys.
pub(crate) async fn push(till: &Till, id: PaymentId) -> Result<(), TillError> {
    let line = till.line();
    let open = till.store.open_intents(line.environment).await?;
    let of_payment: Vec<_> = open
        .into_iter()
        .filter(|intent| intent.payment_id == id)
        .collect();
    if let Some(first) = of_payment.first() {
        line.require(first.kind.gateway())?;
    }
    act(till, of_payment, Priority::Click).await
}

async fn act(till: &Till, due: Vec<Intent>, priority: Priority) -> Result<(), TillError> {
    let line = till.line();
    let mut unclear = Vec::new();
    for intent in due {
        if line.require(intent.kind.gateway()).is_err() {
            continue;
        }
        if let Some(id) = intent.payout_id() {
            match next_of_payout(till, &intent) {
                Act::Send => leave(till, id, priority).await?,
                Act::Withdraw => payout::drop_code(till, id, intent.id).await?,
                Act::Look => unclear.push(intent),
                Act::Rest => {}
            }
            continue;
        }
        match next_act(till, &intent).await? {
            Act::Send => send(till, intent.id, priority).await?,
            Act::Withdraw => withdraw(till, intent.id).await?,
            Act::Look => unclear.push(intent),
            Act::Rest => {}
        }
    }
    look(till, unclear, priority).await
}

async fn look(till: &Till, unclear: Vec<Intent>, priority: Priority) -> Result<(), TillError> {
    let (mut transfers, mut invoices, mut payouts) = (Vec::new(), Vec::new(), Vec::new());
    for intent in unclear {
        match intent.kind {
            IntentKind::PaymentCreate => transfers.push(intent),
            IntentKind::InvoiceCreate => invoices.push(intent),
            IntentKind::PayoutCreate => payouts.push(intent),
            IntentKind::PayoutCode => payout::look_at_code(till, &intent, priority).await?,
            IntentKind::InvoiceUpdate | IntentKind::InvoiceDelete => {
                invoice::look_at_step(till, &intent, priority).await?;
            }
            IntentKind::InstalmentCreate
            | IntentKind::FirstPartConfirm
            | IntentKind::InstalmentCancel
            | IntentKind::InstalmentRefund => instalment::look(till, &intent, priority).await?,
        }
    }
    if !transfers.is_empty() {
        listed::look::<finan_one::payments::Payment>(till, &transfers, priority).await?;
    }
    if !invoices.is_empty() {
        listed::look::<finan_one::invoices::Invoice>(till, &invoices, priority).await?;
    }
    if !payouts.is_empty() {
        payout::look_for(till, &payouts, priority).await?;
    }
    Ok(())
}

/// One that may not leave keeps nothing else from it.
async fn leave(till: &Till, id: PayoutId, priority: Priority) -> Result<(), TillError> {
    match payout::leave(till, id, priority).await {
        Err(TillError::Refused(problem)) => {
            tracing::warn!(code = problem.code.as_str(), "a payout stays here");
            Ok(())
        }
        left => left,
    }
}

fn next_of_payout(till: &Till, intent: &Intent) -> Act {
    if payout::is_asleep(till, intent) {
        Act::Rest
    } else if payout::is_lost_code(intent) {
        Act::Withdraw
    } else if intent.state == IntentState::Committed {
        Act::Send
    } else {
        Act::Look
    }
}

async fn next_act(till: &Till, intent: &Intent) -> Result<Act, TillError> {
    let has_no_effect = intent.state == IntentState::Committed || is_absent(intent);
    let is_over = match intent.sale_id {
        Some(sale) => till.store.sale(sale).await?.closed_at.is_some(),
        None => false,
    };
    Ok(match intent.kind.is_create() {
        true if has_no_effect && is_over => Act::Withdraw,
        _ if has_no_effect => Act::Send,
        _ if instalment::may_repeat(intent, is_over, till.now()) => Act::Send,
        _ => Act::Look,
    })
}

/// Whether an unclear payout has a timer that a wrong clock set: nobody should wait hours for a look.
fn is_stray(intent: &Intent, now: UnixMs) -> bool {
    let is_ahead = intent.next_look_at.is_some_and(|at| at > now);
    intent.kind.is_payout()
        && intent.state.is_unclear()
        && is_ahead
        && payout::is_due(intent.next_look_at, now)
}

/// Whether enough complete searches did not find it.
fn is_absent(intent: &Intent) -> bool {
    intent.state == IntentState::Absent && intent.absent_looks >= LOOKS_BEFORE_ABSENT
}

/// When something is due next; nothing is at a gateway without keys.
///
/// # Errors
/// Storage errors.
pub(crate) async fn next_due(till: &Till) -> Result<Option<UnixMs>, TillError> {
    let line = till.line();
    let open = till.store.open_intents(line.environment).await?;
    Ok(open
        .into_iter()
        .filter(|intent| line.require(intent.kind.gateway()).is_ok() && !payout::is_asleep(till, intent))
        .filter_map(|intent| {
            let now = till.now();
            if is_stray(&intent, now) {
                Some(now)
            } else {
                intent.next_look_at
            }
        })
        .min())
}
