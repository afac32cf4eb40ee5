//! The gateway's record of an intent becomes its payment.

use crate::journal::listed::{Adopted, Asked, Listed};
use crate::payments::judge_qr;
use crate::watch::{self, WATCHED_MS, came_after, heard_of, on_our_clock};
use crate::{Till, TillError};
use domain::{Method, Payment, UnixMs};
use finan_one::payments::{LINK_LIFE, Payment as Record};
use finan_one::{Client, Page, PageRequest};
use gateway::{Answer, Failure, Priority};
use store::GatewayAnswer;

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
        client.list_payments(asked, priority).await
    }
}

impl Asked for Record {
    const METHOD: Method = Method::Transfer;

    /// Our references are made of random ids.
    fn is_ours(&self, _payment: &Payment) -> bool {
        true
    }

    async fn adopt(till: &Till, before: &Payment, found: Adopted<Self>) -> Result<(), TillError> {
        adopt(till, before, found).await
    }
}

/// Keeps all that the gateway gave: its id, link, QR (judged by the guard) and status. `before` is the payment as it was last told.
pub(super) async fn adopt(till: &Till, before: &Payment, adopted: Adopted<Record>) -> Result<(), TillError> {
    let Adopted {
        sent_at,
        skew_ms,
        answer,
    } = adopted;
    let record = answer.value;
    let text = record.qr_code.as_deref();
    let qr = judge_qr(till, before, text).await?;
    let at = till.now();
    let heard = heard_of(&record, at);
    let has_money = heard.status.means_money();
    let expires_at = expiry(&record, sent_at, skew_ms);
    till.store
        .confirm(
            before.id,
            GatewayAnswer {
                at,
                expires_at: Some(expires_at),
                watched_until: Some(sent_at.saturating_add(WATCHED_MS)),
                money_seen_at: has_money.then_some(at),
                is_late: has_money && came_after(&record, expires_at, skew_ms),
                gateway_id: Some(record.payment_request_id),
                payment_url: record.payment_url,
                qr_text: record.qr_code,
                qr,
                heard: Some(heard),
                gateway_tax: None,
                request_id: answer.request_id,
            },
        )
        .await?;
    watch::answered(till, Method::Transfer);
    till.wake.ring();
    watch::tell_since(till, before).await
}

/// The link's life from the moment its request left; the gateway's own word when that is earlier. A word that ends the link before
/// it was asked for comes from a clock that cannot be compared.
fn expiry(record: &Record, sent_at: UnixMs, skew_ms: Option<i64>) -> UnixMs {
    let link_life = i64::try_from(LINK_LIFE.as_millis()).unwrap_or_default();
    let ours = sent_at.saturating_add(link_life);
    let theirs = record.expires_at.map(|end| on_our_clock(end, skew_ms));
    theirs
        .filter(|end| *end > sent_at)
        .map_or(ours, |end| end.min(ours))
}
