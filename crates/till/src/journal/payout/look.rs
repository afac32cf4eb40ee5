//! Looks payouts without a clear answer up: those that may have been made by our reference in the gateway's list, those whose code may
//! have been taken by their id. Nothing is ever sent by this.

use super::{NEXT_LOOK_MS, adopt, advance, is_due};
use crate::journal::listed::{Listed, Search, far_enough, search, unreadable};
use crate::journal::next_look;
use crate::watch::{Question, keep_payout};
use crate::{Till, TillError, payouts};
use domain::{IntentId, IntentKind, Move, Payout, PayoutId, PayoutStatus, UnixMs};
use finan_one::payouts::{OtpStatus, Payout as Record};
use finan_one::{Client, Page, PageRequest};
use gateway::repeat::LOOKS_BEFORE_ABSENT;
use gateway::{Answer, Failure, Priority};
use store::{Intent, Note};

/// The list is searched at least this far back: a payout that was decided under a wrong clock is found too.
const LEAST_BACK_MS: i64 = 48 * 3_600_000;

impl Listed for Record {
    fn reference(&self) -> Option<&str> {
        self.reference_id.as_deref()
    }

    fn made_at(&self) -> Option<UnixMs> {
        self.created_at.map(|at| at.timestamp_millis())
    }

    async fn page(
        client: &Client,
        asked: PageRequest,
        priority: Priority,
    ) -> Result<Answer<Page<Self>>, Failure> {
        client.list_payouts(asked, priority).await
    }
}

/// Looks now, because a person asked. Finds, and proves no absence before its time.
///
/// # Errors
/// Storage errors, no keys; `payout_not_ready` when nothing is unclear.
pub(crate) async fn look_now(till: &Till, id: PayoutId) -> Result<(), TillError> {
    let line = till.line();
    line.client()?;
    let open = till.store.open_intents(line.environment).await?;
    let of_payout = open.into_iter().filter(|intent| intent.payout_id() == Some(id));
    for intent in of_payout {
        match intent.kind {
            IntentKind::PayoutCode => look_at_code(till, &intent, Priority::Click).await?,
            _ => look_for(till, &[intent], Priority::Click).await?,
        }
    }
    Ok(())
}

/// A payout that is looked for.
struct Sought<'a> {
    intent: &'a Intent,
    payout: Payout,
    /// Whether it was time to look: searches that a person hurried find, but prove no absence.
    is_due: bool,
}

/// Looks for payouts in the list. One search serves all.
///
/// # Errors
/// Storage errors, no keys.
pub(in crate::journal) async fn look_for(
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
    let question = till.hearing.ask();
    let end = far_enough(&client, oldest, LEAST_BACK_MS);
    match search::<Record>(&client, end, priority).await {
        Ok(search) => settle_all(till, sought, search, question).await,
        Err(failure) => {
            for one in &sought {
                unfinished(till, one.payout.id, one.intent, Some(&failure)).await?;
            }
            Ok(())
        }
    }
}

async fn take_up<'a>(till: &Till, intent: &'a Intent) -> Result<Option<Sought<'a>>, TillError> {
    let Some(id) = intent.payout_id() else {
        return Ok(None);
    };
    let now = till.now();
    let payout = till.store.payout(id).await?;
    let is_taken = advance(till, id, intent.id, Move::Look, Note::at(now)).await?;
    Ok(is_taken.then_some(Sought {
        intent,
        payout,
        is_due: is_due(intent.next_look_at, now),
    }))
}

async fn settle_all(
    till: &Till,
    sought: Vec<Sought<'_>>,
    mut search: Search<Record>,
    question: Question,
) -> Result<(), TillError> {
    for one in sought {
        let reference = IntentId::from(one.payout.id).reference();
        match search.found.remove(&reference) {
            Some(answer) => adopt::adopt(till, &one.payout, answer, question).await?,
            None if !search.is_complete => {
                let failure = unreadable("a row of the list could not be read");
                unfinished(till, one.payout.id, one.intent, Some(&failure)).await?;
            }
            None if one.is_due || one.intent.absent_looks >= LOOKS_BEFORE_ABSENT => {
                missed(till, one.payout.id, one.intent).await?;
            }
            None => unfinished(till, one.payout.id, one.intent, None).await?,
        }
    }
    Ok(())
}

/// Looks whether a code was taken: a payout that still waits for one, twice some seconds apart, took none.
///
/// # Errors
/// Storage errors, no keys.
pub(in crate::journal) async fn look_at_code(
    till: &Till,
    intent: &Intent,
    priority: Priority,
) -> Result<(), TillError> {
    let line = till.line();
    let client = line.client()?;
    let (Some(id), true) = (intent.payout_id(), intent.environment == line.environment) else {
        return Ok(());
    };
    let Some(_flight) = till.flights.begin(intent.id) else {
        return Ok(());
    };
    let payout = till.store.payout(id).await?;
    let Some(gateway_id) = payout.gateway_id.clone() else {
        return Ok(());
    };
    let now = till.now();
    let is_due = is_due(intent.next_look_at, now);
    if !advance(till, id, intent.id, Move::Look, Note::at(now)).await? {
        return Ok(());
    }
    let question = till.hearing.ask();
    match client.get_payout(&gateway_id, priority).await {
        Ok(answer) => {
            let heard = payouts::heard_of(&answer.value, till.now());
            let is_at_work = is_at_work(answer.value.otp_status.as_ref());
            let status = heard.status.clone();
            keep_payout(till, &payout, &gateway_id, heard, answer.request_id, question).await?;
            match status {
                PayoutStatus::WaitingConfirm if is_at_work => unfinished(till, id, intent, None).await,
                PayoutStatus::WaitingConfirm if is_due => missed(till, id, intent).await,
                PayoutStatus::WaitingConfirm | PayoutStatus::Other(_) => {
                    unfinished(till, id, intent, None).await
                }
                PayoutStatus::Processing
                | PayoutStatus::Settling
                | PayoutStatus::Success
                | PayoutStatus::Failed => advance(till, id, intent.id, Move::Confirm, Note::at(till.now()))
                    .await
                    .map(drop),
            }
        }
        Err(failure) => unfinished(till, id, intent, Some(&failure)).await,
    }
}

/// The bank has a code and has not made up its mind.
const fn is_at_work(code: Option<&OtpStatus>) -> bool {
    matches!(
        code,
        Some(OtpStatus::Pending | OtpStatus::Success | OtpStatus::Settling)
    )
}

async fn missed(till: &Till, id: PayoutId, intent: &Intent) -> Result<(), TillError> {
    let now = till.now();
    let is_believed = intent.absent_looks.saturating_add(1) >= LOOKS_BEFORE_ABSENT;
    let next = match intent.kind {
        // Its code is given up at once; a payout waits for a person.
        IntentKind::PayoutCode if is_believed => Some(now),
        _ if is_believed => None,
        _ => Some(now.saturating_add(NEXT_LOOK_MS)),
    };
    let note = Note {
        next_look_at: next,
        ..Note::at(now)
    };
    advance(till, id, intent.id, Move::Miss, note).await.map(drop)
}

async fn unfinished(
    till: &Till,
    id: PayoutId,
    intent: &Intent,
    failure: Option<&Failure>,
) -> Result<(), TillError> {
    let now = till.now();
    let age = now.saturating_sub(intent.created_at);
    let later = now.saturating_add(next_look(age));
    let next = intent
        .next_look_at
        .filter(|_| !is_due(intent.next_look_at, now))
        .unwrap_or(later);
    let note = Note {
        failure: failure.map(|failure| payouts::reason_of(failure).as_str().to_owned()),
        request_id: failure.and_then(|failure| failure.request_id.clone()),
        next_look_at: Some(next),
        ..Note::at(now)
    };
    advance(till, id, intent.id, Move::LookFailed, note)
        .await
        .map(drop)
}
