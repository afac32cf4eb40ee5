//! The customer display's feed: only what a stranger may see.

use crate::{
    Time,
    instalment::{InstalmentStageView, PlanView},
    qr::QrDrawing,
    sale::SaleLineView,
    settings::{Language, Theme},
};
use dong::Dong;

crossing_tagged! {
    /// What the customer sees.
    pub enum DisplayState {
        /// The shop's name.
        Idle,
        /// The amount before the QR is there, with the products when there are any.
        Review {
            /// The amount.
            #[cfg_attr(feature = "typescript", ts(type = "number"))]
            amount: Dong,
            /// The products.
            lines: Vec<SaleLineView>,
        },
        /// The QR.
        Qr {
            /// The drawing.
            drawing: QrDrawing,
            /// The bank.
            bank_name: String,
            /// The account's holder.
            account_name: String,
            /// The account's last four characters.
            account_last_four: String,
            /// The amount.
            #[cfg_attr(feature = "typescript", ts(type = "number"))]
            amount: Dong,
            /// The memo to keep as it is.
            memo: Option<String>,
            /// When it runs out.
            expires_at: Option<Time>,
        },
        /// The link of an instalment payment, as a QR.
        Instalment {
            /// The drawing.
            drawing: QrDrawing,
            /// The amount.
            #[cfg_attr(feature = "typescript", ts(type = "number"))]
            amount: Dong,
            /// The plan chosen beforehand.
            plan: Option<PlanView>,
            /// Whether the customer is at it on the phone.
            is_in_progress: bool,
            /// When it runs out.
            expires_at: Option<Time>,
        },
        /// The link of an invoice, as a QR.
        Invoice {
            /// The drawing.
            drawing: QrDrawing,
            /// Its code.
            code: String,
            /// What is to be paid.
            #[cfg_attr(feature = "typescript", ts(type = "number"))]
            amount: Dong,
        },
        /// The shop takes the first part now.
        FirstPart {
            /// The amount of the instalment payment.
            #[cfg_attr(feature = "typescript", ts(type = "number"))]
            amount: Dong,
            /// The first part, when known.
            #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
            first_part: Option<Dong>,
        },
        /// An instalment payment ended without money; the cashier helps on.
        InstalmentEnded {
            /// The amount.
            #[cfg_attr(feature = "typescript", ts(type = "number"))]
            amount: Dong,
            /// How it ended.
            how: InstalmentStageView,
        },
        /// Waiting for the gateway: the request or the bank's answer is being looked up.
        Checking {
            /// The amount.
            #[cfg_attr(feature = "typescript", ts(type = "number"))]
            amount: Dong,
        },
        /// All is in.
        Paid {
            /// The bill.
            #[cfg_attr(feature = "typescript", ts(type = "number"))]
            amount: Dong,
        },
        /// Less came in.
        Short {
            /// The bill.
            #[cfg_attr(feature = "typescript", ts(type = "number"))]
            amount: Dong,
            /// What came in, when known.
            #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
            received: Option<Dong>,
            /// What is missing, when known.
            #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
            missing: Option<Dong>,
        },
        /// More came in; the shop gives back.
        Over {
            /// The bill.
            #[cfg_attr(feature = "typescript", ts(type = "number"))]
            amount: Dong,
            /// What is given back, when known.
            #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
            give_back: Option<Dong>,
        },
        /// The QR has run out.
        Expired {
            /// The amount.
            #[cfg_attr(feature = "typescript", ts(type = "number"))]
            amount: Dong,
        },
        /// No network: please wait, do not transfer again.
        NoNetwork {
            /// The amount.
            #[cfg_attr(feature = "typescript", ts(type = "number"))]
            amount: Dong,
        },
        /// The sale is done.
        ThankYou,
    }
}

crossing! {
    /// Everything the customer display receives.
    pub struct DisplayView {
        /// Its language.
        pub language: Language,
        /// Its look.
        pub theme: Theme,
        /// The shop's name.
        pub shop_name: String,
        /// Whether this is practice.
        pub is_practice: bool,
        /// What it shows.
        pub state: DisplayState,
    }
}
