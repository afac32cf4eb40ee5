//! What keeps a product from being saved.

use crate::TillError;
use crate::books::{Book, refused_field};
use domain::{Product, ProductFacts};
use finan_one::InvalidField;

/// Whether the gateway could be sent all of it.
///
/// # Errors
/// `field_refused` with the page's name of the first field that cannot be sent.
pub(crate) fn check(facts: &ProductFacts) -> Result<(), TillError> {
    Product::build(facts)
        .map(drop)
        .map_err(|invalid| refused_field(page_name(&invalid), &invalid))
}

/// `general_info.sku_code` is `sku` on the page.
fn page_name(invalid: &InvalidField) -> &str {
    match invalid.field.rsplit('.').next().unwrap_or(&invalid.field) {
        "item_name" => "name",
        "sku_code" => "sku",
        "sale_price" => "salePrice",
        "sale_category_code" => "saleCategory",
        "sale_tax_code" => "saleTax",
        "purchase_price" => "purchasePrice",
        "purchase_category_code" => "purchaseCategory",
        "purchase_tax_code" => "purchaseTax",
        other => other,
    }
}
