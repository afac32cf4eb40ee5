//! Sales at the counter.

use crate::{Time, payment::PaymentView};
use dong::Dong;

crossing! {
    /// One product on a sale.
    pub struct SaleLineView {
        /// The product in our books.
        pub product_id: Option<String>,
        /// Its name.
        pub name: String,
        /// Its unit.
        pub unit: String,
        /// How many, above zero.
        pub quantity: i64,
        /// The price of one, tax included.
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        pub unit_price: Dong,
    }

    /// Puts products on a sale in place of those that were there.
    pub struct SaleLinesRequest {
        /// Its id.
        pub sale_id: String,
        /// The products; none leaves the bill empty.
        pub lines: Vec<SaleLineView>,
    }

    /// One open sale.
    pub struct SaleView {
        /// Its id.
        pub id: String,
        /// Its running number.
        pub number: u32,
        /// A name or table.
        pub name: String,
        /// The bill.
        #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
        pub amount: Option<Dong>,
        /// The products on it, when it was built from products.
        pub lines: Vec<SaleLineView>,
        /// Certainly received, cash included.
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        pub received: Dong,
        /// Cash taken.
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        pub cash: Dong,
        /// Still missing.
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        pub missing: Dong,
        /// To be given back.
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        pub give_back: Dong,
        /// Whether a sum is not known, so that the figures are a lower bound.
        pub is_uncertain: bool,
        /// Whether everything is in and nothing is open.
        pub is_settled: bool,
        /// Its payments, newest first.
        pub payments: Vec<PaymentView>,
        /// The intent the next payment of this sale will carry.
        pub next_intent_id: String,
        /// When it was opened.
        pub opened_at: Time,
        /// When it was finished.
        pub closed_at: Option<Time>,
    }

    /// Names one sale.
    pub struct SaleRequest {
        /// Its id.
        pub sale_id: String,
    }

    /// Names a sale anew.
    pub struct SaleRenameRequest {
        /// Its id.
        pub sale_id: String,
        /// A name or table, at most 40 characters.
        pub name: String,
    }

    /// Puts a sale in front: the customer display follows it.
    pub struct SaleFocusRequest {
        /// Its id; none while no sale is in front.
        pub sale_id: Option<String>,
    }

    /// Records the bill while it is typed, for the customer display and for a restart.
    pub struct SaleAmountRequest {
        /// Its id.
        pub sale_id: String,
        /// The bill; none clears it.
        #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
        pub amount: Option<Dong>,
    }

    /// Takes the missing rest in cash.
    pub struct SaleCashRequest {
        /// Its id.
        pub sale_id: String,
        /// The rest as the cashier saw it; refused when it is another one by now.
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        pub amount: Dong,
    }

    /// Finishes a sale.
    pub struct SaleCloseRequest {
        /// Its id.
        pub sale_id: String,
        /// Whether the cashier accepts that money is missing or an answer is open; it stays watched.
        pub accepts_open: bool,
    }
}
