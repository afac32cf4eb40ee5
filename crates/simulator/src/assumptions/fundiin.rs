//! Everything the simulator assumes about Fundiin: tagged `[I]` (inference) or `[?]` (nothing is known), one
//! constant or one switch each. Facts tagged `[D]` or `[P]` live where they are used.
//! Section numbers are those of the contract `fundiin.md`.

mod switches;

pub use switches::{FundiinSwitches, InStoreFlow, LongExpiry, SameKeyOtherBody};

/// `[I]` §4.2 What stands before a transaction's token in `paymentUrl` and `qrData`; the sample has no token.
pub const PAYMENT_URL_PREFIX: &str = "https://fundiin.vn/v2/payment?token=";

/// `[?]` §1.2 How far `Request-Time` may be from the gateway's clock where the window is switched on.
pub const REQUEST_TIME_WINDOW_SECONDS: i64 = 300;

/// `[I]` §1.2 `Request-Time` and every time without a zone are Vietnam's, this far ahead of UTC.
pub const ZONE_SECONDS_EAST: i32 = 7 * 3_600;

/// `[I]` §3 How long a key is remembered; documented as "at least 7 days".
pub const KEY_LIFE_MS: i64 = 7 * 24 * 3_600 * 1_000;

/// `[?]` Fewest items of an order; only the most, 200, is documented.
pub const FEWEST_ITEMS: usize = 1;

/// `[I]` §4.1 Result for a phone number whose length is not 10 or 11: the status' advice speaks of the length.
pub const PHONE_LENGTH_RESULT: &str = "PHONE_NUMBER_UNAVAILABLE";

/// `[I]` §4.1 Result for a phone number with other characters than digits, or without its leading zero.
pub const PHONE_FORM_RESULT: &str = "PHONE_NUMBER_INVALID";

/// `[I]` Result for a reference that no transaction of the merchant carries.
pub const UNKNOWN_REFERENCE_RESULT: &str = "INVALID_REFERENCE_ID";

/// `[I]` §6 Result for a refund of a `paymentTransId` that does not exist.
pub const UNKNOWN_TRANSACTION_RESULT: &str = "INVALID_REQUEST";

/// `[I]` §6 Result for a refund of a payment that is not paid yet.
pub const UNPAID_REFUND_RESULT: &str = "PAYMENT_INPROGRESS";

/// `[?]` §6 Result for a second refund of the same payment, under another reference.
pub const SECOND_REFUND_RESULT: &str = "INVALID_REQUEST";

/// `[?]` §7 Result for a cancel of a payment that was cancelled, refused or has expired.
pub const ENDED_CANCEL_RESULT: &str = "INVALID_REQUEST";

/// `[?]` §10.3 Result for a confirmation of a payment that awaits no first part in the shop.
pub const NOTHING_TO_CONFIRM_RESULT: &str = "INVALID_REQUEST";

/// `[I]` §10.3 Result for a second confirmation of the same first part.
pub const CONFIRMED_AGAIN_RESULT: &str = "PAYMENT_ALREADY_COMPLETED";

/// `[I]` §9.2 Payment-level result when the customer refuses on Fundiin's page.
pub const REFUSED_RESULT: &str = "CANCELLED";

/// `[?]` §9.2 Payment-level result when Fundiin declines the customer.
pub const DECLINED_RESULT: &str = "ERROR_GENERAL";

/// `[I]` §5 `paymentMethod` of a payment whose first part was paid on Fundiin's page.
pub const PAID_ONLINE_METHOD: &str = "WALLET";

/// `[I]` `resultStatus` beside HTTP 429; rate limits exist, but nothing about them is published.
pub const RATE_LIMITED_RESULT: &str = "ERROR_GENERAL";

/// `[I]` §10.1 Shares of the amount, in percent, that a customer may pay first; the first is the default.
pub const FIRST_PART_PERCENTS: [i64; 3] = [30, 40, 50];

/// `[I]` §8 How often a notification is sent before it is given up.
pub const NOTICE_TRIES: u32 = 5;

/// `[I]` §8 Wait before a notification's second try in milliseconds; it doubles every time.
pub const NOTICE_FIRST_WAIT_MS: u64 = 1_000;

/// `[I]` §9.4 HTTP status by `resultStatus`. Documented is 422 for REQUEST_PROCESSING only.
#[must_use]
pub fn http_status(result: &str) -> u16 {
    match result {
        "INVALID_REQUEST"
        | "INVALID_REFERENCE_ID"
        | "INVALID_STORE_ID"
        | "INVALID_MERCHANT_ID"
        | "INVALID_AMOUNT"
        | "PHONE_NUMBER_INVALID" => 400,
        "INVALID_CLIENT_ID" | "INVALID_SIGNATURE" => 401,
        "ACCESS_DENIED" => 403,
        "INVALID_API" => 404,
        "INVALID_HTTP_METHOD" => 405,
        "REQUEST_PROCESSING" => 422,
        "ERROR_GENERAL" => 500,
        "DOWNSTREAM_ERROR" => 504,
        _ => 200,
    }
}
