//! Customers, products and invoices as the gateway keeps them.

mod invoice;
mod shelf;
mod totals;

pub(crate) use invoice::{Invoice, Line, tax_percent};
pub(crate) use shelf::{Kept, Row, Shelf};
pub(crate) use totals::{Discount, TaxType, Totals, totals};

use dong::Dong;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::ids::Ids;

/// The business part of the books.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Business {
    ids: Ids,
    pub(crate) customers: Shelf<Customer>,
    pub(crate) products: Shelf<Product>,
    pub(crate) invoices: Shelf<Invoice>,
}

impl Default for Business {
    fn default() -> Self {
        Self {
            ids: Ids::fresh(),
            customers: Shelf::default(),
            products: Shelf::default(),
            invoices: Shelf::default(),
        }
    }
}

impl Business {
    /// An id that was never given before.
    pub(crate) fn next_id(&mut self, prefix: &str) -> String {
        format!("{prefix}{}", self.ids.next())
    }
}

/// A customer.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Customer {
    pub(crate) code: String,
    pub(crate) name: String,
    /// The groups as sent.
    pub(crate) body: Map<String, Value>,
}

/// A product.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Product {
    pub(crate) code: String,
    pub(crate) name: String,
    /// Before tax.
    pub(crate) sale_price: Dong,
    /// The groups as sent.
    pub(crate) body: Map<String, Value>,
}

impl Kept for Customer {
    fn code(&self) -> &str {
        &self.code
    }

    fn body(&self) -> &Map<String, Value> {
        &self.body
    }

    fn shelf(business: &Business) -> &Shelf<Self> {
        &business.customers
    }

    fn shelf_mut(business: &mut Business) -> &mut Shelf<Self> {
        &mut business.customers
    }
}

impl Kept for Product {
    fn code(&self) -> &str {
        &self.code
    }

    fn body(&self) -> &Map<String, Value> {
        &self.body
    }

    fn shelf(business: &Business) -> &Shelf<Self> {
        &business.products
    }

    fn shelf_mut(business: &mut Business) -> &mut Shelf<Self> {
        &mut business.products
    }
}
