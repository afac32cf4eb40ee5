//! What the page needs to start.

use crate::{
    ErrorCode, Time,
    account::AccountView,
    credentials::EnvironmentView,
    instalment_settings::InstalmentSettingsView,
    sale::SaleView,
    settings::SettingsView,
    status::{ClockView, FreshnessView},
};

crossing! {
    /// Something that happened at start and must be said once.
    pub struct Notice {
        /// What.
        pub code: ErrorCode,
        /// The name of the file that was set aside, for damage.
        pub file: Option<String>,
        /// How many rows were saved, for damage.
        pub saved: Option<u32>,
    }

    /// Everything the page starts from.
    pub struct AppView {
        /// The app's version.
        pub version: String,
        /// What the shop chose.
        pub settings: SettingsView,
        /// Where requests go.
        pub environment: EnvironmentView,
        /// The account this till receives into.
        pub receiving_account: Option<AccountView>,
        /// The open sales, oldest first.
        pub sales: Vec<SaleView>,
        /// The sale in front.
        pub focused_sale_id: Option<String>,
        /// When the counter last knew of transfers.
        pub freshness: FreshnessView,
        /// When it last knew of instalment payments.
        pub instalment_freshness: FreshnessView,
        /// What the shop set up for instalments.
        pub instalments: InstalmentSettingsView,
        /// The clock.
        pub clock: ClockView,
        /// What must be said once.
        pub notices: Vec<Notice>,
        /// Whether the customer display is open.
        pub is_display_open: bool,
        /// Now, by this machine.
        pub now: Time,
    }
}
