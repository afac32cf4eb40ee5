//! Refund, `POST /v2/payments/refund` (refund page): all of a paid transaction or nothing, under a new
//! reference. No page tells how to look one up, so an unknown refund goes on under its own reference and
//! key, or to a person.

use chrono::{DateTime, Utc};
use dong::Dong;
use gateway::{Answer, Priority};
use serde::Serialize;

use crate::amount::Money;
use crate::assumptions::REFUND_DONE;
use crate::body::Body;
use crate::client::{Call, Client, Effect};
use crate::config::Merchant;
use crate::error::{CallError, InvalidField, Reason};
use crate::reply::Reply;
use crate::text::{optional, required};
use crate::values::{IdempotencyKey, Lang, ReferenceId};
use crate::wire::Fields;

const PATH: &str = "/v2/payments/refund";

/// A paid transaction to be given back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refund {
    /// `merchantId`.
    pub merchant: Merchant,
    /// `referenceId` of the refund itself: new, and the same for every repeat.
    pub reference_id: ReferenceId,
    /// The reference of the transaction, which the refund's must not be.
    pub payment_reference_id: ReferenceId,
    /// `paymentTransId`, from the status or a notification.
    pub payment_trans_id: String,
    /// `amount.value`: exactly what the transaction was about, dong.
    pub paid_amount: Dong,
    /// `lang` of the answer's message.
    pub lang: Option<Lang>,
    /// `description`: why.
    pub description: Option<String>,
}

/// An accepted refund.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refunded {
    /// The echoed reference of the refund.
    pub reference_id: Option<String>,
    /// The gateway's id of the refund.
    pub refund_trans_id: Option<String>,
    /// What is given back, dong.
    pub amount: Option<Dong>,
    /// `resultMsg`.
    pub message: String,
    /// When the gateway answered, by its own clock.
    pub responded_at: Option<DateTime<Utc>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Wire<'a> {
    merchant_id: &'a str,
    reference_id: &'a ReferenceId,
    payment_trans_id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    lang: Option<Lang>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    amount: Money,
}

/// The exact bytes to store, sign and send.
///
/// # Errors
/// The first field that the gateway would refuse; nothing has been sent.
pub fn build_refund(refund: &Refund) -> Result<Body, InvalidField> {
    if refund.reference_id == refund.payment_reference_id {
        return Err(InvalidField::new("referenceId", Reason::NotNew));
    }
    Body::of(&Wire {
        merchant_id: refund.merchant.merchant_id(),
        reference_id: &refund.reference_id,
        payment_trans_id: required("paymentTransId", &refund.payment_trans_id)?,
        lang: refund.lang,
        description: optional("description", refund.description.as_deref())?,
        amount: Money::positive("amount.value", refund.paid_amount)?,
    })
}

impl Client {
    /// Sends the stored bytes of [`build_refund`]. After a failure of unknown certainty the money may be
    /// on its way back: send the same bytes under the same key or ask a person, never build another.
    ///
    /// # Errors
    /// Any [`CallError`].
    pub async fn send_refund(
        &self,
        body: &[u8],
        key: &IdempotencyKey,
        priority: Priority,
    ) -> Result<Answer<Refunded>, CallError> {
        let call = Call {
            path: PATH,
            body,
            key: Some(key),
            effect: Effect::MovesMoney,
            priority,
        };
        self.answered(call, |reply| read(reply, body)).await
    }
}

fn read(reply: &Reply, asked: &[u8]) -> Result<Refunded, CallError> {
    reply.must_be(REFUND_DONE)?;
    let fields = reply.fields();
    let amount = fields
        .dong(&["amount"])
        .map_err(|_| reply.unreadable("an amount that cannot be read"))?;
    let asked_fields = std::str::from_utf8(asked)
        .ok()
        .and_then(Fields::of)
        .unwrap_or_default();
    let asked = asked_fields.dong(&["amount"]).unwrap_or_default();
    if amount.is_some() && asked.is_some() && amount != asked {
        return Err(reply.unreadable("a refund of another amount"));
    }
    Ok(Refunded {
        reference_id: fields.text(&["referenceId"]),
        refund_trans_id: fields.text(&["refundTransId"]),
        amount,
        message: reply.message(),
        responded_at: fields.time(&["responseTime"]),
    })
}

#[cfg(test)]
mod tests {
    use gateway::Certainty;
    use testkit::ScriptedTransport;

    use super::*;

    fn refund() -> Refund {
        Refund {
            merchant: Merchant::new("FundiinVN", "STORE-01", "TIENVE").unwrap(),
            reference_id: ReferenceId::new("REF-1").unwrap(),
            payment_reference_id: ReferenceId::new("ORD123").unwrap(),
            payment_trans_id: "ORDCD31C0E1".to_owned(),
            paid_amount: Dong::new(100_000),
            lang: None,
            description: None,
        }
    }

    fn refunded(http_status: u16, body: &str) -> Result<Refunded, CallError> {
        let asked = build_refund(&refund()).unwrap();
        Reply::of(&ScriptedTransport::json(http_status, body), Effect::MovesMoney)
            .and_then(|reply| read(&reply, asked.as_bytes()))
    }

    #[test]
    fn the_body_has_the_whole_amount_and_a_new_reference() {
        let expected = r#"{"merchantId":"FundiinVN","referenceId":"REF-1","paymentTransId":"ORDCD31C0E1","amount":{"currency":"VND","value":100000}}"#;
        assert_eq!(build_refund(&refund()).unwrap().as_bytes(), expected.as_bytes());
        let field = |refund: Refund| build_refund(&refund).unwrap_err().to_string();
        assert_eq!(
            field(Refund {
                payment_reference_id: refund().reference_id,
                ..refund()
            }),
            "referenceId: not_new"
        );
        assert_eq!(
            field(Refund {
                payment_trans_id: String::new(),
                ..refund()
            }),
            "paymentTransId: missing"
        );
        assert_eq!(
            field(Refund {
                paid_amount: Dong::ZERO,
                ..refund()
            }),
            "amount.value: not_positive"
        );
    }

    #[test]
    fn the_sample_and_the_table_are_both_read() {
        let sample = refunded(200, include_str!("../../fixtures/refunded_page_sample.json")).unwrap();
        assert_eq!(sample.amount, Some(Dong::new(100_000)));
        let table = refunded(200, include_str!("../../fixtures/refunded.json")).unwrap();
        assert_eq!(table.refund_trans_id.as_deref(), Some("RF-1"));
        assert_eq!(table.responded_at, sample.responded_at);
    }

    #[test]
    fn what_may_have_moved_money_is_unknown() {
        for (http_status, body) in [
            (200, r#"{"resultStatus":"APPROVED","amount":99999}"#),
            (200, r#"{"resultStatus":"APPROVED","amount":"all"}"#),
            (200, r#"{"resultStatus":"ERROR_GENERAL"}"#),
            (200, r#"{"resultStatus":"DUPLICATE_REFERENCE_ID"}"#),
            (422, r#"{"resultStatus":"REQUEST_PROCESSING"}"#),
            (504, r#"{"resultStatus":"DOWNSTREAM_ERROR"}"#),
            (500, r#"{"resultStatus":"APPROVED"}"#),
            (200, "{}"),
        ] {
            let failure = refunded(http_status, body).unwrap_err().failure;
            assert_eq!(failure.certainty, Certainty::Unknown, "{body}");
        }
        let refused = refunded(200, r#"{"resultStatus":"INVALID_AMOUNT"}"#).unwrap_err();
        assert_eq!(refused.failure.certainty, Certainty::Refused);
    }
}
