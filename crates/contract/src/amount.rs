//! Reading what a cashier types as an amount.

use crate::ErrorCode;
use dong::Dong;

crossing! {
    /// What was typed or pasted.
    pub struct AmountRequest {
        /// The text, at most 100 characters are looked at.
        pub text: String,
    }

    /// What it means.
    pub struct AmountView {
        /// The amount, when it is one.
        #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
        pub amount: Option<Dong>,
        /// Why it is none, or cannot be asked for by QR.
        pub problem: Option<ErrorCode>,
        /// The amount in Vietnamese words.
        pub words_vi: String,
        /// The amount in English words.
        pub words_en: String,
        /// The thousand suggestion for it (85 → 85.000).
        #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
        pub suggestion: Option<Dong>,
        /// Round amounts near what was typed.
        #[cfg_attr(feature = "typescript", ts(type = "number[]"))]
        pub quick: Vec<Dong>,
        /// Whether the amount is unlike what shops ask for (under 1.000 dong), so that a person is asked once.
        pub is_odd: bool,
    }
}

crossing! {
    /// The amounts this shop asks for most.
    pub struct FrequentView {
        /// At most five, most frequent first.
        #[cfg_attr(feature = "typescript", ts(type = "number[]"))]
        pub amounts: Vec<Dong>,
    }
}
