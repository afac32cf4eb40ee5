//! What the gateway's status says about a payment of ours, and what its questions need.

use super::{MOST_MESSAGE_CHARS, refused_field, settings};
use crate::line::Line;
use crate::{Till, TillError};
use contract::ErrorCode;
use domain::{Gateway, GatewayStatus, Heard, UnixMs, text};
use fundiin::payments::TransactionStatus;
use fundiin::values::ReferenceId;
use fundiin::{Merchant, ResultStatus};

/// What one answer says. Paid is decided by `paymentStatus` alone; `resultStatus` gives the reason.
pub(crate) fn heard_of(told: &TransactionStatus, at: UnixMs) -> Heard {
    Heard {
        status: status_of(told),
        received: None,
        amount: told.amount,
        reason: told.result_status.as_ref().map(|word| word.as_str().to_owned()),
        message: Some(text::clean(&told.message, MOST_MESSAGE_CHARS)).filter(|said| !said.is_empty()),
        at,
    }
}

fn status_of(told: &TransactionStatus) -> GatewayStatus {
    match (&told.payment_status, &told.result_status) {
        (Some(word), _) => GatewayStatus::from_wire(Gateway::Fundiin, word.as_str()),
        (None, Some(ResultStatus::Expired | ResultStatus::Cancelled)) => GatewayStatus::Fail,
        (None, Some(ResultStatus::Waiting)) => GatewayStatus::Waiting,
        (None, Some(ResultStatus::Pending)) => GatewayStatus::Pending,
        (None, result) => {
            let word = result.as_ref().map_or("", ResultStatus::as_str);
            // A reason alone must never read as a state when it is stored and read back.
            GatewayStatus::Other(format!("resultStatus {word}"))
        }
    }
}

/// Who asks: the shop's ids at the gateway.
///
/// # Errors
/// `instalment_not_set_up`.
pub(crate) async fn merchant_of(till: &Till, line: &Line) -> Result<Merchant, TillError> {
    let stored = settings::stored(till, line).await?;
    let merchant = Merchant::new(&stored.merchant_id, &stored.store_id, &stored.platform_id);
    merchant.map_err(|_| ErrorCode::InstalmentNotSetUp.into())
}

/// A payment's reference, as the client takes it.
pub(crate) fn reference_of(reference: &str) -> Result<ReferenceId, TillError> {
    ReferenceId::new(reference).map_err(|invalid| refused_field(&invalid))
}

#[cfg(test)]
mod tests {
    use super::*;
    use dong::Dong;
    use fundiin::payments::PaymentStatus;

    fn told(payment: Option<&str>, result: Option<&str>) -> Heard {
        let status = TransactionStatus {
            reference_id: None,
            store_id: None,
            amount: Some(Dong::new(1)),
            payment_trans_id: None,
            payment_status: payment.map(PaymentStatus::from_text),
            result_status: result.map(ResultStatus::from_text),
            message: "Đang\u{202E} xử lý".to_owned(),
            channel: None,
            paid_by: None,
            customer_id: None,
            first_part: None,
            paid_at: None,
            responded_at: None,
        };
        heard_of(&status, 5)
    }

    #[test]
    fn only_the_payments_state_says_paid() {
        assert_eq!(told(Some("SUCCESS"), None).status, GatewayStatus::Success);
        let reason_alone = told(None, Some("SUCCESS"));
        assert!(!reason_alone.status.means_money());
        let read_back = GatewayStatus::from_wire(Gateway::Fundiin, reason_alone.status.as_str());
        assert!(!read_back.means_money());
    }

    #[test]
    fn a_reason_without_a_state_ends_or_waits() {
        assert_eq!(told(None, Some("EXPIRED")).status, GatewayStatus::Fail);
        assert_eq!(told(None, Some("CANCELLED")).status, GatewayStatus::Fail);
        assert_eq!(told(None, Some("WAITING")).status, GatewayStatus::Waiting);
        assert_eq!(told(None, Some("PENDING")).status, GatewayStatus::Pending);
    }

    #[test]
    fn words_lose_what_hides_or_turns_them() {
        assert_eq!(told(None, None).message.as_deref(), Some("Đang xử lý"));
    }
}
