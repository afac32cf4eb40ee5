//! Confirm In-Store Payment, `POST /v2/payments/confirm-store` (in-store page): the shop says that it has
//! taken the first part, after a notification asked for it.

use chrono::{DateTime, Utc};
use dong::Dong;
use gateway::{Answer, Priority};
use serde::Serialize;

use super::words::PaymentStatus;
use crate::amount::Money;
use crate::body::Body;
use crate::client::{Call, Client, Effect};
use crate::config::Merchant;
use crate::error::{CallError, InvalidField};
use crate::reply::Reply;
use crate::result_status::ResultStatus;
use crate::text::optional;
use crate::values::{IdempotencyKey, ReferenceId, Tender};

const PATH: &str = "/v2/payments/confirm-store";

/// A first part that the shop has taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfirmStore {
    /// `merchantId` and `storeId`.
    pub merchant: Merchant,
    /// `referenceId` of the transaction.
    pub reference_id: ReferenceId,
    /// `downPaymentAmount.value` as the notification asked for it, dong.
    pub first_part: Dong,
    /// `tenderType`.
    pub tender: Tender,
    /// `storePaymentRef`: the shop's own receipt number.
    pub store_payment_ref: Option<String>,
    /// `cashierId`.
    pub cashier_id: Option<String>,
    /// `description`.
    pub description: Option<String>,
    /// `extraData`, for the merchant's own use; sent byte for byte.
    pub extra_data: Option<String>,
}

/// An accepted confirmation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoreConfirmation {
    /// Our own reference.
    pub reference_id: Option<String>,
    /// The gateway's id of the payment.
    pub payment_trans_id: Option<String>,
    /// State of the payment; an accepted confirmation alone does not say "paid".
    pub payment_status: Option<PaymentStatus>,
    /// When it was completed.
    pub paid_at: Option<DateTime<Utc>>,
    /// `resultMsg`.
    pub message: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Wire<'a> {
    merchant_id: &'a str,
    reference_id: &'a ReferenceId,
    store_id: &'a str,
    down_payment_amount: Money,
    tender_type: Tender,
    #[serde(skip_serializing_if = "Option::is_none")]
    store_payment_ref: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cashier_id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    extra_data: Option<&'a str>,
}

/// The exact bytes to store, sign and send.
///
/// # Errors
/// The first field that the gateway would refuse; nothing has been sent.
pub fn build_confirm_store(confirm: &ConfirmStore) -> Result<Body, InvalidField> {
    Body::of(&Wire {
        merchant_id: confirm.merchant.merchant_id(),
        reference_id: &confirm.reference_id,
        store_id: confirm.merchant.store_id(),
        down_payment_amount: Money::positive("downPaymentAmount.value", confirm.first_part)?,
        tender_type: confirm.tender,
        store_payment_ref: optional("storePaymentRef", confirm.store_payment_ref.as_deref())?,
        cashier_id: optional("cashierId", confirm.cashier_id.as_deref())?,
        description: optional("description", confirm.description.as_deref())?,
        extra_data: confirm.extra_data.as_deref(),
    })
}

impl Client {
    /// Sends the stored bytes of [`build_confirm_store`]. After a failure of unknown certainty send the
    /// same bytes under the same key, or ask for the status.
    ///
    /// # Errors
    /// Any [`CallError`].
    pub async fn send_confirm_store(
        &self,
        body: &[u8],
        key: &IdempotencyKey,
        priority: Priority,
    ) -> Result<Answer<StoreConfirmation>, CallError> {
        let call = Call {
            path: PATH,
            body,
            key: Some(key),
            effect: Effect::MovesMoney,
            priority,
        };
        self.answered(call, read).await
    }
}

fn read(reply: &Reply) -> Result<StoreConfirmation, CallError> {
    reply.must_be(&[ResultStatus::Approved])?;
    let fields = reply.fields();
    Ok(StoreConfirmation {
        reference_id: fields.text(&["referenceId"]),
        payment_trans_id: fields.text(&["paymentTransId"]),
        payment_status: PaymentStatus::read(fields, "paymentStatus"),
        paid_at: fields.time(&["paymentTime"]),
        message: reply.message(),
    })
}

#[cfg(test)]
mod tests {
    use gateway::Certainty;
    use testkit::ScriptedTransport;

    use super::*;

    fn confirmed(body: &str) -> Result<StoreConfirmation, CallError> {
        Reply::of(&ScriptedTransport::json(200, body), Effect::MovesMoney).and_then(|reply| read(&reply))
    }

    #[test]
    fn the_body_tells_amount_tender_and_the_shops_receipt() {
        let confirm = ConfirmStore {
            merchant: Merchant::new("FundiinVN", "STORE-01", "TIENVE").unwrap(),
            reference_id: ReferenceId::new("ORD123").unwrap(),
            first_part: Dong::new(100_000),
            tender: Tender::Cash,
            store_payment_ref: Some("PT-0001".to_owned()),
            cashier_id: None,
            description: None,
            extra_data: Some("{\"till\":1}".to_owned()),
        };
        let expected = r#"{"merchantId":"FundiinVN","referenceId":"ORD123","storeId":"STORE-01","downPaymentAmount":{"currency":"VND","value":100000},"tenderType":"CASH","storePaymentRef":"PT-0001","extraData":"{\"till\":1}"}"#;
        assert_eq!(
            build_confirm_store(&confirm).unwrap().as_bytes(),
            expected.as_bytes()
        );
        let nothing = ConfirmStore {
            first_part: Dong::ZERO,
            ..confirm
        };
        assert_eq!(
            build_confirm_store(&nothing).unwrap_err().field,
            "downPaymentAmount.value"
        );
    }

    #[test]
    fn the_answers_time_is_read_although_it_is_utc() {
        let read = confirmed(include_str!("../../fixtures/confirmed_in_store.json")).unwrap();
        assert_eq!(read.payment_status, Some(PaymentStatus::Success));
        assert_eq!(read.paid_at.unwrap().timestamp(), 1_754_622_605);
    }

    #[test]
    fn a_running_confirmation_is_unknown() {
        let failure = confirmed(r#"{"resultStatus":"REQUEST_PROCESSING"}"#)
            .unwrap_err()
            .failure;
        assert_eq!(failure.certainty, Certainty::Unknown);
    }
}
