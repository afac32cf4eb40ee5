//! What Finan One lists can be found again by our reference: payments, invoices and payouts alike.

mod look;
mod search;

pub(super) use look::look;
pub(super) use search::{Search, far_enough, search, unreadable};

use crate::{Till, TillError};
use domain::{Method, Payment, UnixMs};
use finan_one::{Client, Page, PageRequest};
use gateway::{Answer, Failure, Priority};

/// A record of one of the gateway's lists.
pub(super) trait Listed: Sized + Send {
    /// Our own reference in it.
    fn reference(&self) -> Option<&str>;

    /// When it was made, on the gateway's clock.
    fn made_at(&self) -> Option<UnixMs>;

    /// One page of the list.
    async fn page(
        client: &Client,
        asked: PageRequest,
        priority: Priority,
    ) -> Result<Answer<Page<Self>>, Failure>;
}

/// A record of money that the shop asks for.
pub(super) trait Asked: Listed {
    /// What is paid by it.
    const METHOD: Method;

    /// Whether a record with our reference is ours; another till may have used the same word.
    fn is_ours(&self, payment: &Payment) -> bool;

    /// Keeps all that it says. `before` is the payment as it was last told.
    async fn adopt(till: &Till, before: &Payment, found: Adopted<Self>) -> Result<(), TillError>;
}

/// A record that is ours.
#[derive(Debug)]
pub(super) struct Adopted<R> {
    /// When the request that made it left, by this machine's clock.
    pub(super) sent_at: UnixMs,
    /// This machine's clock minus the gateway's, when it is known.
    pub(super) skew_ms: Option<i64>,
    /// The record.
    pub(super) answer: Answer<R>,
}
