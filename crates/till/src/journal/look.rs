//! Searches the gateway's lists for intents without a clear answer. One search serves all of them.

use super::{FIRST_LOOK_MS, NEXT_LOOK_MS, adopt::adopt};
use crate::error::{failure_body, gateway_code};
use crate::{Till, TillError};
use domain::{IntentState, Move, PaymentId, UnixMs};
use finan_one::payments::Payment as Record;
use finan_one::{Client, PageRequest};
use gateway::repeat::LOOKS_BEFORE_ABSENT;
use gateway::{Answer, Code, Failure, Priority};
use std::collections::HashMap;
use store::{Intent, Step, StoreError};

/// A search that is not over after this many pages is not complete.
const MOST_PAGES: u32 = 40;
/// A record this much older than the oldest intent ends the search: clocks and orders may differ by minutes, not more.
const MARGIN_MS: i64 = 15 * 60_000;

/// Looks for these intents. Found ones are adopted; the others are one complete search nearer to being absent.
///
/// # Errors
/// Storage errors, no keys.
pub(super) async fn look(till: &Till, intents: &[Intent], priority: Priority) -> Result<(), TillError> {
    let client = till.line().client()?;
    let mut looking = Vec::new();
    for intent in intents {
        match till
            .store
            .advance(intent.id, Move::Look, Step::at(till.now()))
            .await
        {
            Ok(_) => looking.push(intent),
            Err(StoreError::Move(_)) => {}
            Err(error) => return Err(error.into()),
        }
    }
    let Some(oldest) = looking.iter().map(|intent| intent.created_at).min() else {
        return Ok(());
    };
    match search(&client, oldest, priority).await {
        Ok(Search {
            mut found,
            is_complete,
        }) => {
            till.freshness().answered(till.now());
            for intent in looking {
                match found.remove(&intent.reference) {
                    Some(answer) => adopt(till, intent.id, intent.updated_at, answer).await?,
                    None if is_complete => missed(till, intent).await?,
                    None => {
                        unfinished(
                            till,
                            intent.id,
                            &unreadable("a row of the list could not be read"),
                        )
                        .await?
                    }
                }
            }
        }
        Err(failure) => {
            till.freshness().failed(till.now(), failure_body(&failure));
            for intent in looking {
                unfinished(till, intent.id, &failure).await?;
            }
        }
    }
    Ok(())
}

/// What a search gave.
struct Search {
    /// The newest record of each reference.
    found: HashMap<String, Answer<Record>>,
    /// Whether every row was read: only then is what was not found absent.
    is_complete: bool,
}

fn unreadable(detail: &str) -> Failure {
    Failure::unknown(Code::UnreadableAnswer, detail)
}

/// Every record with a reference, newest pages first, back to before `oldest`.
async fn search(client: &Client, oldest: UnixMs, priority: Priority) -> Result<Search, Failure> {
    let mut found = HashMap::new();
    let mut is_complete = true;
    let mut asked = PageRequest::FIRST;
    for _ in 0..MOST_PAGES {
        let answer = client.list_payments(asked, priority).await?;
        let (at, id, status) = (
            answer.answered_at_ms,
            answer.request_id.clone(),
            answer.http_status,
        );
        let page = answer.value;
        let carries_references = page.rows.iter().any(|record| record.reference_id.is_some());
        if !page.rows.is_empty() && !carries_references {
            return Err(unreadable("the list carries no references"));
        }
        let is_past = page
            .rows
            .iter()
            .filter_map(|record| record.created_at.map(|at| at.timestamp_millis()))
            .min()
            .is_some_and(|created| created < oldest.saturating_sub(MARGIN_MS));
        is_complete &= page.unreadable == 0;
        let next = page.next;
        for record in page.rows {
            if let Some(reference) = record.reference_id.clone() {
                let answer = Answer {
                    value: record,
                    request_id: id.clone(),
                    http_status: status,
                    answered_at_ms: at,
                };
                found.entry(reference).or_insert(answer);
            }
        }
        match next {
            Some(following) if !is_past => asked = following,
            _ => return Ok(Search { found, is_complete }),
        }
    }
    Err(unreadable("the list has too many pages to be searched"))
}

async fn missed(till: &Till, intent: &Intent) -> Result<(), TillError> {
    let now = till.now();
    let is_believed = intent.absent_looks.saturating_add(1) >= LOOKS_BEFORE_ABSENT;
    let next = if is_believed {
        now
    } else {
        now.saturating_add(NEXT_LOOK_MS)
    };
    let note = Step {
        next_look_at: Some(next),
        ..Step::at(now)
    };
    settle(till, intent.id, Move::Miss, note).await
}

async fn unfinished(till: &Till, id: PaymentId, failure: &Failure) -> Result<(), TillError> {
    let now = till.now();
    let note = Step {
        at: now,
        failure: Some(gateway_code(failure.code).as_str().to_owned()),
        request_id: failure.request_id.clone(),
        next_look_at: Some(now.saturating_add(NEXT_LOOK_MS.max(FIRST_LOOK_MS))),
    };
    settle(till, id, Move::LookFailed, note).await
}

async fn settle(till: &Till, id: PaymentId, step: Move, note: Step) -> Result<(), TillError> {
    till.store.advance(id, step, note).await?;
    let payment = till.store.payment(id).await?;
    till.wake.ring();
    crate::watch::tell(till, &payment, false).await
}

/// Whether enough complete searches did not find it.
pub(super) fn is_absent(intent: &Intent) -> bool {
    intent.state == IntentState::Absent && intent.absent_looks >= LOOKS_BEFORE_ABSENT
}
