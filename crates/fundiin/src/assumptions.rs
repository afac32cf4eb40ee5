//! Everything this client takes for granted although the pages do not say it, or say it twice and
//! differently. `[I]`: inferred. One constant per fact, so that a fact learnt from the real gateway is
//! corrected in one place.

use std::time::Duration;

use gateway::rate::RateLimit;

/// `[I]` Times without a zone are Vietnam's: the in-store sample's `03:10:05Z` and its notice's `10:12:45` fit only so.
pub const VIETNAM_OFFSET_SECONDS: i32 = 7 * 3_600;

/// `[I]` `hh` in `YYYY-MM-DD hh:mm:ss` is a 24-hour clock; merchant code in production sends one.
pub const TIME_FORMAT: &str = "%Y-%m-%d %H:%M:%S";

/// `[I]` Pages differ between a request's texts and numbers for times; a larger number is milliseconds.
pub const LARGEST_EPOCH_SECONDS: i64 = 99_999_999_999;

/// `[I]` The amount of a transaction is the sum of its items, as in every sample.
pub const AMOUNT_IS_SUM_OF_ITEMS: bool = true;

/// `[I]` A transaction has at least one item: the page requires the list and a positive amount.
pub const MIN_ITEMS: usize = 1;

/// `[I]` Required and yet empty in the Initiate page's own example, or in the vendor's plugin.
pub const SHIPPING_MAY_BE_EMPTY: &[&str] = &["ward", "houseNumber"];

/// `[I]` Without an agreement a customer has at most this long; it is also the documented default.
pub const LONGEST_EXPIRY: Duration = Duration::from_secs(30 * 60);

/// `[I]` Eleven digits that begin so are a number with its country code; domestic numbers begin with 0.
pub const COUNTRY_CODE: &str = "84";

/// `[I]` Payment pages live on this host and those below it (the sample is `https://fundiin.vn/v2/payment`).
pub const PAYMENT_PAGE_HOST: &str = "fundiin.vn";

/// `[I]` Longest link that is followed or drawn.
pub const MAX_LINK_CHARS: usize = 2_048;

/// `[I]` A refund was done: the table says `APPROVED`, the sample on the status page `SUCCESS`.
pub const REFUND_DONE: &[crate::ResultStatus] =
    &[crate::ResultStatus::Approved, crate::ResultStatus::Success];

/// `[I]` How the status page says that it knows no such reference: its table was cut off.
pub const ABSENT: crate::ResultStatus = crate::ResultStatus::InvalidReferenceId;

/// `[I]` The gateway limits its callers and gives no figure; this is a fair rate.
pub const RATE_LIMIT: RateLimit = RateLimit {
    per_window: 60,
    window: Duration::from_secs(60),
};

/// `[I]` A refused signature whose answer's `Date` differs from `Request-Time` by more than this is tried once more, s.
pub const CLOCK_CAUSED_REFUSAL_SECONDS: i64 = 2;

/// `[I]` What to initiate with: a package's id. The page's inner fields could not be read.
pub const PACK_ID_FIELDS: &[&str] = &["packageId", "id", "packageCode"];

/// `[I]` A package's name.
pub const PACK_NAME_FIELDS: &[&str] = &["packageName", "name", "title"];

/// `[I]` How many payments a package has.
pub const PACK_COUNT_FIELDS: &[&str] = &[
    "numberOfInstallments",
    "installmentCount",
    "numberOfPayments",
    "tenor",
];

/// `[I]` The part that is paid first, dong.
pub const FIRST_AMOUNT_FIELDS: &[&str] = &["firstInstallmentAmount", "firstAmount", "downPaymentAmount"];

/// `[I]` Each of the later parts, dong.
pub const LATER_AMOUNT_FIELDS: &[&str] = &["installmentAmount", "monthlyAmount", "amountPerInstallment"];

/// `[I]` What the customer pays on top, dong.
pub const FEE_FIELDS: &[&str] = &["fee", "feeAmount", "totalFee"];

/// `[I]` What the customer pays in all, dong.
pub const TOTAL_FIELDS: &[&str] = &["totalAmount", "total"];

/// `[I]` The list of a package's parts with their dates.
pub const SCHEDULE_FIELDS: &[&str] = &["schedule", "installments", "payments"];

/// `[I]` The amount of one part, dong.
pub const PART_AMOUNT_FIELDS: &[&str] = &["amount", "value"];

/// `[I]` The day on which a part is due.
pub const PART_DUE_FIELDS: &[&str] = &["dueDate", "paymentDate", "date"];

/// `[I]` The share that is paid first, inside a first part or a package.
pub const FIRST_PERCENT_FIELDS: &[&str] = &["firstInstallmentPercent", "percent"];

/// `[I]` The status may carry the notification's field for the first part that the shop takes; without it a person reads the sum off
/// the customer's phone.
pub const FIRST_PART_FIELD: &str = "downPaymentAmount";
