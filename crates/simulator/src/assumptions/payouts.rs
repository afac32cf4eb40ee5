//! Everything the simulator assumes about payouts: of their page the create body and the `id` of its answer could
//! be read; the step with the code is known from the older documentation only (contract section 10).

use serde::{Deserialize, Serialize};

/// Names taken for the one-time code: the older one `[L]`, and a believable other `[I]`.
pub const PASS_CODE_FIELDS: [&str; 2] = ["pass_code", "otp"];

/// `[I]` A code that is wrong or too old. The guide has 422 for what fails validation.
pub const CODE_REFUSED_STATUS: u16 = 422;

/// `[I]` A code for a payout that does not wait for one (any more).
pub const NOT_WAITING_STATUS: u16 = 409;

/// `[I]` A second payout with the same `reference_id`; the page calls it "unique" without a status.
pub const DUPLICATE_REFERENCE_STATUS: u16 = 409;

/// `[L]` Name of an account's balance: the only one that any page shows.
pub const BALANCE_FIELD: &str = "balance_available_amount";

/// `[I]` What the practice shop's Shinhan account holds at first, dong.
pub const OPENING_BALANCE: i64 = 200_000_000;

/// `[I]` The only currency taken.
pub const CURRENCY: &str = "VND";

/// How payouts behave where more than one answer is believable. [`PayoutSwitches::default`] is the practice
/// mode's choice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PayoutSwitches {
    /// `[I]` Whether a second create with the same `reference_id` answers 409; without it there are two.
    pub reference_id_is_unique: bool,
    /// `[I]` Whether the rows of the list carry `reference_id`.
    pub lists_carry_reference_id: bool,
    /// `[I]` Whether a wrong code is refused; otherwise a success says `otp_status` `failed`, as in the older samples `[L]`.
    pub wrong_code_is_refused: bool,
    /// `[L]` Whether answers carry `remaining_try`.
    pub tells_remaining_try: bool,
    /// `[I]` How often a code may be tried; the older samples show 3 and 2.
    pub code_tries: u32,
    /// `[I]` How long a code lives, seconds.
    pub code_life_seconds: i64,
    /// `[I]` Whether a payout fails when its code is too old; otherwise it goes on waiting.
    pub expired_code_fails_payout: bool,
    /// `[I]` How long the bank takes after the code, seconds; `None` waits for the hand.
    pub settles_after_seconds: Option<i64>,
    /// `[L]` Largest amount of a payout, dong: the older limit of an internal transfer.
    pub largest_amount: i64,
    /// The code of every payout, for programs that cannot read an SMS; `None` makes a new one for each.
    pub fixed_code: Option<String>,
}

impl Default for PayoutSwitches {
    fn default() -> Self {
        Self {
            reference_id_is_unique: true,
            lists_carry_reference_id: true,
            wrong_code_is_refused: true,
            tells_remaining_try: true,
            code_tries: 3,
            code_life_seconds: 300,
            expired_code_fails_payout: true,
            settles_after_seconds: Some(5),
            largest_amount: 1_000_000_000,
            fixed_code: None,
        }
    }
}
