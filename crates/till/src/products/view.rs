//! A product as the page shows it.

use super::facts::shown;
use crate::books::{self, Book};
use contract::product::ProductView;
use domain::Product;

/// One product.
pub(crate) fn view(product: &Product) -> ProductView {
    ProductView {
        id: product.id.to_string(),
        facts: shown(&product.facts),
        quick_key: product.quick_key,
        mirror: books::mirror(&product.mirror, Product::CODE),
    }
}
