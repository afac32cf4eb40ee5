//! Cancel, `POST /v2/payments/cancel` (cancel page): ends a transaction that is not paid.

use gateway::{Answer, Priority};
use serde::Serialize;

use crate::body::Body;
use crate::client::{Call, Client, Effect};
use crate::config::Merchant;
use crate::error::{CallError, InvalidField};
use crate::reply::Reply;
use crate::result_status::ResultStatus;
use crate::text::optional;
use crate::values::{IdempotencyKey, Lang, ReferenceId};

const PATH: &str = "/v2/payments/cancel";

/// A transaction to be cancelled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cancel {
    /// `merchantId`.
    pub merchant: Merchant,
    /// `referenceId` of the transaction.
    pub reference_id: ReferenceId,
    /// `lang` of the answer's message.
    pub lang: Option<Lang>,
    /// `description`: why.
    pub description: Option<String>,
}

/// What became of the wish to cancel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CancelOutcome {
    /// Cancelled: the customer cannot pay any more.
    Cancelled,
    /// The customer is paying right now, or a cancel is still running: ask for the status.
    InProgress,
    /// Paid before it could be cancelled: only a refund is left.
    AlreadyPaid,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Wire<'a> {
    merchant_id: &'a str,
    reference_id: &'a ReferenceId,
    #[serde(skip_serializing_if = "Option::is_none")]
    lang: Option<Lang>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
}

/// The exact bytes to store, sign and send.
///
/// # Errors
/// `description` when it has control characters.
pub fn build_cancel(cancel: &Cancel) -> Result<Body, InvalidField> {
    Body::of(&Wire {
        merchant_id: cancel.merchant.merchant_id(),
        reference_id: &cancel.reference_id,
        lang: cancel.lang,
        description: optional("description", cancel.description.as_deref())?,
    })
}

impl Client {
    /// Sends the stored bytes of [`build_cancel`]; repeat it only under the same key.
    ///
    /// # Errors
    /// Any [`CallError`].
    pub async fn send_cancel(
        &self,
        body: &[u8],
        key: &IdempotencyKey,
        priority: Priority,
    ) -> Result<Answer<CancelOutcome>, CallError> {
        let call = Call {
            path: PATH,
            body,
            key: Some(key),
            effect: Effect::Cancels,
            priority,
        };
        self.answered(call, read).await
    }
}

fn read(reply: &Reply) -> Result<CancelOutcome, CallError> {
    match reply.status() {
        Some(ResultStatus::Approved) if reply.is_success() => Ok(CancelOutcome::Cancelled),
        Some(ResultStatus::PaymentAlreadyCompleted) => Ok(CancelOutcome::AlreadyPaid),
        // The page's prose and its table use one word each for the same.
        Some(ResultStatus::PaymentInProgress | ResultStatus::RequestProcessing) => {
            Ok(CancelOutcome::InProgress)
        }
        _ => Err(reply.declined()),
    }
}

#[cfg(test)]
mod tests {
    use gateway::{Certainty, Code};
    use testkit::ScriptedTransport;

    use super::*;

    fn outcome(http_status: u16, body: &str) -> Result<CancelOutcome, CallError> {
        Reply::of(&ScriptedTransport::json(http_status, body), Effect::Cancels).and_then(|reply| read(&reply))
    }

    #[test]
    fn the_body_names_the_transaction() {
        let cancel = Cancel {
            merchant: Merchant::new("FundiinVN", "STORE-01", "TIENVE").unwrap(),
            reference_id: ReferenceId::new("ORD123").unwrap(),
            lang: Some(Lang::Vi),
            description: Some("Khách đổi ý".to_owned()),
        };
        let expected =
            r#"{"merchantId":"FundiinVN","referenceId":"ORD123","lang":"vi","description":"Khách đổi ý"}"#;
        assert_eq!(build_cancel(&cancel).unwrap().as_bytes(), expected.as_bytes());
        let hostile = Cancel {
            description: Some("\u{7}".to_owned()),
            ..cancel
        };
        assert_eq!(build_cancel(&hostile).unwrap_err().field, "description");
    }

    #[test]
    fn every_documented_answer_has_its_outcome() {
        let sample = include_str!("../../fixtures/cancelled.json");
        assert_eq!(outcome(200, sample), Ok(CancelOutcome::Cancelled));
        for http_status in [200, 409, 422] {
            for word in ["PAYMENT_INPROGRESS", "REQUEST_PROCESSING"] {
                let body = format!("{{\"resultStatus\":\"{word}\"}}");
                assert_eq!(outcome(http_status, &body), Ok(CancelOutcome::InProgress));
            }
        }
        assert_eq!(
            outcome(400, r#"{"resultStatus":"PAYMENT_ALREADY_COMPLETED"}"#),
            Ok(CancelOutcome::AlreadyPaid)
        );
    }

    #[test]
    fn everything_else_is_a_failure() {
        let known = |http_status, body| {
            let failure = outcome(http_status, body).unwrap_err().failure;
            (failure.code, failure.certainty)
        };
        assert_eq!(
            known(200, r#"{"resultStatus":"INVALID_REFERENCE_ID"}"#),
            (Code::Validation, Certainty::Refused)
        );
        assert_eq!(
            known(500, r#"{"resultStatus":"APPROVED"}"#),
            (Code::UnreadableAnswer, Certainty::Unknown)
        );
        assert_eq!(
            known(200, r#"{"resultStatus":"CANCELLED"}"#),
            (Code::UnreadableAnswer, Certainty::Unknown)
        );
    }
}
