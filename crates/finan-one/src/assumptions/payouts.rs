//! What this client takes for granted about payouts: of the current page the create body and the `id` of its
//! answer could be read (contract section 10). `[L]`: read in the older documentation, `[I]`: inferred.

use std::ops::RangeInclusive;

use dong::Dong;

/// `[L]` The one-time code's name in the body of `POST /api/v1/payouts/:id/otps`. The older body named the
/// transfer beside it, because its path did not.
pub const PASS_CODE_FIELD: &str = "pass_code";

/// `[I]` Fewest and most characters of a one-time code; the only sample has 19 digits.
pub const PASS_CODE_LENGTH: RangeInclusive<usize> = 1..=64;

/// A payout's id: create answers `id` `[D]`; named like a payment's or product's `[I]`.
pub const PAYOUT_ID_FIELDS: &[&str] = &["id", "payout_id"];

/// `[L]` Holder of the account that gets the money: named as in the request.
pub const BENEFICIARY_NAME_FIELDS: &[&str] = &["beneficiary_account_name"];

/// `[L]` Number of the account that gets the money: named as in the request.
pub const BENEFICIARY_NUMBER_FIELDS: &[&str] = &["beneficiary_account_number"];

/// `[L]` The gateway's number of the bank that gets the money: named as in the request.
pub const BENEFICIARY_BANK_ID_FIELDS: &[&str] = &["beneficiary_bank_id"];

/// `[L]` The gateway's short text for that bank.
pub const BENEFICIARY_BANK_CODE_FIELDS: &[&str] = &["beneficiary_bank_code"];

/// `[L]` How the step with the code went.
pub const OTP_STATUS_FIELDS: &[&str] = &["otp_status"];

/// `[L]` Tries left with the code.
pub const REMAINING_TRY_FIELDS: &[&str] = &["remaining_try"];

/// `[L]` The number of the transfer at the gateway. The older API looks a transfer up by it, the current one
/// looks a payout up by its own id.
pub const TRANSACTION_NUMBER_FIELDS: &[&str] = &["transaction_number"];

/// `[L]` The bank's number of the transaction.
pub const PROVIDER_TRANSACTION_FIELDS: &[&str] = &["provider_transaction_number"];

/// `[L]` The bank's number of the payment; `bank_payment_number` in the older create answer.
pub const PROVIDER_PAYMENT_FIELDS: &[&str] = &["provider_payment_number", "bank_payment_number"];

/// `[L]` Words of a payout that waits for its code. All words are compared without case, `_`, `-` and spaces `[I]`.
pub const WAITING_WORDS: &[&str] = &["waitingconfirm"];

/// `[L]` Words of a payout that is under way at the bank.
pub const PROCESSING_WORDS: &[&str] = &["processing"];

/// `[L]` Words of a payout that arrived; `Completed` stands in older samples.
pub const SUCCESS_WORDS: &[&str] = &["success", "completed"];

/// `[I]` Words of a payout that will not happen: published for the code's step only `[L]`.
pub const FAILED_WORDS: &[&str] = &["failed"];

/// `[I]` Words of a payout that is settled on the next working day: published for the code's step only `[L]`.
pub const SETTLING_WORDS: &[&str] = &["settling"];

/// `[L]` Words of a code's step that the bank is at.
pub const OTP_PENDING_WORDS: &[&str] = &["pending"];

/// `[I]` Words of a code that is too old: no page names one.
pub const OTP_EXPIRED_WORDS: &[&str] = &["expired"];

/// `[I]` What an unclear status becomes: every word that is not known is not final.
pub const UNKNOWN_STATUS_IS_FINAL: bool = false;

/// `[I]` Letters, digits and single spaces of a description survive every bank; the page says only how many.
pub const DESCRIPTION_IS_LETTERS_AND_DIGITS: bool = true;

/// `[I]` A payout's `reference_id` goes back with every row, so that one whose create was not answered is found.
pub const LISTS_CARRY_PAYOUT_REFERENCES: bool = true;

/// `[I]` Most characters of the number of an account that gets money.
pub const LONGEST_BENEFICIARY_NUMBER: usize = 34;

/// `[I]` Most digits of a `beneficiary_bank_id`; its sample has three `[D]`.
pub const LONGEST_BANK_ID: usize = 12;

/// `[I]` Largest amount of one payout, dong: the older limit of an internal transfer is `[L]` and no current
/// one was read, so only what cannot be written exactly is refused here.
pub const LARGEST_PAYOUT: Dong = super::LARGEST_PRICE;

/// `[I]` Sent as `beneficiary_bank_id` of a bank whose number at the gateway is not known: the BIN of its
/// VietQR. The one published sample is `161` without a name. Shinhan's older `bank_id` `616` `[L]` is also its
/// three-digit code in public copies of a list of NAPAS' banks, so that numbering is the other candidate,
/// although no bank was seen in it under `161`.
pub const BIN_STANDS_IN_FOR_BANK_ID: bool = true;
