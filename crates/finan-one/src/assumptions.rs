//! Everything this client takes for granted although the current pages do not say it. `[L]`: read in
//! the older documentation (finan.readme.io, 2024). `[I]`: inferred. One constant per fact, so that a
//! fact learnt from the real gateway is corrected in one place. Those of payouts are in [`payouts`].

pub mod payouts;

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

/// `[I]` Where a customer's own fields are in an answer: in the group of the request, or beside the id.
pub const GENERAL_INFO_FIELDS: &[&str] = &["general_info"];

/// `[I]` A customer's id: a product's is `product_id` `[D]`.
pub const CUSTOMER_ID_FIELDS: &[&str] = &["customer_id", "id"];

/// A product's id: create answers `product_id` `[D]`; a list may call it `id` `[I]`.
pub const PRODUCT_ID_FIELDS: &[&str] = &["product_id", "id"];

/// `[I]` An invoice's id: a product's is `product_id` `[D]`; the older API called it `id` `[L]`.
pub const INVOICE_ID_FIELDS: &[&str] = &["invoice_id", "id"];

/// `[I]` Our own code in an answer: named as in the request; the others are its older names `[L]`.
pub const INVOICE_CODE_FIELDS: &[&str] = &["invoice_code", "order_code", "reference_code"];

/// `[I]` When the sale was: named as in the request; `value_at` is its older name `[L]`.
pub const TRANSACTION_DATE_FIELDS: &[&str] = &["transaction_date", "value_at"];

/// `[I]` When the invoice is due: named as in the request; `due_at` is its older name `[L]`.
pub const DUE_DATE_FIELDS: &[&str] = &["due_date", "due_at"];

/// `[L]` What the customer owes in all, by the gateway's arithmetic.
pub const INVOICE_TOTAL_FIELDS: &[&str] = &["total_amount"];

/// `[L]` The tax in that total.
pub const INVOICE_TAX_FIELDS: &[&str] = &["tax_amount"];

/// `[L]` What is still to be paid; read as that from its name only `[I]`.
pub const INVOICE_DUE_FIELDS: &[&str] = &["payment_due_amount"];

/// `[I]` Methods of an invoice in an answer: named as in the request; `payment_config` is its older name `[L]`.
pub const PAYMENT_METHODS_FIELDS: &[&str] = &["payment_methods", "payment_config"];

/// `[L]` When a row was last changed.
pub const UPDATED_AT_FIELDS: &[&str] = &["updated_at"];

/// `[I]` A PUT carries the whole object in the shape of the create: right whether it replaces or merges.
pub const UPDATES_ARE_WHOLE: bool = true;

/// `[I]` A value taken away is sent in a PUT as an empty text, an empty list or a zero discount, which clears
/// it whether the PUT replaces or merges.
pub const UPDATE_CLEARS_WITH_EMPTY: bool = true;

/// `[I]` Rows of the three lists carry `customer_code`, `sku_code`, `invoice_code`, so that one whose create
/// was not answered is found again. That the codes are unique is documented: `[G]` with 409 for customers,
/// `[D]` for products and invoices, whose 409 is inferred.
pub const LISTS_CARRY_CODES: bool = true;

/// `[I]` A `unit_price` of zero counts as left out, so that the product's price would be taken: it is refused here.
pub const ZERO_UNIT_PRICE_IS_ABSENT: bool = true;

/// `[I]` `account_id` goes with every bank transfer; the page requires it for "bank_transfer to Shinhan" `[D]`.
pub const BANK_TRANSFER_NEEDS_ACCOUNT: bool = true;

/// `[I]` A contact person may have no e-mail address; the field is sent all the same `[Go]`.
pub const CONTACT_EMAIL_MAY_BE_EMPTY: bool = true;

/// `[I]` Fewest and most digits of a phone number without its dialling code (E.164 allows 15 in all).
pub const PHONE_DIGITS: std::ops::RangeInclusive<usize> = 4..=15;

/// `[I]` Most characters of a customer's, product's or invoice's code.
pub const LONGEST_CODE: usize = 64;

/// `[I]` Most characters of a name, an e-mail address and any other line.
pub const LONGEST_LINE: usize = 255;

/// `[I]` Most characters of a description or a note.
pub const LONGEST_NOTE: usize = 1_000;

/// `[I]` Most contact persons or bank accounts of a customer.
pub const MOST_CONTACTS: usize = 20;

/// `[I]` Most lines of an invoice.
pub const MOST_INVOICE_ITEMS: usize = 500;

/// `[I]` Above this a reader that takes numbers as floating point would see another amount, dong.
pub const LARGEST_PRICE: dong::Dong = dong::Dong::new(9_007_199_254_740_991);

/// `[I]` Most decimal places of a percentage; the page's number type is a floating point one `[Go]`.
pub const PERCENT_PLACES: u32 = 2;
