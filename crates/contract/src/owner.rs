//! The owner: PINs that guard what only the owner may do. The page can set and try a PIN, never read it.

use crate::{Time, payout::PayoutLimitsView};
use dong::Dong;
use secrecy::SecretString;
use serde::Deserialize;

crossing! {
    /// What may be known of the owner's guard.
    pub struct OwnerView {
        /// Whether the owner's PIN is set.
        pub has_pin: bool,
        /// Whether a second person confirms payouts with a PIN of their own.
        pub has_second: bool,
        /// Whether payouts can be seen now, and until when without use.
        pub unlocked_until: Option<Time>,
        /// After wrong PINs: no PIN is tried before this moment.
        pub wait_until: Option<Time>,
        /// The limits of payouts and what of today's is used.
        pub limits: PayoutLimitsView,
    }
}

/// Tries the owner's PIN, so that payouts can be seen.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct OwnerUnlockRequest {
    /// 4 to 12 digits.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub pin: SecretString,
}

/// Sets or changes the owner's PIN.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct OwnerPinRequest {
    /// The present one, when one is set.
    #[cfg_attr(feature = "typescript", ts(type = "string | null"))]
    pub current: Option<SecretString>,
    /// The new one, 4 to 12 digits, not one digit repeated or a plain row.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub new: SecretString,
}

/// Sets or removes the second person.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SecondPersonRequest {
    /// The owner's PIN.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub pin: SecretString,
    /// The second person's PIN, another than the owner's; none removes the second person.
    #[cfg_attr(feature = "typescript", ts(type = "string | null"))]
    pub second: Option<SecretString>,
}

/// Changes the limits of payouts.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PayoutLimitsRequest {
    /// The owner's PIN.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub pin: SecretString,
    /// At most this much in one payout.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub each: Dong,
    /// At most this much in one day of Vietnam.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub day: Dong,
}
