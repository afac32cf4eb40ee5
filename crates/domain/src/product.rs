//! Products of the shop, as the gateway types them.

use crate::{Environment, Mirror, ProductId};
use dong::Dong;
use serde::{Deserialize, Serialize};

/// Everything that a person enters of a product.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProductFacts {
    /// SKU or barcode, unique at the gateway.
    pub sku: String,
    /// Name.
    pub name: String,
    /// Unit; may be empty.
    pub unit: String,
    /// Description; may be empty.
    pub description: String,
    /// Price before tax.
    pub sale_price: Dong,
    /// Income category.
    pub sale_category: String,
    /// Tax code of a sale; may be empty.
    pub sale_tax: String,
    /// What the shop pays, before tax.
    pub purchase_price: Dong,
    /// Expense category.
    pub purchase_category: String,
    /// Tax code of a purchase; may be empty.
    pub purchase_tax: String,
}

/// A product.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Product {
    /// Our id.
    pub id: ProductId,
    /// The world it lives in.
    pub environment: Environment,
    /// What was entered.
    pub facts: ProductFacts,
    /// Its quick key on the counter, from 0.
    pub quick_key: Option<u8>,
    /// The gateway's half.
    pub mirror: Mirror,
}
