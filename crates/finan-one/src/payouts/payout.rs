//! A payout as the gateway describes it: the older transfer object is the best hint for it (contract section 10).

use std::fmt;

use chrono::{DateTime, Utc};
use dong::Dong;

use super::status::{OtpStatus, PayoutStatus};
use crate::accounts::AccountNumber;
use crate::assumptions::payouts::{
    BENEFICIARY_BANK_CODE_FIELDS, BENEFICIARY_BANK_ID_FIELDS, BENEFICIARY_NAME_FIELDS,
    BENEFICIARY_NUMBER_FIELDS, OTP_STATUS_FIELDS, PAYOUT_ID_FIELDS, PROVIDER_PAYMENT_FIELDS,
    PROVIDER_TRANSACTION_FIELDS, REMAINING_TRY_FIELDS, TRANSACTION_NUMBER_FIELDS,
};
use crate::assumptions::{
    AMOUNT_FIELDS, CREATED_AT_FIELDS, DESCRIPTION_FIELDS, REFERENCE_FIELDS, UPDATED_AT_FIELDS,
};
use crate::wire::Fields;

/// A payout. `Debug` shows neither who gets it nor what it is for.
#[derive(Clone, PartialEq, Eq)]
pub struct Payout {
    /// The id to ask for it by.
    pub id: String,
    /// Our own reference.
    pub reference_id: Option<String>,
    /// The account that pays.
    pub account_id: Option<String>,
    /// How much.
    pub amount: Option<Dong>,
    /// Holder of the account that gets it, as the gateway has it.
    pub beneficiary_account_name: Option<String>,
    /// Number of the account that gets it, as the gateway has it.
    pub beneficiary_account_number: Option<AccountNumber>,
    /// The gateway's number of its bank.
    pub beneficiary_bank_id: Option<String>,
    /// The gateway's short text for its bank.
    pub beneficiary_bank_code: Option<String>,
    /// What it is for.
    pub description: Option<String>,
    /// How far it is.
    pub status: PayoutStatus,
    /// How the step with the code went, when the gateway says.
    pub otp_status: Option<OtpStatus>,
    /// Tries left with the code, when the gateway says.
    pub remaining_try: Option<u32>,
    /// The number of the transfer at the gateway.
    pub transaction_number: Option<String>,
    /// The bank's number of the transaction.
    pub provider_transaction_number: Option<String>,
    /// The bank's number of the payment.
    pub provider_payment_number: Option<String>,
    /// When it was made.
    pub created_at: Option<DateTime<Utc>>,
    /// When it was last changed.
    pub updated_at: Option<DateTime<Utc>>,
}

impl Payout {
    /// None without an id, or with an amount that cannot be read: money is never guessed.
    pub(super) fn read(fields: &Fields) -> Option<Self> {
        Some(Self {
            id: fields.text(PAYOUT_ID_FIELDS).filter(|id| !id.is_empty())?,
            reference_id: fields.text(REFERENCE_FIELDS),
            account_id: fields.text(&["account_id"]),
            amount: fields.dong(AMOUNT_FIELDS).ok()?,
            beneficiary_account_name: fields.text(BENEFICIARY_NAME_FIELDS),
            beneficiary_account_number: fields
                .text(BENEFICIARY_NUMBER_FIELDS)
                .map(|number| AccountNumber::new(&number)),
            beneficiary_bank_id: fields.text(BENEFICIARY_BANK_ID_FIELDS),
            beneficiary_bank_code: fields.text(BENEFICIARY_BANK_CODE_FIELDS),
            description: fields.text(DESCRIPTION_FIELDS),
            status: read_status(fields),
            otp_status: read_otp_status(fields),
            remaining_try: read_remaining_try(fields),
            transaction_number: fields.text(TRANSACTION_NUMBER_FIELDS),
            provider_transaction_number: fields.text(PROVIDER_TRANSACTION_FIELDS),
            provider_payment_number: fields.text(PROVIDER_PAYMENT_FIELDS),
            created_at: fields.time(CREATED_AT_FIELDS),
            updated_at: fields.time(UPDATED_AT_FIELDS),
        })
    }
}

impl fmt::Debug for Payout {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Payout")
            .field("id", &self.id)
            .field("reference_id", &self.reference_id)
            .field("amount", &self.amount)
            .field("status", &self.status)
            .field("otp_status", &self.otp_status)
            .field("remaining_try", &self.remaining_try)
            .finish_non_exhaustive()
    }
}

pub(super) fn read_status(fields: &Fields) -> PayoutStatus {
    PayoutStatus::of_word(&fields.text(&["status"]).unwrap_or_default())
}

pub(super) fn read_otp_status(fields: &Fields) -> Option<OtpStatus> {
    let word = fields.text(OTP_STATUS_FIELDS).filter(|word| !word.is_empty())?;
    Some(OtpStatus::of_word(&word))
}

pub(super) fn read_remaining_try(fields: &Fields) -> Option<u32> {
    let tries = fields.integer(REMAINING_TRY_FIELDS)?;
    u32::try_from(tries).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Option<Payout> {
        Payout::read(&Fields::of(json).unwrap())
    }

    #[test]
    fn the_older_object_is_read_whole() {
        let payout = read(include_str!("../../fixtures/payout_older_fields.json")).unwrap();
        assert_eq!(
            (payout.id.as_str(), payout.amount),
            ("po-1", Some(Dong::new(6_000_000)))
        );
        assert_eq!(payout.status, PayoutStatus::Success);
        assert_eq!(payout.beneficiary_account_number.unwrap().as_str(), "0012345678");
        assert_eq!(
            [
                payout.beneficiary_account_name.as_deref(),
                payout.beneficiary_bank_id.as_deref(),
                payout.beneficiary_bank_code.as_deref(),
                payout.description.as_deref(),
                payout.provider_payment_number.as_deref(),
                payout.provider_transaction_number.as_deref(),
            ],
            [
                Some("NGUYEN VAN A"),
                Some("161"),
                Some("VCB"),
                Some("pay 1"),
                Some("BP1"),
                Some("BT1")
            ]
        );
        assert_eq!(payout.created_at.unwrap().timestamp(), 1_705_744_800);
    }

    #[test]
    fn an_id_alone_is_a_payout_of_which_nothing_else_is_known() {
        let payout = read(r#"{"id":"po-1","new":{"deep":[1]}}"#).unwrap();
        assert_eq!(payout.status, PayoutStatus::Other(String::new()));
        assert_eq!(
            (payout.amount, payout.otp_status, payout.remaining_try),
            (None, None, None)
        );
    }

    #[test]
    fn money_and_tries_are_never_guessed() {
        assert_eq!(read(r#"{"id":"po-1","amount":"all"}"#), None);
        assert_eq!(read(r#"{"status":"success"}"#), None);
        for tries in ["-1", "\"some\"", "0.5"] {
            let json = format!(r#"{{"id":"po-1","remaining_try":{tries}}}"#);
            assert_eq!(read(&json).unwrap().remaining_try, None, "{tries}");
        }
        assert_eq!(
            read(r#"{"id":"p","remaining_try":"2"}"#).unwrap().remaining_try,
            Some(2)
        );
    }

    #[test]
    fn debug_shows_no_person_and_no_account() {
        let json = r#"{"id":"po-1","beneficiary_account_name":"canary","description":"canary","beneficiary_account_number":"canary","transaction_number":"canary"}"#;
        assert!(!format!("{:?}", read(json).unwrap()).contains("canary"));
    }
}
