//! A QR that passed the guard, and what it means.

use crate::ErrorCode;
use dong::Dong;

crossing! {
    /// Black modules on white, to be drawn as one SVG path.
    pub struct QrDrawing {
        /// The side in modules, margin of four included.
        pub side: u32,
        /// The SVG path of the dark modules, one unit a module.
        pub path: String,
        /// The exact text, for pictures and tests.
        pub text: String,
    }

    /// What a checked QR says, to be shown in large type beside it.
    pub struct QrMeaning {
        /// The bank's name, when the BIN is in the table.
        pub bank_name: Option<String>,
        /// The bank's BIN.
        pub bank_bin: String,
        /// The account's holder.
        pub account_name: String,
        /// The account number in groups of four.
        pub account_grouped: String,
        /// Its last four characters.
        pub account_last_four: String,
        /// The amount in it.
        #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
        pub amount: Option<Dong>,
        /// The transfer memo in it.
        pub memo: Option<String>,
    }

    /// A QR that may be shown.
    pub struct QrView {
        /// The drawing.
        pub drawing: QrDrawing,
        /// Its meaning.
        pub meaning: QrMeaning,
        /// Something to be careful about, such as a bank that is not in the table.
        pub caution: Option<ErrorCode>,
    }

    /// Why a QR may not be shown.
    pub struct QrProblem {
        /// The reason.
        pub code: ErrorCode,
        /// What was found in it, when it could be read.
        pub found: Option<QrMeaning>,
        /// Whether a person may confirm it (a new account of ours).
        pub can_confirm: bool,
    }
}

crossing! {
    /// A picture that was saved.
    pub struct PictureView {
        /// The file's name.
        pub file: String,
        /// The folder it lies in, as the person knows it.
        pub folder: String,
    }
}
