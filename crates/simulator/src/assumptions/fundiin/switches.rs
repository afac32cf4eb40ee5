//! Fundiin's assumptions with more than one believable answer.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// `[?]` §3 What the same `Idempotency-Key` with other body bytes answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SameKeyOtherBody {
    /// `INVALID_REQUEST`; nothing is done.
    Refuse,
    /// The first answer again; nothing is done.
    Replay,
}

/// `[?]` §4.4 What a `transExpiredTime` above 30 minutes means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LongExpiry {
    /// 30 minutes.
    Cut,
    /// `INVALID_REQUEST`.
    Refuse,
}

/// `[I]` §10.3 The pages disagree on when a payment with its first part in the shop succeeds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InStoreFlow {
    /// The notification before the confirmation already says SUCCESS, as the webhook builder's sample does.
    NoticeSaysSuccess,
    /// It says PENDING without a `paymentTransId`; a second one after the confirmation says SUCCESS.
    NoticeSaysPending,
}

/// How the Fundiin half behaves. [`FundiinSwitches::default`] is the practice mode's choice; see also
/// [`FundiinSwitches::lenient`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct FundiinSwitches {
    /// `[I]` §4.5 Whether amounts, prices and times may be numbers written as strings.
    pub takes_numbers_as_text: bool,
    /// `[I]` §4.5 Whether `paymentMethod` may be `BNPL`, as the WooCommerce plugin sends it.
    pub takes_bnpl: bool,
    /// `[I]` §4.5 Whether `platformId` and `storeId` may be missing.
    pub takes_no_platform_or_store: bool,
    /// `[I]` §4.5 Whether an item must name its `category`; the page's table says so, its own example does not.
    pub category_is_required: bool,
    /// `[?]` Whether the items must add up to the amount; the plugin's do not when there is a delivery fee.
    pub items_must_add_up: bool,
    /// `[?]` §2 Whether upper-case hexadecimal signatures are taken.
    pub takes_upper_case_signature: bool,
    /// `[P]` §2.2 Whether a refund's signature may be the hexadecimal text of the hexadecimal text.
    pub takes_double_hex_on_refund: bool,
    /// `[I]` §1.2 Whether `Request-Time` must be sent.
    pub request_time_is_required: bool,
    /// `[?]` §1.2 Whether a `Request-Time` outside the window is refused.
    pub request_time_has_window: bool,
    /// `[?]` §3 What the same key with another body answers.
    pub same_key_other_body: SameKeyOtherBody,
    /// `[?]` §3 Whether refusals are kept under their key too.
    pub keeps_refusals: bool,
    /// `[?]` §3 Whether status and packages look at the key; a replayed status would never change.
    pub key_covers_reads: bool,
    /// `[?]` §4.4 What a longer expiry than 30 minutes means.
    pub long_expiry: LongExpiry,
    /// `[?]` §10.1 Whether a `packageId` that was never offered is refused.
    pub refuses_unknown_package: bool,
    /// `[?]` §9.5 Smallest amount in dong; set per merchant, no figure is published.
    pub smallest_amount: i64,
    /// `[?]` §9.5 Largest amount in dong; set per merchant, no figure is published.
    pub largest_amount: i64,
    /// `[I]` §10.3 When a first part in the shop counts.
    pub in_store_flow: InStoreFlow,
    /// `[I]` §5 Whether the status shows method and `downPaymentAmount` while a first part is awaited in the shop.
    pub status_shows_first_part: bool,
    /// `[D]` §5–7 Whether status, refund and cancel answer in the shape of their samples (numbers) and not of
    /// their tables (objects and texts).
    pub answers_like_samples: bool,
    /// `[?]` §6 `resultStatus` of a refunded payment in the status; `None` leaves it at SUCCESS.
    pub refunded_word: Option<String>,
    /// `[I]` §8 Whether a notification is sent when the customer begins.
    pub notifies_pending: bool,
    /// `[I]` Whether `resultMsg` of INVALID_REQUEST names the field.
    pub names_the_field: bool,
    /// `[I]` §9.4 HTTP statuses that differ from [`super::http_status`], by `resultStatus`.
    pub http_statuses: BTreeMap<String, u16>,
}

impl Default for FundiinSwitches {
    fn default() -> Self {
        Self {
            takes_numbers_as_text: false,
            takes_bnpl: false,
            takes_no_platform_or_store: false,
            category_is_required: false,
            items_must_add_up: false,
            takes_upper_case_signature: false,
            takes_double_hex_on_refund: false,
            request_time_is_required: false,
            request_time_has_window: false,
            same_key_other_body: SameKeyOtherBody::Refuse,
            keeps_refusals: true,
            key_covers_reads: false,
            long_expiry: LongExpiry::Cut,
            refuses_unknown_package: false,
            smallest_amount: 100_000,
            largest_amount: 25_000_000,
            in_store_flow: InStoreFlow::NoticeSaysSuccess,
            status_shows_first_part: true,
            answers_like_samples: false,
            refunded_word: None,
            notifies_pending: false,
            names_the_field: true,
            http_statuses: BTreeMap::new(),
        }
    }
}

impl FundiinSwitches {
    /// What merchants' code in the wild relies on (§4.5): numbers as text, `BNPL`, no platform, no store.
    #[must_use]
    pub fn lenient() -> Self {
        Self {
            takes_numbers_as_text: true,
            takes_bnpl: true,
            takes_no_platform_or_store: true,
            takes_upper_case_signature: true,
            same_key_other_body: SameKeyOtherBody::Replay,
            ..Self::default()
        }
    }

    pub(crate) fn http_status(&self, result: &str) -> u16 {
        let own = self.http_statuses.get(result).copied();
        own.unwrap_or_else(|| super::http_status(result))
    }
}
