//! Tells the gateway of one row. Codes are unique there: what is unclear is looked for under its code before it is sent again.

use super::seek::{Sought, seek};
use super::{Book, state};
use crate::line::Line;
use crate::{Till, TillError};
use contract::ErrorCode;
use domain::{MirrorState, UnixMs, text};
use finan_one::Client;
use gateway::{Certainty, Code, Failure, Priority};
use std::sync::Arc;
use store::Outcome;

/// A row that was just made is on one of the first pages.
const NEWEST_PAGES: u32 = 3;
/// More pages than any list has.
const ALL_PAGES: u32 = 10_000;
/// Longer words of the gateway are cut.
const MOST_MESSAGE_CHARS: usize = 200;

/// What came of it, for the change that was made at `seen`.
struct Told {
    seen: UnixMs,
    outcome: Outcome,
}

/// Tells of one pending row and keeps what came of it. Gives where the row stands; none when it is there no more.
///
/// # Errors
/// The way to the gateway, when nothing is decided; storage errors.
pub(super) async fn deliver<B: Book>(
    till: &Till,
    line: &Arc<Line>,
    row: &B,
    priority: Priority,
) -> Result<Option<MirrorState>, TillError> {
    let client = line.client()?;
    let told = match (row.mirror().state, &row.mirror().gateway_id) {
        (MirrorState::ToCreate, _) => create(till, line, &client, row, priority).await?,
        (MirrorState::ToUpdate, Some(id)) => {
            let answer = B::update(&client, id, row.facts(), priority).await;
            of_change::<B>(till, row, id, answer)?
        }
        (MirrorState::ToDelete, Some(id)) => {
            let answer = B::delete(&client, id, priority).await;
            of_deletion(row, answer)?
        }
        (state, _) => return Ok(Some(state)),
    };
    if !is_same_gateway(till, line) {
        return Err(ErrorCode::NotAtGateway.into());
    }
    let made = match &told.outcome {
        Outcome::Kept { gateway_id, .. } => Some(gateway_id.clone()),
        _ => None,
    };
    let stands = row.settle(&till.store, told.seen, told.outcome).await?;
    till.books.set_sent(row.uuid(), None);
    if let (None, Some(id), MirrorState::ToCreate) = (stands, made, row.mirror().state) {
        // It was deleted here while the gateway made it.
        B::delete(&client, &id, priority).await?;
    }
    Ok(stands)
}

/// Rows of the owner's own address are not this gateway's once that address is another.
fn is_same_gateway(till: &Till, line: &Arc<Line>) -> bool {
    let now = till.line();
    now.environment != line.environment || now.choice.custom_base_url == line.choice.custom_base_url
}

async fn create<B: Book>(
    till: &Till,
    line: &Arc<Line>,
    client: &Client,
    row: &B,
    priority: Priority,
) -> Result<Told, TillError> {
    let seen = row.mirror().changed_at;
    let refused = |problem, message| Told {
        seen,
        outcome: Outcome::Refused { problem, message },
    };
    let code = B::code(row.facts());
    if may_be_there::<B>(till, line, row) {
        let found = seek::<B>(client, code, NEWEST_PAGES, priority).await?;
        if let Some(ours) = as_ours(till, row, &found) {
            return Ok(ours);
        }
    }
    let Ok(body) = B::build(row.facts()) else {
        return Ok(refused(problem(ErrorCode::FieldRefused), None));
    };
    match B::create(client, body.as_bytes(), priority).await {
        Ok(gateway_id) => Ok(Told {
            seen,
            outcome: Outcome::Kept {
                gateway_id,
                at: till.now(),
            },
        }),
        Err(failure) if is_conflict(&failure) => {
            let found = seek::<B>(client, code, ALL_PAGES, priority).await?;
            Ok(as_ours(till, row, &found)
                .unwrap_or_else(|| refused(problem(ErrorCode::CodeTaken), message(&failure))))
        }
        Err(failure) if is_about_content(&failure) => {
            Ok(refused(problem(ErrorCode::RefusedContent), message(&failure)))
        }
        Err(failure) => {
            if failure.certainty == Certainty::Unknown {
                till.books.set_sent(row.uuid(), as_json(row.facts()));
            }
            Err(failure.into())
        }
    }
}

/// Whether an earlier request may have made the row: one of this process without a clear answer, or one of the process before.
fn may_be_there<B: Book>(till: &Till, line: &Arc<Line>, row: &B) -> bool {
    let books: &state::Books = &till.books;
    books.sent(row.uuid()).is_some()
        || (books.is_older(row.mirror().changed_at) && !books.is_read(B::NAME, line))
}

/// A row with our code is ours when it says what ours says, or what was sent before ours was changed.
fn as_ours<B: Book>(till: &Till, row: &B, sought: &Sought<B::Facts>) -> Option<Told> {
    let Sought::Found(found) = sought else {
        return None;
    };
    let changed_at = row.mirror().changed_at;
    let seen = if found.facts == *row.facts() {
        changed_at
    } else if as_json(&found.facts) == till.books.sent(row.uuid()) {
        // The change made since is still to be told.
        changed_at.saturating_sub(1)
    } else {
        return None;
    };
    Some(Told {
        seen,
        outcome: Outcome::Kept {
            gateway_id: found.gateway_id.clone(),
            at: till.now(),
        },
    })
}

fn of_change<B: Book>(
    till: &Till,
    row: &B,
    id: &str,
    answer: Result<(), Failure>,
) -> Result<Told, TillError> {
    let outcome = match answer {
        Ok(()) => Outcome::Kept {
            gateway_id: id.to_owned(),
            at: till.now(),
        },
        Err(failure) if is_missing(&failure) => Outcome::Missing,
        Err(failure) if is_conflict(&failure) => Outcome::Refused {
            problem: problem(ErrorCode::CodeTaken),
            message: message(&failure),
        },
        Err(failure) if is_about_content(&failure) => Outcome::Refused {
            problem: problem(ErrorCode::RefusedContent),
            message: message(&failure),
        },
        Err(failure) => return Err(failure.into()),
    };
    Ok(Told {
        seen: row.mirror().changed_at,
        outcome,
    })
}

fn of_deletion<B: Book>(row: &B, answer: Result<(), Failure>) -> Result<Told, TillError> {
    let outcome = match answer {
        Ok(()) => Outcome::Deleted,
        Err(failure) if is_missing(&failure) => Outcome::Deleted,
        Err(failure) if is_about_content(&failure) || is_conflict(&failure) => Outcome::Refused {
            problem: problem(ErrorCode::RefusedContent),
            message: message(&failure),
        },
        Err(failure) => return Err(failure.into()),
    };
    Ok(Told {
        seen: row.mirror().changed_at,
        outcome,
    })
}

fn is_missing(failure: &Failure) -> bool {
    failure.code == Code::NotFound && failure.certainty == Certainty::Refused
}

fn is_conflict(failure: &Failure) -> bool {
    failure.code == Code::Conflict && failure.certainty == Certainty::Refused
}

/// Sent again it would be refused again: a person must look.
fn is_about_content(failure: &Failure) -> bool {
    matches!(failure.code, Code::Validation | Code::BadRequest | Code::BadId)
}

fn problem(code: ErrorCode) -> String {
    code.as_str().to_owned()
}

fn message(failure: &Failure) -> Option<String> {
    Some(text::clean(&failure.detail, MOST_MESSAGE_CHARS)).filter(|text| !text.is_empty())
}

pub(super) fn as_json(facts: &impl serde::Serialize) -> Option<String> {
    serde_json::to_string(facts).ok()
}
