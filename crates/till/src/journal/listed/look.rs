//! Looks intents without a clear answer up in the gateway's lists. One search serves all of them.

use super::search::{Search, far_enough, search, unreadable};
use super::{Adopted, Asked};
use crate::error::gateway_code;
use crate::journal::{NEXT_LOOK_MS, next_look};
use crate::{Till, TillError, watch};
use contract::ErrorCode;
use domain::{Move, Payment, UnixMs};
use finan_one::Client;
use gateway::repeat::LOOKS_BEFORE_ABSENT;
use gateway::{Failure, Priority};
use store::{EventKind, Intent, Note, StoreError};

/// A search never ends at younger records than this, for an intent that was made while this machine's clock was wrong.
const LEAST_BACK_MS: i64 = 60 * 60_000;

/// An intent that is being looked for.
struct Sought<'a> {
    intent: &'a Intent,
    /// The payment as it was last told.
    payment: Payment,
    /// When the request that may have taken effect left.
    sent_at: UnixMs,
    /// Whether it was time to look: searches that a person hurried find, but prove no absence.
    is_due: bool,
}

/// Looks for these intents. Found ones are adopted; the others are one complete search nearer to being absent.
///
/// # Errors
/// Storage errors, no keys.
pub(in crate::journal) async fn look<R: Asked>(
    till: &Till,
    intents: &[Intent],
    priority: Priority,
) -> Result<(), TillError> {
    let line = till.line();
    let client = line.client()?;
    let (mut flights, mut sought) = (Vec::new(), Vec::new());
    for intent in intents.iter().filter(|one| one.environment == line.environment) {
        let Some(flight) = till.flights.begin(intent.id) else {
            continue;
        };
        if let Some(one) = take_up(till, intent).await? {
            flights.push(flight);
            sought.push(one);
        }
    }
    let Some(oldest) = sought.iter().map(|one| one.intent.created_at).min() else {
        return Ok(());
    };
    match search::<R>(&client, far_enough(&client, oldest, LEAST_BACK_MS), priority).await {
        Ok(search) => {
            watch::answered(till, R::METHOD);
            settle_all(till, &client, sought, search).await
        }
        Err(failure) => {
            watch::failed(till, R::METHOD, &failure);
            for one in &sought {
                unfinished(till, one, Some(&failure)).await?;
            }
            Ok(())
        }
    }
}

async fn take_up<'a>(till: &Till, intent: &'a Intent) -> Result<Option<Sought<'a>>, TillError> {
    let now = till.now();
    let payment = till.store.payment(intent.payment_id).await?;
    match till.store.advance(intent.id, Move::Look, Note::at(now)).await {
        Ok(_) => {}
        Err(StoreError::Move(_)) => return Ok(None),
        Err(error) => return Err(error.into()),
    }
    let events = till.store.events(intent.payment_id).await?;
    let sent = events.iter().rev().find(|event| event.kind == EventKind::Sent);
    Ok(Some(Sought {
        intent,
        sent_at: sent.map_or(payment.created_at, |event| event.at),
        payment,
        is_due: intent.next_look_at.is_none_or(|at| at <= now),
    }))
}

async fn settle_all<R: Asked>(
    till: &Till,
    client: &Client,
    sought: Vec<Sought<'_>>,
    mut search: Search<R>,
) -> Result<(), TillError> {
    for one in sought {
        match search.found.remove(&one.intent.reference) {
            Some(answer) if !answer.value.is_ours(&one.payment) => refused(till, &one).await?,
            Some(answer) => {
                let adopted = Adopted {
                    sent_at: one.sent_at,
                    skew_ms: client.clock_reading().skew_ms,
                    answer,
                };
                R::adopt(till, &one.payment, adopted).await?;
            }
            None if !search.is_complete => {
                let failure = unreadable("a row of the list could not be read");
                unfinished(till, &one, Some(&failure)).await?;
            }
            None if !one.is_due => unfinished(till, &one, None).await?,
            None => missed(till, &one).await?,
        }
    }
    Ok(())
}

/// The word belongs to something else there, so ours has no effect.
async fn refused(till: &Till, one: &Sought<'_>) -> Result<(), TillError> {
    let note = Note {
        failure: Some(ErrorCode::CodeTaken.as_str().to_owned()),
        ..Note::at(till.now())
    };
    settle(till, one, Move::Refuse, note).await
}

async fn missed(till: &Till, one: &Sought<'_>) -> Result<(), TillError> {
    let now = till.now();
    let is_believed = one.intent.absent_looks.saturating_add(1) >= LOOKS_BEFORE_ABSENT;
    let next = if is_believed {
        now
    } else {
        now.saturating_add(NEXT_LOOK_MS)
    };
    let note = Note {
        next_look_at: Some(next),
        ..Note::at(now)
    };
    settle(till, one, Move::Miss, note).await
}

async fn unfinished(till: &Till, one: &Sought<'_>, failure: Option<&Failure>) -> Result<(), TillError> {
    let now = till.now();
    let later = now.saturating_add(next_look(now.saturating_sub(one.sent_at)));
    let next = if one.is_due {
        later
    } else {
        one.intent.next_look_at.map_or(later, |due| due.max(now))
    };
    let note = Note {
        failure: failure.map(|failure| gateway_code(failure.code).as_str().to_owned()),
        request_id: failure.and_then(|failure| failure.request_id.clone()),
        next_look_at: Some(next),
        ..Note::at(now)
    };
    settle(till, one, Move::LookFailed, note).await
}

async fn settle(till: &Till, one: &Sought<'_>, step: Move, note: Note) -> Result<(), TillError> {
    till.store.advance(one.intent.id, step, note).await?;
    till.wake.ring();
    watch::tell_since(till, &one.payment).await
}
