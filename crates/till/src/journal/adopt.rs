//! The gateway's record of an intent becomes its payment.

use crate::payments::judge_qr;
use crate::watch::{WATCHED_MS, heard_of};
use crate::{Till, TillError};
use domain::{PaymentId, UnixMs};
use finan_one::payments::{LINK_LIFE, Payment as Record};
use gateway::Answer;
use store::GatewayAnswer;

/// Keeps all that the gateway gave: its id, link, QR (judged by the guard) and status.
pub(crate) async fn adopt(
    till: &Till,
    id: PaymentId,
    sent_at: UnixMs,
    answer: Answer<Record>,
) -> Result<(), TillError> {
    let payment = till.store.payment(id).await?;
    let record = answer.value;
    let text = record.qr_code.as_deref();
    let qr = judge_qr(
        till,
        payment.environment,
        &payment.account_id,
        text,
        payment.amount,
    )
    .await?;
    let at = till.now();
    let heard = heard_of(&record, at);
    let has_money = heard.status.means_money();
    let link_life = i64::try_from(LINK_LIFE.as_millis()).unwrap_or_default();
    till.store
        .confirm(
            id,
            GatewayAnswer {
                at,
                gateway_id: record.payment_request_id,
                payment_url: record.payment_url,
                qr_text: record.qr_code,
                qr,
                expires_at: Some(sent_at.saturating_add(link_life)),
                watched_until: Some(sent_at.saturating_add(WATCHED_MS)),
                heard: Some(heard),
                money_seen_at: has_money.then_some(at),
                is_late: false,
                request_id: answer.request_id,
            },
        )
        .await?;
    till.freshness().answered(at);
    let payment = till.store.payment(id).await?;
    till.wake.ring();
    crate::watch::tell(till, &payment, true).await
}
