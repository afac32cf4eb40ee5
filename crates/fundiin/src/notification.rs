//! Payment Notification (notification and webhook pages): proves a notice by its signature over the raw
//! bytes, then reads it. It may come twice, late and out of order, so the receiver compares merchant and
//! amount with the sale, acts once per [`NoticeKey`], and asks for the status when in doubt.

use std::fmt;

use chrono::{DateTime, Utc};
use dong::Dong;
use gateway::SecretText;

use crate::payments::{Channel, PaidBy, PaymentStatus};
use crate::result_status::ResultStatus;
use crate::sign::is_signed;
use crate::wire::Fields;

/// The documented acknowledgement: this HTTP status with an empty body.
pub const ACKNOWLEDGED: u16 = 204;

/// Largest notice that is looked at, bytes.
const MAX_BYTES: usize = 256 * 1024;

/// Why a notice is not believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum NotificationError {
    /// Not signed by the gateway over these bytes.
    #[error("notice_bad_signature")]
    BadSignature,
    /// Signed, and not what the page describes.
    #[error("notice_unreadable")]
    Unreadable,
}

impl NotificationError {
    /// The stable text.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::BadSignature => "notice_bad_signature",
            Self::Unreadable => "notice_unreadable",
        }
    }
}

/// What makes two notices the same.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct NoticeKey {
    /// Our own reference.
    pub reference_id: String,
    /// The gateway's id of the payment.
    pub payment_trans_id: Option<String>,
    /// State of the payment.
    pub payment_status: PaymentStatus,
}

/// A proved notice.
#[derive(Clone, PartialEq, Eq)]
pub struct Notification {
    /// The merchant; to be compared with our own.
    pub merchant_id: Option<String>,
    /// The store.
    pub store_id: Option<String>,
    /// Reference, payment and state together.
    pub key: NoticeKey,
    /// Amount of the transaction; to be compared with the sale's.
    pub amount: Option<Dong>,
    /// What the shop must take first, dong; only with [`PaidBy::InStore`].
    pub first_part: Option<Dong>,
    /// What the customer pays with.
    pub paid_by: Option<PaidBy>,
    /// Where the customer pays.
    pub channel: Option<Channel>,
    /// The reason for the state, or its name again.
    pub result_status: Option<ResultStatus>,
    /// `resultMsg`.
    pub message: String,
    /// The gateway's id of the customer.
    pub customer_id: Option<String>,
    /// When it was completed.
    pub paid_at: Option<DateTime<Utc>>,
}

impl Notification {
    /// Proves and reads `body` as it came, with the value of its `Signature` header.
    ///
    /// # Errors
    /// Why it is not believed.
    pub fn prove(secret: &SecretText, signature: &str, body: &[u8]) -> Result<Self, NotificationError> {
        if body.len() > MAX_BYTES || !is_signed(secret, body, signature) {
            return Err(NotificationError::BadSignature);
        }
        std::str::from_utf8(body)
            .ok()
            .and_then(Fields::of)
            .and_then(|fields| Self::read(&fields))
            .ok_or(NotificationError::Unreadable)
    }

    /// Whether the gateway says that it is paid: by `paymentStatus` alone.
    #[must_use]
    pub fn is_paid(&self) -> bool {
        self.key.payment_status == PaymentStatus::Success
    }

    fn read(fields: &Fields) -> Option<Self> {
        Some(Self {
            merchant_id: fields.text(&["merchantId"]),
            store_id: fields.text(&["storeId"]),
            key: NoticeKey {
                reference_id: fields.text(&["referenceId"])?,
                payment_trans_id: fields.text(&["paymentTransId"]),
                payment_status: PaymentStatus::read(fields, "paymentStatus")?,
            },
            amount: fields.dong(&["amount"]).ok()?,
            first_part: fields.dong(&["downPaymentAmount"]).ok()?,
            paid_by: PaidBy::read(fields, "paymentMethod"),
            channel: Channel::read(fields, "paymentChannel"),
            result_status: fields
                .text(&["resultStatus"])
                .map(|text| ResultStatus::from_text(&text)),
            message: fields.text(&["resultMsg"]).unwrap_or_default(),
            customer_id: fields.text(&["customerId"]),
            paid_at: fields.time(&["paymentTime"]),
        })
    }
}

impl fmt::Debug for Notification {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Notification")
            .field("key", &self.key)
            .field("amount", &self.amount)
            .field("first_part", &self.first_part)
            .field("result_status", &self.result_status)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sign::sign;

    const SECRET: &str = "sandbox_secret_key";
    const SIGNATURE: &str = "28a612a6e2b2609fd7a78548690397b9ba0b356ed991ea90770681d3f9936318";

    fn sample() -> &'static str {
        include_str!("../fixtures/notification.json").trim_end()
    }

    fn proved(body: &str) -> Result<Notification, NotificationError> {
        let secret = SecretText::from(SECRET);
        let signature = sign(&secret, body.as_bytes());
        Notification::prove(&secret, signature.expose(), body.as_bytes())
    }

    #[test]
    fn the_published_notice_with_its_published_signature_is_read() {
        let secret = SecretText::from(SECRET);
        let notice = Notification::prove(&secret, SIGNATURE, sample().as_bytes()).unwrap();
        assert!(notice.is_paid());
        assert_eq!(notice.key.reference_id, "ORD123");
        assert_eq!(notice.key.payment_trans_id.as_deref(), Some("ORDCD31C0E1"));
        assert_eq!(
            (notice.amount, notice.first_part),
            (Some(Dong::new(400_000)), Some(Dong::new(100_000)))
        );
        assert_eq!(
            (notice.paid_by, notice.channel),
            (Some(PaidBy::InStore), Some(Channel::Pos))
        );
        assert_eq!(notice.paid_at.unwrap().timestamp(), 1_754_622_765);
    }

    #[test]
    fn other_bytes_another_secret_or_another_form_of_signature_is_refused() {
        let secret = SecretText::from(SECRET);
        let refused = |secret: &SecretText, signature: &str, body: &str| {
            Notification::prove(secret, signature, body.as_bytes()) == Err(NotificationError::BadSignature)
        };
        assert!(refused(&secret, SIGNATURE, &format!("{}\n", sample())));
        assert!(refused(&secret, SIGNATURE, &sample().replace("400000", "400001")));
        assert!(refused(&SecretText::from("other"), SIGNATURE, sample()));
        assert!(refused(&secret, &SIGNATURE.to_uppercase(), sample()));
        assert!(refused(&secret, &hex::encode(SIGNATURE), sample()));
        assert!(refused(&secret, "", sample()));
    }

    #[test]
    fn absent_and_null_keys_are_alike() {
        let bare = proved(r#"{"referenceId":"R","paymentStatus":"FAIL"}"#).unwrap();
        let nulls = proved(
            r#"{"merchantId":null,"referenceId":"R","amount":null,"downPaymentAmount":null,"paymentTransId":null,"paymentMethod":null,"paymentChannel":null,"paymentStatus":"FAIL","resultStatus":null,"resultMsg":null,"customerId":null,"paymentTime":null}"#,
        );
        assert_eq!(Ok(bare.clone()), nulls);
        assert!(!bare.is_paid() && bare.key.payment_status.is_final());
    }

    #[test]
    fn a_signed_notice_that_makes_no_sense_is_unreadable() {
        for body in [
            "",
            "[]",
            "{}",
            r#"{"referenceId":"R"}"#,
            r#"{"paymentStatus":"SUCCESS"}"#,
            r#"{"referenceId":"R","paymentStatus":"SUCCESS","amount":"1.5"}"#,
            r#"{"referenceId":"R","paymentStatus":"SUCCESS","downPaymentAmount":{"value":1,"currency":"USD"}}"#,
        ] {
            assert_eq!(proved(body), Err(NotificationError::Unreadable), "{body}");
        }
    }

    #[test]
    fn codes_are_the_texts() {
        for error in [NotificationError::BadSignature, NotificationError::Unreadable] {
            assert_eq!(error.code(), error.to_string());
        }
    }
}
