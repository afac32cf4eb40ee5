//! Hands in the bank's one-time code: once for each time a person enters one. It is in this call's memory only.

use super::{FIRST_LOOK_MS, advance, tamper};
use crate::payouts::{self, status_of};
use crate::watch::{Question, ask_payout, keep_payout, payout_watched_until};
use crate::{Till, TillError, ids};
use contract::ErrorCode;
use domain::{HeardPayout, IntentId, Move, Payout, PayoutId, PayoutStanding, PayoutStatus, ToldPayout};
use finan_one::Client;
use finan_one::payouts::{CodeAnswer, CodeFailure, CodeHint};
use gateway::{Certainty, Code, Failure, Priority, SecretText};
use store::{Note, StepOutcome, StoreError};

/// Asks what would be confirmed, compares, writes down that a code leaves, and lets it leave.
///
/// # Errors
/// Before the code leaves: `payout_not_ready`, `payout_tampered`, the way to the gateway, storage errors, no keys. Of what it leads to
/// only that it certainly never left; everything else is in the payout.
pub(crate) async fn hand_in(till: &Till, id: PayoutId, code: &SecretText) -> Result<Payout, TillError> {
    crate::app::require_durable(till)?;
    let line = till.line();
    let client = line.client()?;
    let Some(_flight) = till.flights.begin(id.into()) else {
        return Ok(till.store.payout(id).await?);
    };
    let payout = till.store.payout(id).await?;
    if payout.environment != line.environment {
        return Err(ErrorCode::PayoutGone.into());
    }
    if PayoutStanding::of(&payout) == PayoutStanding::CodeUnclear {
        return Ok(payout);
    }
    tamper::require_untouched(till, &payout).await?;
    let gateway_id = payout.gateway_id.clone().ok_or(ErrorCode::PayoutNotReady)?;
    ask_first(till, &client, &payout, &gateway_id).await?;
    let step = IntentId::new(ids::new(till.now()));
    let Some(_code_flight) = till.flights.begin(step) else {
        return Ok(till.store.payout(id).await?);
    };
    match till.store.commit_code(id, step, till.now()).await {
        Ok(StepOutcome::Committed) => {}
        Ok(StepOutcome::Existing(_)) => return Ok(till.store.payout(id).await?),
        Err(StoreError::Standing(_)) => return Err(ErrorCode::PayoutNotReady.into()),
        Err(error) => return Err(error.into()),
    }
    // The gateway was asked and the disk compared; what leaves now carries the id that was asked for, not one from the disk.
    if advance(till, id, step, Move::Send, Note::at(till.now())).await? {
        let question = till.hearing.ask();
        let sent = client
            .verify_payout_code(&gateway_id, code, Priority::Click)
            .await;
        match sent {
            Ok(answer) => {
                let kept = Kept {
                    till,
                    payout: &payout,
                    step,
                    question,
                };
                kept.answer(&gateway_id, answer.value, answer.request_id).await?;
            }
            Err(failure) => failed(till, &payout, step, failure).await?,
        }
    }
    Ok(till.store.payout(id).await?)
}

/// The gateway must still wait for a code for exactly what was decided.
async fn ask_first(till: &Till, client: &Client, payout: &Payout, gateway_id: &str) -> Result<(), TillError> {
    let question = till.hearing.ask();
    let answer = client
        .get_payout(gateway_id, Priority::Click)
        .await
        .map_err(|failure| asked_in_vain(&failure))?;
    let is_ours = answer.value.id == gateway_id && tamper::is_ours(payout, &answer.value);
    let heard = payouts::heard_of(&answer.value, till.now());
    let status = heard.status.clone();
    if answer.value.id == gateway_id {
        keep_payout(till, payout, gateway_id, heard, answer.request_id, question).await?;
    }
    if !is_ours {
        return Err(tamper::tampered(payout));
    }
    if status == PayoutStatus::WaitingConfirm {
        Ok(())
    } else {
        Err(ErrorCode::PayoutNotReady.into())
    }
}

/// The question before the code failed: of the code nothing left.
fn asked_in_vain(failure: &Failure) -> TillError {
    let mut body = payouts::refusal_body(failure);
    if failure.certainty == Certainty::Refused {
        body.certainty = Some(contract::Certainty::NotSent);
    } else {
        body.code = ErrorCode::CodeNotSent;
        body.certainty = None;
    }
    TillError::Refused(body)
}

/// An answer to be kept.
struct Kept<'a> {
    till: &'a Till,
    payout: &'a Payout,
    step: IntentId,
    question: Question,
}

impl Kept<'_> {
    async fn answer(
        &self,
        gateway_id: &str,
        answer: CodeAnswer,
        request_id: Option<String>,
    ) -> Result<(), TillError> {
        let Self {
            till,
            payout,
            step,
            question,
        } = *self;
        if let Some(hint) = answer.refused() {
            return refused(till, payout, step, &hint, None, request_id).await;
        }
        let at = till.now();
        let status = status_of(&answer.status, answer.otp_status.as_ref());
        if status == PayoutStatus::WaitingConfirm {
            // A success that does not say that the code was taken proves nothing.
            return lost(till, payout, step, ErrorCode::UnreadableAnswer, request_id).await;
        }
        let note = Note {
            request_id: request_id.clone(),
            ..Note::at(at)
        };
        // The step first: an end that is heard would close a step that is still under way.
        advance(till, payout.id, step, Move::Confirm, note).await?;
        let heard = HeardPayout {
            status,
            told: ToldPayout::default(),
            tries_left: answer.remaining_try,
            transaction_number: [
                answer.transaction_number,
                answer.provider_transaction_number,
                answer.provider_payment_number,
            ]
            .into_iter()
            .flatten()
            .next(),
            at,
        };
        keep_payout(till, payout, gateway_id, heard, request_id, question).await
    }
}

/// What becomes of a code whose call failed.
async fn failed(till: &Till, payout: &Payout, step: IntentId, failed: CodeFailure) -> Result<(), TillError> {
    let CodeFailure { failure, hint } = failed;
    tracing::info!(code = failure.code(), "a code was not confirmed");
    match (failure.certainty, failure.code) {
        (Certainty::NotSent, _) | (Certainty::Refused, Code::RateLimited) => {
            let note = Note {
                failure: Some(payouts::reason_of(&failure).as_str().to_owned()),
                ..Note::at(till.now())
            };
            advance(till, payout.id, step, Move::NotSent, note).await?;
            drop_code(till, payout.id, step).await?;
            Err(asked_in_vain(&failure))
        }
        // The gateway does not wait for a code of it any more: perhaps it took one.
        (Certainty::Unknown, _) | (Certainty::Refused, Code::Conflict) => {
            let reason = payouts::reason_of(&failure);
            lost(till, payout, step, reason, failure.request_id).await
        }
        (Certainty::Refused, _) => {
            let request_id = failure.request_id.clone();
            refused(till, payout, step, &hint, Some(&failure), request_id).await
        }
    }
}

/// Nobody knows whether the code was taken: the payout is looked up.
async fn lost(
    till: &Till,
    payout: &Payout,
    step: IntentId,
    reason: ErrorCode,
    request_id: Option<String>,
) -> Result<(), TillError> {
    let now = till.now();
    let note = Note {
        failure: Some(reason.as_str().to_owned()),
        request_id,
        next_look_at: Some(now.saturating_add(FIRST_LOOK_MS)),
        ..Note::at(now)
    };
    advance(till, payout.id, step, Move::LoseAnswer, note)
        .await
        .map(drop)
}

async fn refused(
    till: &Till,
    payout: &Payout,
    step: IntentId,
    hint: &CodeHint,
    failure: Option<&Failure>,
    request_id: Option<String>,
) -> Result<(), TillError> {
    let at = till.now();
    let reason = match failure {
        Some(failure) if !is_about_code(failure.code) => payouts::reason_of(failure),
        _ => ErrorCode::CodeRefused,
    };
    let note = Note {
        failure: Some(reason.as_str().to_owned()),
        request_id: request_id.clone(),
        said: failure.and_then(payouts::said_of),
        ..Note::at(at)
    };
    advance(till, payout.id, step, Move::Refuse, note).await?;
    let fresh = till.store.payout(payout.id).await?;
    if let (Some(tries), Some(last)) = (hint.remaining_try, fresh.heard.clone()) {
        let heard = HeardPayout {
            tries_left: Some(tries),
            at,
            ..last
        };
        let until = payout_watched_until(&fresh, &heard.status, at);
        till.store.hear_payout(fresh.id, heard, until, request_id).await?;
        payouts::tell(till, fresh.id);
    }
    // A last wrong code may have ended the payout.
    if let Err(error) = ask_payout(till, &fresh, Priority::QrOnScreen).await {
        tracing::info!(%error, "the status after a code is left to the watch");
    }
    Ok(())
}

const fn is_about_code(code: Code) -> bool {
    matches!(code, Code::Validation | Code::BadRequest)
}

/// Gives a code up that had no effect, so that a person may enter one again.
///
/// # Errors
/// Storage errors.
pub(in crate::journal) async fn drop_code(
    till: &Till,
    payout: PayoutId,
    step: IntentId,
) -> Result<(), TillError> {
    advance(till, payout, step, Move::Drop, Note::at(till.now()))
        .await
        .map(drop)
}
