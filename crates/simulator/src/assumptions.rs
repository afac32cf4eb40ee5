//! Everything the simulator assumes about Finan One that the current documentation does not say: tagged `[L]`
//! (older documentation) or `[I]` (inference), one constant or one switch each, so that the real gateway's
//! behaviour can be put in here without touching the rest. Facts tagged `[D]` or `[G]` live where they are used.
//! Those of customers, products and invoices are in [`business`], those of payouts in [`payouts`], Fundiin's in
//! [`fundiin`].

pub mod business;
pub mod fundiin;
pub mod payouts;

use business::BusinessSwitches;
use fundiin::FundiinSwitches;
use payouts::PayoutSwitches;
use serde::{Deserialize, Serialize};

/// `[I]` Host and path before the payment's id in `payment_url`; no page shows a whole link.
pub const PAYMENT_URL_PREFIX: &str = "https://pay.finan.one/p/";

/// `[L]` Text of a created answer; the older samples carry an unfilled `%s` at its end.
pub const CREATED_TEXT: &str = "Bạn vừa thực hiện tạo thành công";

/// `[L]` Status of `code` on every create; the current documentation shows it on the product page only.
pub const CREATED_CODE: u32 = 102_001;

/// `[I]` A payment create that names an account which does not exist answers this status.
pub const UNKNOWN_ACCOUNT_STATUS: u16 = 404;

/// `[I]` A request may be this far from the gateway's clock in both directions; the page says "within 30 seconds".
pub const TIMESTAMP_WINDOW_SECONDS: i64 = 30;

/// `[I]` Every request counts against the budget, also one whose signature is wrong; a 429 itself does not.
pub const REFUSED_REQUESTS_COUNT: bool = true;

/// `[I]` Rows of a list are answered in pages of at most this many; a larger `page_size` is cut to it.
pub const LARGEST_PAGE_SIZE: u64 = 500;

/// `[I]` `total_pages` of an empty list.
pub const PAGES_OF_AN_EMPTY_LIST: u64 = 0;

/// `[L]` Point of initiation in an account's own QR: the published samples carry `12` on static codes too.
pub const STATIC_QR_INITIATION: &str = "12";

/// `[L]` `bank_id` of Shinhan; no other bank's is published.
pub const SHINHAN_BANK_ID: &str = "616";

/// `[L]` `usage_type` of an account in the older sample.
pub const ACCOUNT_USAGE_TYPE: &str = "merchant_host";

/// `[L]` `currency_code` of an account by the older table.
pub const CURRENCY_CODE: &str = "VND";

/// `[I]` Payment methods taken besides `bank_transfer`; both are known from the invoice page only.
pub const OTHER_PAYMENT_METHODS: [&str; 2] = ["card", "ewallet_momo"];

/// `[I]` Largest request body in bytes; a larger one answers 413.
pub const LARGEST_BODY_BYTES: usize = 1_000_000;

/// `[I]` `code` of an error answer by HTTP status. Only 104000 is published, with a 429.
#[must_use]
pub const fn error_code(status: u16) -> u32 {
    match status {
        401 => 104_001,
        403 => 104_003,
        404 => 104_004,
        405 => 104_005,
        409 => 104_009,
        413 => 104_013,
        422 => 104_022,
        500..=599 => 105_000,
        _ => 104_000,
    }
}

/// `[I]` How the 100 requests a minute are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RateWindow {
    /// Never more than the limit in any 60 seconds.
    Sliding,
    /// The count starts again at every full minute of the gateway's clock.
    Fixed,
}

/// Assumptions with more than one believable answer. [`Switches::default`] is the practice mode's choice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Switches {
    /// `[I]` How the rate budget is counted.
    pub rate_window: RateWindow,
    /// `[I]` Whether a second create with the same `reference_id` answers 409; no page says that it is unique.
    pub reference_id_is_unique: bool,
    /// `[I]` Whether lists begin with the newest row.
    pub newest_first: bool,
    /// `[I]` Whether the rows of the payments list carry `reference_id`.
    pub list_carries_reference_id: bool,
    /// `[I]` Whether accounts carry `id` beside `account_id`.
    pub account_also_sends_id: bool,
    /// `[I]` Name of the object with the QR: the Go sample hints at `bank_transfer_details`.
    pub bank_transfer_field: String,
    /// `[L]` Name of the received sum in a payment, in dong; `None` leaves it out.
    pub received_amount_field: Option<String>,
    /// `[L]` Name of the creation time in a payment; `None` leaves it out.
    pub created_at_field: Option<String>,
    /// `[I]` Name of the expiry time in a payment; none is published, so it is left out.
    pub expiry_field: Option<String>,
    /// `[I]` Whether a transfer after the 30 minutes still counts for its payment.
    pub late_transfer_counts: bool,
    /// `[I]` Smallest amount of a payment in dong. The older limit was 2,000 `[L]`; practice needs 200.
    pub smallest_amount: i64,
    /// `[L]` Largest amount of a payment in dong.
    pub largest_amount: i64,
    /// `[L]` Whether white space is taken out of the body before it is hashed (`json.Compact` in the older sample).
    pub compacts_before_hashing: bool,
    /// Those of customers, products and invoices.
    pub business: BusinessSwitches,
    /// Those of payouts.
    pub payouts: PayoutSwitches,
    /// The other gateway's.
    pub fundiin: FundiinSwitches,
}

impl Default for Switches {
    fn default() -> Self {
        Self {
            rate_window: RateWindow::Sliding,
            reference_id_is_unique: false,
            newest_first: true,
            list_carries_reference_id: true,
            account_also_sends_id: true,
            bank_transfer_field: "bank_transfer_detail".to_owned(),
            received_amount_field: Some("total_paid_amount".to_owned()),
            created_at_field: Some("created_at".to_owned()),
            expiry_field: None,
            late_transfer_counts: true,
            smallest_amount: 1,
            largest_amount: 1_000_000_000,
            compacts_before_hashing: false,
            business: BusinessSwitches::default(),
            payouts: PayoutSwitches::default(),
            fundiin: FundiinSwitches::default(),
        }
    }
}
