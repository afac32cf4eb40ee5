//! Reads the gateway's lists back to before an intent: only a search that read every row can say that something is not there.

use super::Listed;
use domain::UnixMs;
use finan_one::{Client, PageRequest};
use gateway::{Answer, Code, Failure, Priority};
use std::collections::HashMap;

/// A search that is not over after this many pages is not complete.
const MOST_PAGES: u32 = 40;
/// A record this much older than the oldest intent ends the search: clocks and orders may differ by minutes, not more.
const MARGIN_MS: i64 = 15 * 60_000;

/// What a search gave.
pub(in crate::journal) struct Search<R> {
    /// The newest record of each reference.
    pub(in crate::journal) found: HashMap<String, Answer<R>>,
    /// Whether every row was read: only then is what was not found absent.
    pub(in crate::journal) is_complete: bool,
}

/// The failure of an answer that cannot be trusted to hold everything.
pub(in crate::journal) fn unreadable(detail: &str) -> Failure {
    Failure::unknown(Code::UnreadableAnswer, detail)
}

/// Where on the gateway's clock a search for something as old as `oldest` (on ours) may end: never at records that are younger than
/// `least_back`.
pub(in crate::journal) fn far_enough(client: &Client, oldest: UnixMs, least_back: UnixMs) -> UnixMs {
    let server = client.server_clock();
    let theirs = oldest.saturating_sub(server.skew_ms().unwrap_or_default());
    theirs
        .saturating_sub(MARGIN_MS)
        .min(server.now_ms().saturating_sub(least_back))
}

/// Every record with a reference, page by page, back to `end`.
pub(in crate::journal) async fn search<R: Listed>(
    client: &Client,
    end: UnixMs,
    priority: Priority,
) -> Result<Search<R>, Failure> {
    let mut found = HashMap::new();
    let mut is_complete = true;
    let mut asked = PageRequest::FIRST;
    for _ in 0..MOST_PAGES {
        let answer = R::page(client, asked, priority).await?;
        let (at, id, status) = (
            answer.answered_at_ms,
            answer.request_id.clone(),
            answer.http_status,
        );
        let page = answer.value;
        let carries_references = page.rows.iter().any(|record| record.reference().is_some());
        if !page.rows.is_empty() && !carries_references {
            return Err(unreadable("the list carries no references"));
        }
        let is_past = is_past(&page.rows, end);
        is_complete &= page.unreadable == 0;
        let next = page.next;
        for record in page.rows {
            if let Some(reference) = record.reference().map(str::to_owned) {
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

/// Whether what follows this page is older than `end`: only a page whose rows come newest first can tell.
fn is_past<R: Listed>(rows: &[R], end: UnixMs) -> bool {
    let made: Vec<_> = rows.iter().filter_map(Listed::made_at).collect();
    let is_newest_first = made
        .iter()
        .zip(made.iter().skip(1))
        .all(|(newer, older)| newer >= older);
    is_newest_first && made.len() > 1 && made.last().is_some_and(|oldest| *oldest < end)
}
