//! What the shop set up for instalments: keys, merchant, limits, address, redirect pages.

use crate::{
    Time,
    credentials::{CredentialsView, EnvironmentKind},
    instalment::{AddressView, SaidView},
    status::ClockView,
};
use dong::Dong;
use secrecy::SecretString;
use serde::Deserialize;

crossing! {
    /// Everything about instalments in the present environment.
    pub struct InstalmentSettingsView {
        /// The environment it is for.
        pub environment: EnvironmentKind,
        /// The gateway's address, without keys.
        pub base_url: String,
        /// The keys, never their text.
        pub credentials: CredentialsView,
        /// `merchantId`; fixed in practice mode, like the two below.
        pub merchant_id: String,
        /// `storeId`.
        pub store_id: String,
        /// `platformId`.
        pub platform_id: String,
        /// Smallest amount offered; the gateway's own limit is its own.
        #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
        pub minimum: Option<Dong>,
        /// Largest amount offered.
        #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
        pub maximum: Option<Dong>,
        /// Where the customer's browser goes after success.
        pub success_url: String,
        /// Where it goes otherwise.
        pub unsuccess_url: String,
        /// The category told for goods without one.
        pub category: String,
        /// The shop's address, for goods taken at the counter.
        pub address: Option<AddressView>,
        /// Whether a payment can be asked for: keys and the three ids are there.
        pub is_ready: bool,
    }

    /// A change: what is left out stays.
    #[derive(Default)]
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional_fields))]
    pub struct InstalmentSettingsRequest {
        /// Address of the gateway in the custom environment: https, or http on loopback.
        pub base_url: Option<String>,
        /// See [`InstalmentSettingsView`].
        pub merchant_id: Option<String>,
        /// See [`InstalmentSettingsView`].
        pub store_id: Option<String>,
        /// See [`InstalmentSettingsView`].
        pub platform_id: Option<String>,
        /// See [`InstalmentSettingsView`]; zero for none.
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        pub minimum: Option<Dong>,
        /// See [`InstalmentSettingsView`]; zero for none.
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        pub maximum: Option<Dong>,
        /// See [`InstalmentSettingsView`]; empty for the default.
        pub success_url: Option<String>,
        /// See [`InstalmentSettingsView`]; empty for the default.
        pub unsuccess_url: Option<String>,
        /// See [`InstalmentSettingsView`]; empty for the default.
        pub category: Option<String>,
        /// See [`InstalmentSettingsView`].
        pub address: Option<AddressView>,
    }

    /// The outcome of the harmless signed call: the status of a reference that does not exist.
    pub struct InstalmentTestView {
        /// The clock against the gateway's.
        pub clock: ClockView,
        /// How long it took, in milliseconds.
        pub took_ms: u32,
        /// What the gateway said to it.
        pub said: Option<SaidView>,
        /// When it was made.
        pub at: Time,
    }
}

/// New keys. Never printed, never serialised, wiped after use.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct InstalmentKeysRequest {
    /// The environment they are for.
    pub kind: EnvironmentKind,
    /// `Client-Id` as Fundiin gave it.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub client_id: SecretString,
    /// The secret key as Fundiin gave it.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub secret_key: SecretString,
}
