//! A payment as the gateway describes it, whatever its status word is.

use std::fmt;

use chrono::{DateTime, Utc};
use dong::Dong;
use gateway::Failure;

use crate::accounts::{AccountNumber, read_account_number};
use crate::assumptions::{
    ACCOUNT_NAME_FIELDS, AMOUNT_FIELDS, BANK_CODE_FIELDS, BANK_TRANSFER_FIELDS, CREATED_AT_FIELDS,
    DESCRIPTION_FIELDS, EXPIRES_AT_FIELDS, PAID_AT_FIELDS, PAYMENT_ID_FIELDS, QR_FIELDS, RECEIVED_FIELDS,
    REFERENCE_FIELDS,
};
use crate::envelope::Envelope;
use crate::wire::Fields;

/// A payment request. `Debug` shows neither the QR nor the link nor what it is for.
#[derive(Clone, PartialEq, Eq)]
pub struct Payment {
    /// The id to ask for it by.
    pub payment_request_id: String,
    /// Hosted page for the payer.
    pub payment_url: Option<String>,
    /// QR of the bank transfer as sent; not checked here.
    pub qr_code: Option<String>,
    /// Number of the receiving account, as the gateway shows it beside the QR.
    pub account_number: Option<AccountNumber>,
    /// Holder of the receiving account.
    pub account_name: Option<String>,
    /// Bank of the receiving account.
    pub bank_code: Option<String>,
    /// The gateway's word, kept as it is (`unpaid`, `paid`, `partial_paid`, `extra_paid`, or another);
    /// empty when it sent none.
    pub status: String,
    /// What was asked for.
    pub amount: Option<Dong>,
    /// What has come in.
    pub received: Option<Dong>,
    /// Our own reference.
    pub reference_id: Option<String>,
    /// What it is for.
    pub description: Option<String>,
    /// When it was made.
    pub created_at: Option<DateTime<Utc>>,
    /// When the money came.
    pub paid_at: Option<DateTime<Utc>>,
    /// When the link ends, if the gateway says.
    pub expires_at: Option<DateTime<Utc>>,
}

impl Payment {
    /// None without an id, or with an amount that cannot be read: money is never guessed.
    pub(super) fn read(fields: &Fields) -> Option<Self> {
        let transfer = fields.object(BANK_TRANSFER_FIELDS).unwrap_or_default();
        Some(Self {
            payment_request_id: fields.text(PAYMENT_ID_FIELDS).filter(|id| !id.is_empty())?,
            payment_url: fields.text(&["payment_url"]),
            qr_code: transfer
                .text(QR_FIELDS)
                .or_else(|| fields.text(QR_FIELDS))
                .filter(|qr| !qr.is_empty()),
            account_number: read_account_number(&transfer),
            account_name: transfer.text(ACCOUNT_NAME_FIELDS),
            bank_code: transfer.text(BANK_CODE_FIELDS),
            status: fields.text(&["status"]).unwrap_or_default(),
            amount: fields.dong(AMOUNT_FIELDS).ok()?,
            received: fields.dong(RECEIVED_FIELDS).ok()?,
            reference_id: fields.text(REFERENCE_FIELDS),
            description: fields.text(DESCRIPTION_FIELDS),
            created_at: fields.time(CREATED_AT_FIELDS),
            paid_at: fields.time(PAID_AT_FIELDS),
            expires_at: fields.time(EXPIRES_AT_FIELDS),
        })
    }
}

impl fmt::Debug for Payment {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Payment")
            .field("payment_request_id", &self.payment_request_id)
            .field("status", &self.status)
            .field("amount", &self.amount)
            .field("received", &self.received)
            .field("reference_id", &self.reference_id)
            .finish_non_exhaustive()
    }
}

pub(super) fn read_one(envelope: &Envelope) -> Result<Payment, Failure> {
    Payment::read(&envelope.object()?)
        .ok_or_else(|| envelope.unreadable("a payment without an id or with an unreadable amount"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Option<Payment> {
        Payment::read(&Fields::of(json).unwrap())
    }

    #[test]
    fn both_spellings_of_the_transfer_are_read() {
        for name in ["bank_transfer_detail", "bank_transfer_details"] {
            let json = format!(
                r#"{{"payment_request_id":"p","{name}":{{"qr_code":"0002","account_number":12345678}}}}"#
            );
            let payment = read(&json).unwrap();
            assert_eq!(payment.qr_code.as_deref(), Some("0002"));
            assert_eq!(payment.account_number.unwrap().as_str(), "12345678");
        }
        assert_eq!(
            read(r#"{"payment_request_id":"p","bank_transfer_detail":null}"#)
                .unwrap()
                .qr_code,
            None
        );
    }

    #[test]
    fn unknown_statuses_and_fields_are_kept_or_ignored() {
        let payment = read(r#"{"payment_request_id":"p","status":"Tạm_giữ","new":{"deep":[1]}}"#).unwrap();
        assert_eq!(payment.status, "Tạm_giữ");
        assert_eq!(read(r#"{"id":"p"}"#).unwrap().status, "");
    }

    #[test]
    fn every_name_of_the_received_sum_is_known() {
        for name in RECEIVED_FIELDS {
            let json = format!(r#"{{"payment_request_id":"p","amount":"500000","{name}":500000.0}}"#);
            let payment = read(&json).unwrap();
            assert_eq!(
                (payment.amount, payment.received),
                (Some(Dong::new(500_000)), Some(Dong::new(500_000)))
            );
        }
    }

    #[test]
    fn money_is_never_guessed() {
        assert_eq!(read(r#"{"payment_request_id":"p","amount":500000.5}"#), None);
        assert_eq!(
            read(r#"{"payment_request_id":"p","amount":1,"total_paid_amount":"all"}"#),
            None
        );
        assert_eq!(read(r#"{"amount":1}"#), None);
    }

    #[test]
    fn debug_shows_no_qr_no_link_and_no_person() {
        let json =
            r#"{"payment_request_id":"p","payment_url":"canary","qr_code":"canary","description":"canary"}"#;
        assert!(!format!("{:?}", read(json).unwrap()).contains("canary"));
    }
}
