//! Receiving accounts.

use crate::{
    Time,
    qr::{QrProblem, QrView},
};

crossing! {
    /// Which kind of account it is.
    #[derive(Copy)]
    pub enum AccountKind {
        /// A bank account linked to the gateway.
        Master,
        /// A virtual account below one.
        Virtual,
    }

    /// An account in a list.
    pub struct AccountView {
        /// The gateway's id.
        pub id: String,
        /// Its kind.
        pub kind: AccountKind,
        /// The holder's name.
        pub name: String,
        /// The bank's name, or its code when it is not in the table.
        pub bank_name: String,
        /// The last four characters of the number.
        pub last_four: String,
        /// Whether this till receives into it.
        pub is_receiving: bool,
        /// Whether the gateway gave a static QR for it.
        pub has_static_qr: bool,
    }

    /// The accounts and how old that knowledge is.
    pub struct AccountsView {
        /// The accounts, receiving one first.
        pub accounts: Vec<AccountView>,
        /// When the gateway last told.
        pub fetched_at: Option<Time>,
    }

    /// One account, with its static QR.
    pub struct AccountDetailView {
        /// The account.
        pub account: AccountView,
        /// The number in groups of four.
        pub number_grouped: String,
        /// The static QR, when it passed the guard.
        pub qr: Option<QrView>,
        /// Why it is not shown, when it did not.
        pub qr_problem: Option<QrProblem>,
        /// When the gateway last told.
        pub fetched_at: Option<Time>,
    }

    /// Names one account.
    pub struct AccountRequest {
        /// The gateway's id.
        pub account_id: String,
    }
}
