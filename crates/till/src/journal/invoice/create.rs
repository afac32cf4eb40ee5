//! Makes an invoice and keeps the gateway's record of it.

use crate::invoices::heard::heard_of;
use crate::journal::listed::{Adopted, Asked, Listed};
use crate::journal::outcome::Trouble;
use crate::journal::send::Shipment;
use crate::payments::checked_link;
use crate::{Till, TillError, watch};
use contract::ErrorCode;
use domain::{Method, Payment, QrState, UnixMs};
use finan_one::invoices::Invoice as Record;
use finan_one::{Client, Page, PageRequest};
use gateway::{Answer, Failure, Priority};
use store::{GatewayAnswer, QrVerdict};

/// An unpaid invoice is watched this long after it was due.
const WATCHED_AFTER_DUE_MS: UnixMs = 90 * 24 * 3_600_000;
/// Clocks may differ by minutes, not more: an older record with our code is somebody else's.
const MARGIN_MS: UnixMs = 15 * 60_000;

/// Sends the bytes and adopts the gateway's record.
pub(in crate::journal) async fn create(shipment: &Shipment<'_>) -> Result<Option<Trouble>, TillError> {
    let client = shipment.line.client()?;
    match client.send_create_invoice(shipment.body, shipment.priority).await {
        Ok(answer) => {
            let found = Adopted {
                sent_at: shipment.sent_at,
                skew_ms: client.clock_reading().skew_ms,
                answer,
            };
            Record::adopt(shipment.till, shipment.before, found).await?;
            Ok(None)
        }
        Err(failure) => Ok(Some(failure.into())),
    }
}

impl Listed for Record {
    fn reference(&self) -> Option<&str> {
        self.invoice_code.as_deref()
    }

    fn made_at(&self) -> Option<UnixMs> {
        self.created_at.map(|at| at.timestamp_millis())
    }

    async fn page(
        client: &Client,
        asked: PageRequest,
        priority: Priority,
    ) -> Result<Answer<Page<Self>>, Failure> {
        client.list_invoices(asked, priority).await
    }
}

impl Asked for Record {
    const METHOD: Method = Method::Invoice;

    /// The same customer, and not made long before we asked for it.
    fn is_ours(&self, payment: &Payment) -> bool {
        let customer = payment
            .invoice
            .as_ref()
            .and_then(|own| own.content.customer.as_ref());
        let is_other_customer = self
            .customer_code
            .as_deref()
            .zip(customer)
            .is_some_and(|(theirs, ours)| theirs != ours.code);
        let is_older = self
            .made_at()
            .is_some_and(|made_at| made_at < payment.created_at.saturating_sub(MARGIN_MS));
        !is_other_customer && !is_older
    }

    async fn adopt(till: &Till, before: &Payment, found: Adopted<Self>) -> Result<(), TillError> {
        let at = till.now();
        let record = found.answer.value;
        let heard = heard_of(&record, at);
        let has_money = heard.status.means_money();
        let link = record
            .payment_link
            .filter(|link| checked_link(till, before.environment, link).is_ok());
        let due = before.invoice.as_ref().map_or(at, |own| own.content.due_date);
        let answer = GatewayAnswer {
            at,
            expires_at: None,
            watched_until: Some(due.max(at).saturating_add(WATCHED_AFTER_DUE_MS)),
            money_seen_at: has_money.then_some(at),
            is_late: false,
            gateway_id: Some(record.invoice_id),
            qr: verdict(link.is_some()),
            qr_text: link.clone(),
            payment_url: link,
            heard: Some(heard),
            gateway_tax: record.tax_amount,
            request_id: found.answer.request_id,
        };
        till.store.confirm(before.id, answer).await?;
        watch::answered(till, Method::Invoice);
        till.wake.ring();
        watch::tell_since(till, before).await
    }
}

/// The link is drawn as the QR.
fn verdict(has_link: bool) -> QrVerdict {
    if has_link {
        QrVerdict {
            state: QrState::Shown,
            problem: None,
        }
    } else {
        QrVerdict {
            state: QrState::Refused,
            problem: Some(ErrorCode::LinkRefused.as_str().to_owned()),
        }
    }
}
