//! What Rust tells the page unasked.
//!
//! Events travel on a channel that a window opens by `till_watch` or `display_watch`, never as window events: those reach every
//! window that listens, and the customer's must not hear the cashier's.

use crate::{
    account::AccountView,
    books::{BooksView, ProgressView},
    credentials::EnvironmentView,
    instalment_settings::InstalmentSettingsView,
    invoice::InvoiceView,
    owner::OwnerView,
    payment::{MethodView, PaymentView},
    practice::PracticeView,
    sale::SaleView,
    settings::SettingsView,
    status::{ClockView, FreshnessView},
};

crossing_tagged! {
    /// One thing that changed.
    #[expect(clippy::large_enum_variant, reason = "events are few, short-lived and sent by value")]
    pub enum TillEvent {
        /// A sale, with its payments.
        Sale {
            /// The sale as it is now.
            sale: SaleView,
        },
        /// A sale was finished and leaves the counter.
        SaleClosed {
            /// Its id.
            sale_id: String,
        },
        /// A payment's verdict or phase changed; sounds once.
        Verdict {
            /// The payment as it is now.
            payment: PaymentView,
        },
        /// The freshness light of a gateway.
        Freshness {
            /// What is paid through it.
            method: MethodView,
            /// As it is now.
            freshness: FreshnessView,
        },
        /// The clock.
        Clock {
            /// As it is now.
            clock: ClockView,
        },
        /// Settings changed, here or in another window.
        Settings {
            /// As they are now.
            settings: SettingsView,
        },
        /// What the shop set up for instalments changed.
        InstalmentSettings {
            /// As it is now.
            settings: InstalmentSettingsView,
        },
        /// How fresh the books are changed.
        Books {
            /// As they are now.
            books: BooksView,
        },
        /// An import or export went on.
        Progress {
            /// How far it is.
            progress: ProgressView,
        },
        /// An invoice changed.
        Invoice {
            /// As it is now.
            invoice: InvoiceView,
        },
        /// A payout changed.
        Payout {
            /// Its id; the page reads it, as far as payouts can be seen.
            payout_id: String,
        },
        /// The owner's guard changed: unlocked, locked, limits.
        Owner {
            /// As it is now.
            owner: OwnerView,
        },
        /// The environment or its keys changed; everything is read anew.
        Environment {
            /// As it is now.
            environment: EnvironmentView,
        },
        /// The receiving account changed.
        ReceivingAccount {
            /// As it is now.
            account: Option<AccountView>,
        },
        /// Troubles of practice mode changed.
        Practice {
            /// As they are now.
            practice: PracticeView,
        },
        /// Events were missed: everything is read anew.
        Missed,
        /// The customer display was opened or closed.
        Display {
            /// Whether it is open.
            is_open: bool,
        },
    }
}
