//! Products.

use crate::books::MirrorView;
use dong::Dong;

crossing! {
    /// What a person enters of a product.
    pub struct ProductFactsView {
        /// SKU or barcode; empty for a new one lets the app make it.
        pub sku: String,
        /// Name.
        pub name: String,
        /// Unit; may be empty.
        pub unit: String,
        /// Description; may be empty.
        pub description: String,
        /// Price before tax.
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        pub sale_price: Dong,
        /// Income category; empty for the default.
        pub sale_category: String,
        /// Tax code of a sale; may be empty.
        pub sale_tax: String,
        /// What the shop pays, before tax.
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        pub purchase_price: Dong,
        /// Expense category; empty for the default.
        pub purchase_category: String,
        /// Tax code of a purchase; may be empty.
        pub purchase_tax: String,
    }

    /// A product.
    pub struct ProductView {
        /// Its id.
        pub id: String,
        /// What was entered.
        pub facts: ProductFactsView,
        /// What one costs at the counter: the price with its tax. Where the tax is in no table, the price before tax.
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        pub counter_price: Dong,
        /// Its quick key on the counter, from 0.
        pub quick_key: Option<u8>,
        /// The gateway's half.
        pub mirror: MirrorView,
    }

    /// What a list shows. Everything left out does not filter.
    #[derive(Default)]
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional_fields))]
    pub struct ProductListRequest {
        /// Name, first letters, SKU or barcode.
        pub search: Option<String>,
        /// Only those that a person must look at.
        pub needs_attention: Option<bool>,
        /// Where the page before ended.
        pub cursor: Option<String>,
        /// At most this many, 1 to 200.
        pub limit: Option<u32>,
    }

    /// One page of products.
    pub struct ProductPage {
        /// The products, by name.
        pub rows: Vec<ProductView>,
        /// Where the next page starts.
        pub next_cursor: Option<String>,
        /// How many match.
        pub count: u32,
    }

    /// Names one product.
    pub struct ProductRequest {
        /// Its id.
        pub product_id: String,
    }

    /// Makes or changes a product.
    pub struct ProductSaveRequest {
        /// Its id; none makes a new one.
        pub product_id: Option<String>,
        /// What was entered.
        pub facts: ProductFactsView,
    }

    /// A price as it is entered, with a tax.
    pub struct ProductPriceRequest {
        /// Price before tax.
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        pub sale_price: Dong,
        /// Tax code; may be empty.
        pub sale_tax: String,
    }

    /// What it comes to.
    pub struct ProductPriceView {
        /// The price with its tax.
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        pub counter_price: Dong,
    }

    /// The quick keys of the counter.
    pub struct QuickKeysRequest {
        /// Product ids in order, none for an empty key; at most 24.
        pub product_ids: Vec<Option<String>>,
    }

    /// The quick keys of the counter.
    pub struct QuickKeysView {
        /// The products in order.
        pub keys: Vec<Option<ProductView>>,
    }

    /// A code from a scanner, or typed whole.
    pub struct ProductCodeRequest {
        /// SKU or barcode.
        pub code: String,
    }
}
