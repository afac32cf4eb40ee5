//! Looks for a code in the gateway's list.

use super::Book;
use finan_one::{Client, PageRequest};
use gateway::{Failure, Priority};
use store::Fetched;

/// Where a code was found.
#[derive(Debug)]
pub(super) enum Sought<F> {
    /// Here.
    Found(Fetched<F>),
    /// In a row that cannot be taken over.
    Strange,
    /// Not on the pages that were read.
    Nowhere,
}

/// Reads the list until the code is found; no further than `pages` where the newest rows are enough.
pub(super) async fn seek<B: Book>(
    client: &Client,
    code: &str,
    pages: u32,
    priority: Priority,
) -> Result<Sought<B::Facts>, Failure> {
    let mut next = Some(PageRequest::FIRST);
    for _ in 0..pages {
        let Some(asked) = next else { break };
        let page = B::page(client, asked, priority).await?.value;
        next = page.next;
        let found = page
            .rows
            .into_iter()
            .find(|record| B::code_of(record) == Some(code));
        if let Some(record) = found {
            return Ok(B::read(record).map_or(Sought::Strange, Sought::Found));
        }
    }
    Ok(Sought::Nowhere)
}
