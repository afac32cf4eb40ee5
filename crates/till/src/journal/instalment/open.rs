//! Opens an instalment payment and keeps its links, once they passed the check.

use super::key_of;
use crate::journal::outcome::Trouble;
use crate::journal::send::Shipment;
use crate::watch::{self, WATCHED_MS};
use crate::{Till, TillError};
use contract::ErrorCode;
use domain::{Heard, Method, Payment, QrState, UnixMs};
use fundiin::assumptions::LONGEST_EXPIRY;
use fundiin::payments::Initiated;
use fundiin::{LinkProblem, PaymentLink};
use store::{GatewayAnswer, QrVerdict};

/// Sends the bytes and adopts what was opened.
pub(in crate::journal) async fn open(shipment: &Shipment<'_>) -> Result<Option<Trouble>, TillError> {
    let client = shipment.line.instalments.client()?;
    let key = key_of(shipment.intent)?;
    match client.send_initiate(shipment.body, &key, shipment.priority).await {
        Ok(answer) => {
            let found = Found {
                links: links(answer.value),
                gateway_id: None,
                heard: None,
                request_id: answer.request_id,
            };
            adopt(shipment.till, shipment.before, found).await?;
            Ok(None)
        }
        Err(error) => Ok(Some(error.into())),
    }
}

/// A payment that the gateway has.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) links: Links,
    pub(super) gateway_id: Option<String>,
    pub(super) heard: Option<Heard>,
    pub(super) request_id: Option<String>,
}

/// What may be opened and drawn, and why not.
#[derive(Debug)]
pub(super) struct Links {
    page: Option<String>,
    drawn: Option<String>,
    verdict: QrVerdict,
}

impl Links {
    /// Nothing to open or draw.
    pub(super) fn none(state: QrState, problem: ErrorCode) -> Self {
        Self {
            page: None,
            drawn: None,
            verdict: QrVerdict {
                state,
                problem: Some(problem.as_str().to_owned()),
            },
        }
    }
}

/// One refused link makes the other one suspect, so neither is used. Without a QR text the page's link is drawn: in the vendor's
/// sample they are the same.
fn links(opened: Initiated) -> Links {
    let is_refused = |link: &Result<PaymentLink, LinkProblem>| {
        link.as_ref()
            .is_err_and(|problem| *problem != LinkProblem::Missing)
    };
    if is_refused(&opened.qr_data) || is_refused(&opened.payment_url) {
        tracing::warn!("an instalment link was refused");
        return Links::none(QrState::Refused, ErrorCode::LinkRefused);
    }
    let text = |link: Result<PaymentLink, LinkProblem>| link.ok().map(|link| link.as_str().to_owned());
    let page = text(opened.payment_url);
    match text(opened.qr_data).or_else(|| page.clone()) {
        Some(drawn) => Links {
            page,
            drawn: Some(drawn),
            verdict: QrVerdict {
                state: QrState::Shown,
                problem: None,
            },
        },
        None => Links::none(QrState::None, ErrorCode::QrMissing),
    }
}

/// Keeps what the gateway gave. The customer's time runs from the decision: the first of several tries may have taken effect.
pub(super) async fn adopt(till: &Till, before: &Payment, found: Found) -> Result<(), TillError> {
    let at = till.now();
    let has_money = found
        .heard
        .as_ref()
        .is_some_and(|heard| heard.status.means_money());
    let answer = GatewayAnswer {
        at,
        expires_at: Some(before.created_at.saturating_add(life_ms())),
        watched_until: Some(before.created_at.saturating_add(WATCHED_MS)),
        money_seen_at: has_money.then_some(at),
        is_late: false,
        gateway_id: found.gateway_id,
        payment_url: found.links.page,
        qr_text: found.links.drawn,
        qr: found.links.verdict,
        heard: found.heard,
        gateway_tax: None,
        request_id: found.request_id,
    };
    till.store.confirm(before.id, answer).await?;
    watch::answered(till, Method::Instalment);
    till.wake.ring();
    watch::tell_since(till, before).await
}

fn life_ms() -> UnixMs {
    i64::try_from(LONGEST_EXPIRY.as_millis()).unwrap_or_default()
}
