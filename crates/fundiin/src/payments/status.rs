//! Transaction Status, `POST /v2/payments/status` (status page). Only reads, so it carries no key: a key
//! would have the gateway repeat its first answer.

use chrono::{DateTime, Utc};
use dong::Dong;
use gateway::{Answer, Priority};
use serde::Serialize;

use super::words::{Channel, PaidBy, PaymentStatus};
use crate::assumptions::FIRST_PART_FIELD;
use crate::body::Body;
use crate::client::{Call, Client, Effect};
use crate::config::Merchant;
use crate::error::{CallError, InvalidField};
use crate::reply::Reply;
use crate::result_status::ResultStatus;
use crate::values::{Lang, ReferenceId};

const PATH: &str = "/v2/payments/status";

/// What the gateway knows of a transaction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TransactionStatus {
    /// Our own reference.
    pub reference_id: Option<String>,
    /// The store.
    pub store_id: Option<String>,
    /// Amount of the transaction, to be compared with the sale's.
    pub amount: Option<Dong>,
    /// The gateway's own id; a refund needs it.
    pub payment_trans_id: Option<String>,
    /// State of the payment; none when the gateway did not say.
    pub payment_status: Option<PaymentStatus>,
    /// The reason for the state, or its name again.
    pub result_status: Option<ResultStatus>,
    /// `resultMsg`.
    pub message: String,
    /// Where the customer paid, once paid.
    pub channel: Option<Channel>,
    /// What the customer paid with, once paid.
    pub paid_by: Option<PaidBy>,
    /// The gateway's id of the customer.
    pub customer_id: Option<String>,
    /// The first part that the shop has to take: documented in the notification only, read here when the gateway sends it, dong.
    pub first_part: Option<Dong>,
    /// When it was completed.
    pub paid_at: Option<DateTime<Utc>>,
    /// When the gateway answered, by its own clock.
    pub responded_at: Option<DateTime<Utc>>,
}

impl TransactionStatus {
    /// Whether the gateway says that it is paid: by `paymentStatus` alone.
    #[must_use]
    pub fn is_paid(&self) -> bool {
        self.payment_status == Some(PaymentStatus::Success)
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Wire<'a> {
    merchant_id: &'a str,
    reference_id: &'a ReferenceId,
    #[serde(skip_serializing_if = "Option::is_none")]
    lang: Option<Lang>,
}

impl Client {
    /// Asks what became of a transaction.
    ///
    /// # Errors
    /// Any [`CallError`]; its certainty is about this question only, never about the transaction.
    pub async fn transaction_status(
        &self,
        merchant: &Merchant,
        reference_id: &ReferenceId,
        lang: Option<Lang>,
        priority: Priority,
    ) -> Result<Answer<TransactionStatus>, CallError> {
        let body = build(merchant, reference_id, lang).map_err(|invalid| unsendable(&invalid))?;
        let call = Call {
            path: PATH,
            body: body.as_bytes(),
            key: None,
            effect: Effect::Reads,
            priority,
        };
        self.answered(call, read).await
    }
}

fn build(merchant: &Merchant, reference_id: &ReferenceId, lang: Option<Lang>) -> Result<Body, InvalidField> {
    Body::of(&Wire {
        merchant_id: merchant.merchant_id(),
        reference_id,
        lang,
    })
}

fn unsendable(invalid: &InvalidField) -> CallError {
    gateway::Failure::not_sent(gateway::Code::BadRequest, &invalid.to_string()).into()
}

fn read(reply: &Reply) -> Result<TransactionStatus, CallError> {
    let fields = reply.fields();
    let payment_status = PaymentStatus::read(fields, "paymentStatus");
    let is_about_payment = reply.status().is_some_and(ResultStatus::is_about_payment);
    if !reply.is_success() || (payment_status.is_none() && !is_about_payment) {
        return Err(reply.declined());
    }
    let amount = fields
        .dong(&["amount"])
        .map_err(|_| reply.unreadable("an amount that cannot be read"))?;
    Ok(TransactionStatus {
        reference_id: fields.text(&["referenceId"]),
        store_id: fields.text(&["storeId"]),
        amount,
        payment_trans_id: fields.text(&["paymentTransId"]),
        payment_status,
        result_status: reply.status().cloned(),
        message: reply.message(),
        channel: Channel::read(fields, "paymentChannel"),
        paid_by: PaidBy::read(fields, "paymentMethod"),
        customer_id: fields.text(&["customerId"]),
        first_part: fields
            .dong(&[FIRST_PART_FIELD])
            .unwrap_or_default()
            .filter(|part| !part.is_negative() && !part.is_zero()),
        paid_at: fields.time(&["paymentTime"]),
        responded_at: fields.time(&["responseTime"]),
    })
}

#[cfg(test)]
mod tests {
    use gateway::Code;
    use testkit::ScriptedTransport;

    use super::*;

    fn status(http_status: u16, body: &str) -> Result<TransactionStatus, CallError> {
        Reply::of(&ScriptedTransport::json(http_status, body), Effect::Reads).and_then(|reply| read(&reply))
    }

    #[test]
    fn a_paid_transaction_is_read_with_everything() {
        let paid = status(200, include_str!("../../fixtures/status_paid.json")).unwrap();
        assert!(paid.is_paid());
        assert_eq!(paid.amount, Some(Dong::new(400_000)));
        assert_eq!(paid.payment_trans_id.as_deref(), Some("ORDCD31C0E1"));
        assert_eq!(
            (paid.channel, paid.paid_by),
            (Some(Channel::Pos), Some(PaidBy::Card))
        );
        assert_eq!(paid.paid_at.unwrap().timestamp(), 1_754_622_765);
    }

    #[test]
    fn the_pages_odd_sample_is_read_and_does_not_count_as_paid() {
        let odd = status(200, include_str!("../../fixtures/status_page_sample.json")).unwrap();
        assert_eq!(
            (odd.amount, odd.payment_status.clone()),
            (Some(Dong::new(100_000)), None)
        );
        assert_eq!(odd.result_status, Some(ResultStatus::Success));
        assert_eq!(odd.responded_at.unwrap().timestamp(), 1_689_315_609);
        assert!(!odd.is_paid());
    }

    #[test]
    fn a_first_part_is_read_where_the_gateway_sends_it() {
        let read = |body| status(200, body).unwrap().first_part;
        let awaited = r#"{"paymentStatus":"PENDING","paymentMethod":"IN_STORE_PAYMENT","downPaymentAmount":{"value":900000,"currency":"VND"}}"#;
        assert_eq!(read(awaited), Some(Dong::new(900_000)));
        for none in [
            r#"{"paymentStatus":"PENDING"}"#,
            r#"{"paymentStatus":"PENDING","downPaymentAmount":null}"#,
            r#"{"paymentStatus":"PENDING","downPaymentAmount":0}"#,
            r#"{"paymentStatus":"PENDING","downPaymentAmount":"nhiều"}"#,
        ] {
            assert_eq!(read(none), None, "{none}");
        }
    }

    #[test]
    fn a_reason_beside_a_state_is_no_failure() {
        let ended = status(200, r#"{"paymentStatus":"FAIL","resultStatus":"EXPIRED"}"#).unwrap();
        assert_eq!(ended.payment_status, Some(PaymentStatus::Fail));
        let declined = status(200, r#"{"paymentStatus":"FAIL","resultStatus":"ERROR_GENERAL"}"#).unwrap();
        assert_eq!(declined.result_status, Some(ResultStatus::ErrorGeneral));
        let held = status(200, r#"{"paymentStatus":"ON_HOLD","resultStatus":"NEW"}"#).unwrap();
        assert!(!held.is_paid());
    }

    #[test]
    fn without_a_state_it_is_a_failure() {
        let code = |http_status, body| status(http_status, body).unwrap_err().failure.code;
        assert_eq!(
            code(200, r#"{"resultStatus":"INVALID_REFERENCE_ID"}"#),
            Code::Validation
        );
        assert_eq!(
            code(200, r#"{"resultStatus":"APPROVED"}"#),
            Code::UnreadableAnswer
        );
        assert_eq!(code(200, "{}"), Code::UnreadableAnswer);
        assert_eq!(
            code(500, r#"{"paymentStatus":"SUCCESS","resultStatus":"SUCCESS"}"#),
            Code::UnreadableAnswer
        );
        assert_eq!(
            code(200, r#"{"paymentStatus":"SUCCESS","amount":"nhiều"}"#),
            Code::UnreadableAnswer
        );
    }
}
