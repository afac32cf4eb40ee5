//! Reads a whole list of the gateway's.

use super::deliver::as_json;
use super::{Book, freshness};
use crate::line::Line;
use crate::{Till, TillError};
use contract::{ErrorBody, ErrorCode};
use domain::MirrorState;
use finan_one::PageRequest;
use gateway::Priority;
use std::sync::Arc;
use store::{Fetched, Outcome};

/// More pages than any list has.
const MOST_PAGES: u32 = 10_000;

/// What came of a reading.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// Every row is ours now; those that were not there are gone.
    Whole,
    /// Every page was read, but so many rows could not be: nothing is proved gone.
    Partly(usize),
    /// The line is another one by now.
    Stopped,
}

impl Reading {
    /// What the page is told of it.
    pub(super) fn problem(&self) -> Option<ErrorBody> {
        match self {
            Self::Partly(rows) => Some(ErrorBody::of(ErrorCode::UnreadableAnswer).with("rows", rows)),
            Self::Whole | Self::Stopped => None,
        }
    }
}

/// Reads all pages and takes them over one by one.
///
/// # Errors
/// The way to the gateway; storage errors. What was taken over stays.
pub(super) async fn read<B: Book>(till: &Till, line: &Arc<Line>) -> Result<Reading, TillError> {
    let client = line.client()?;
    let started_at = till.now();
    let (mut next, mut unreadable) = (Some(PageRequest::FIRST), 0_usize);
    for _ in 0..MOST_PAGES {
        let Some(asked) = next else { break };
        let page = B::page(&client, asked, Priority::Background).await?.value;
        next = page.next;
        let count = page.rows.len();
        let rows: Vec<_> = page.rows.into_iter().filter_map(B::read).collect();
        unreadable = unreadable
            .saturating_add(page.unreadable)
            .saturating_add(count.saturating_sub(rows.len()));
        if !take_over::<B>(till, line, rows).await? {
            return Ok(Reading::Stopped);
        }
    }
    let _same_world = till.switching.lock().await;
    if !is_present(till, line) {
        return Ok(Reading::Stopped);
    }
    till.books.set_read(B::NAME, line);
    freshness::note::<B>(till, line.environment, started_at).await?;
    if unreadable > 0 || next.is_some() {
        return Ok(Reading::Partly(unreadable));
    }
    B::finish(&till.store, line.environment, started_at).await?;
    Ok(Reading::Whole)
}

fn is_present(till: &Till, line: &Arc<Line>) -> bool {
    Arc::ptr_eq(&till.line(), line)
}

/// Nothing of one world is written while another one begins.
async fn take_over<B: Book>(
    till: &Till,
    line: &Arc<Line>,
    rows: Vec<Fetched<B::Facts>>,
) -> Result<bool, TillError> {
    let _same_world = till.switching.lock().await;
    if !is_present(till, line) {
        return Ok(false);
    }
    let world = line.environment;
    if !B::pending(&till.store, world, 1).await?.is_empty() {
        for fetched in &rows {
            know_again::<B>(till, line, fetched).await?;
        }
    }
    B::take_over(&till.store, world, rows, till.now()).await?;
    Ok(true)
}

/// A row that was sent without a clear answer and changed since is known again by what was sent; the change is still to be told. Any
/// other row with a code of ours and other facts is somebody else's: the store leaves it alone.
async fn know_again<B: Book>(
    till: &Till,
    line: &Arc<Line>,
    fetched: &Fetched<B::Facts>,
) -> Result<(), TillError> {
    let code = B::code(&fetched.facts);
    let Some(ours) = B::by_code(&till.store, line.environment, code).await? else {
        return Ok(());
    };
    let sent = till.books.sent(ours.uuid());
    let is_ours = sent.is_some() && as_json(&fetched.facts) == sent;
    if !is_ours || *ours.facts() == fetched.facts || ours.mirror().state != MirrorState::ToCreate {
        return Ok(());
    }
    let outcome = Outcome::Kept {
        gateway_id: fetched.gateway_id.clone(),
        at: till.now(),
    };
    let before = ours.mirror().changed_at.saturating_sub(1);
    ours.settle(&till.store, before, outcome).await?;
    Ok(())
}
