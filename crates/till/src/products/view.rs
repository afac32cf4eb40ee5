//! A product as the page shows it.

use super::facts::shown;
use super::price::at_counter;
use crate::books::codes::Codes;
use crate::books::{self, Book};
use contract::product::ProductView;
use domain::Product;

/// One product, with what it costs by the tax codes in force.
pub(crate) fn view(product: &Product, codes: &Codes) -> ProductView {
    ProductView {
        id: product.id.to_string(),
        facts: shown(&product.facts),
        counter_price: at_counter(product.facts.sale_price, &product.facts.sale_tax, codes),
        quick_key: product.quick_key,
        mirror: books::mirror(&product.mirror, Product::CODE),
    }
}
