//! Asks for an instalment payment by its reference, when repeating its request would tell nothing or do what nobody wants any more.

use super::open::{Found, Links, adopt};
use crate::error::gateway_code;
use crate::instalments::heard::{heard_of, merchant_of, reference_of};
use crate::journal::{NEXT_LOOK_MS, next_look};
use crate::{Till, TillError, watch};
use contract::ErrorCode;
use domain::{Method, Move, Payment, QrState};
use fundiin::CallError;
use gateway::Priority;
use gateway::repeat::LOOKS_BEFORE_ABSENT;
use store::{Intent, Note, StoreError};

/// Looks for one. A step cannot be looked up: it stays unclear and a person is told.
///
/// # Errors
/// Storage errors, no keys. Missing ids only leave it unclear: others are not to wait for them.
pub(in crate::journal) async fn look(
    till: &Till,
    intent: &Intent,
    priority: Priority,
) -> Result<(), TillError> {
    let line = till.line();
    if intent.environment != line.environment {
        return Ok(());
    }
    let client = line.instalments.client()?;
    let Some(_flight) = till.flights.begin(intent.id) else {
        return Ok(());
    };
    let before = till.store.payment(intent.payment_id).await?;
    match till
        .store
        .advance(intent.id, Move::Look, Note::at(till.now()))
        .await
    {
        Ok(_) => {}
        Err(StoreError::Move(_)) => return Ok(()),
        Err(error) => return Err(error.into()),
    }
    if !intent.kind.is_create() {
        return settle(till, intent, &before, Move::LookFailed, Note::at(till.now())).await;
    }
    let merchant = match merchant_of(till, &line).await {
        Ok(merchant) => merchant,
        Err(TillError::Refused(problem)) => {
            let note = unfinished(till, &before, problem.code);
            return settle(till, intent, &before, Move::LookFailed, note).await;
        }
        Err(error) => return Err(error),
    };
    let reference = reference_of(&intent.reference)?;
    match client
        .transaction_status(&merchant, &reference, None, priority)
        .await
    {
        Ok(answer) => {
            let found = Found {
                links: Links::none(QrState::None, ErrorCode::QrMissing),
                gateway_id: answer.value.payment_trans_id.clone(),
                heard: Some(heard_of(&answer.value, till.now())),
                request_id: answer.request_id,
            };
            adopt(till, &before, found).await
        }
        Err(error) => not_found(till, intent, &before, &error).await,
    }
}

async fn not_found(
    till: &Till,
    intent: &Intent,
    before: &Payment,
    error: &CallError,
) -> Result<(), TillError> {
    let now = till.now();
    let is_due = intent.next_look_at.is_none_or(|at| at <= now);
    if error.says_absent() && is_due {
        watch::answered(till, Method::Instalment);
        let is_believed = intent.absent_looks.saturating_add(1) >= LOOKS_BEFORE_ABSENT;
        let wait = if is_believed { 0 } else { NEXT_LOOK_MS };
        let note = Note {
            next_look_at: Some(now.saturating_add(wait)),
            ..Note::at(now)
        };
        return settle(till, intent, before, Move::Miss, note).await;
    }
    if !error.says_absent() {
        watch::failed(till, Method::Instalment, &error.failure);
    }
    let note = unfinished(till, before, gateway_code(error.failure.code));
    let note = Note {
        request_id: error.failure.request_id.clone(),
        next_look_at: intent.next_look_at.filter(|_| !is_due).or(note.next_look_at),
        ..note
    };
    settle(till, intent, before, Move::LookFailed, note).await
}

fn unfinished(till: &Till, before: &Payment, problem: ErrorCode) -> Note {
    let now = till.now();
    let wait = next_look(now.saturating_sub(before.created_at));
    Note {
        failure: Some(problem.as_str().to_owned()),
        next_look_at: Some(now.saturating_add(wait)),
        ..Note::at(now)
    }
}

async fn settle(
    till: &Till,
    intent: &Intent,
    before: &Payment,
    step: Move,
    note: Note,
) -> Result<(), TillError> {
    till.store.advance(intent.id, step, note).await?;
    till.wake.ring();
    watch::tell_since(till, before).await
}
