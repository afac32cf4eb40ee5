//! Everything this client takes for granted although the current pages do not say it. `[L]`: read in
//! the older documentation (finan.readme.io, 2024). `[I]`: inferred. One constant per fact, so that a
//! fact learnt from the real gateway is corrected in one place.

/// `[I]` A payment's id: create answers `payment_request_id` (guide); a list may call it `id`.
pub const PAYMENT_ID_FIELDS: &[&str] = &["payment_request_id", "id"];

/// `[I]` The object with the QR: the guide's JavaScript sample has the singular, its Go sample the plural.
pub const BANK_TRANSFER_FIELDS: &[&str] = &["bank_transfer_detail", "bank_transfer_details"];

/// `[I]` The QR text inside that object (guide); the older API called it `qr`.
pub const QR_FIELDS: &[&str] = &["qr_code", "qr"];

/// `[I]` The amount asked for; `request_amount` is its older name `[L]`.
pub const AMOUNT_FIELDS: &[&str] = &["amount", "request_amount"];

/// `[L]` What has come in: `total_paid_amount` in the older payment detail; the other names are guesses `[I]`.
pub const RECEIVED_FIELDS: &[&str] = &[
    "total_paid_amount",
    "paid_amount",
    "received_amount",
    "amount_paid",
    "amount_received",
];

/// `[I]` Our own reference in an answer: named as in the request.
pub const REFERENCE_FIELDS: &[&str] = &["reference_id"];

/// `[I]` The description in an answer: named as in the request; `note` is its older name `[L]`.
pub const DESCRIPTION_FIELDS: &[&str] = &["description", "note"];

/// `[L]` When the payment was made: RFC 3339.
pub const CREATED_AT_FIELDS: &[&str] = &["created_at"];

/// `[I]` When the money came: no page names it.
pub const PAID_AT_FIELDS: &[&str] = &["paid_at", "completed_at"];

/// `[I]` When the link ends: no page names it.
pub const EXPIRES_AT_FIELDS: &[&str] = &["expired_at", "expires_at"];

/// `[I]` An account's id: answers have `account_id` (guide), the filter is called `id` (Account page).
pub const ACCOUNT_ID_FIELDS: &[&str] = &["account_id", "id"];

/// `[L]` The account's own QR; `static_qr_code` is its older name.
pub const ACCOUNT_QR_FIELDS: &[&str] = &["qr_code", "static_qr_code"];

/// `[L]` Account number, also inside the object with the QR.
pub const ACCOUNT_NUMBER_FIELDS: &[&str] = &["account_number"];

/// `[L]` Account name; `bank_account_name` is how the older create calls it.
pub const ACCOUNT_NAME_FIELDS: &[&str] = &["account_name", "bank_account_name"];

/// `[L]` Bank code such as `MB` or `SHBVN`.
pub const BANK_CODE_FIELDS: &[&str] = &["bank_code"];

/// `[L]` Whether the account may be used.
pub const IS_ACTIVE_FIELDS: &[&str] = &["is_active"];

/// `[L]` The only balance that any page shows.
pub const BALANCE_FIELDS: &[&str] = &["balance_available_amount"];

/// `[L]` Name of the master account that a bank account belongs to.
pub const MASTER_NAME_FIELDS: &[&str] = &["master_account_name"];

/// `[L]` Field names of `POST /api/v1/bank-accounts`, in order: master account, name, bank, account name, alias.
/// The current page's body could not be read.
pub const CREATE_BANK_ACCOUNT_FIELDS: [&str; 5] = [
    "master_account_id",
    "name",
    "bank_code",
    "bank_account_name",
    "alias_name",
];

/// `[I]` Lists begin with the newest row, so that a fresh payment is on the first page.
pub const LISTS_NEWEST_FIRST: bool = true;

/// `[I]` A success status with a code of these families (code / 1000) is an error all the same.
pub const ERROR_CODE_FAMILIES: &[i64] = &[104, 105];

/// `[I]` A 401 whose `Date` differs from the signed time by more than this was caused by the clock, s.
pub const CLOCK_CAUSED_401_SECONDS: i64 = 2;

/// `[L]` The gateway's bank codes and the BINs of the same banks in a VietQR. The codes stand in samples of the older pages.
pub const BANK_BINS: &[(&str, &str)] = &[("MB", "970422"), ("SHBVN", "970424")];
