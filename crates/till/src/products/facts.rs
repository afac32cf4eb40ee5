//! Between what a page enters of a product and what the book keeps.

use crate::books::codes::Codes;
use crate::books::{line, lines};
use contract::product::ProductFactsView;
use domain::ProductFacts;

/// What was entered, cleaned.
pub(super) fn kept(typed: &ProductFactsView) -> ProductFacts {
    ProductFacts {
        sku: line(&typed.sku),
        name: line(&typed.name),
        unit: line(&typed.unit),
        description: lines(&typed.description),
        sale_price: typed.sale_price,
        sale_category: line(&typed.sale_category),
        sale_tax: line(&typed.sale_tax),
        purchase_price: typed.purchase_price,
        purchase_category: line(&typed.purchase_category),
        purchase_tax: line(&typed.purchase_tax),
    }
}

/// The same with the shop's defaults where nothing was entered: categories always, since the gateway wants them; taxes for a new
/// product only, so that one can be taken away.
pub(crate) fn with_defaults(mut facts: ProductFacts, codes: &Codes, is_new: bool) -> ProductFacts {
    let fill = |field: &mut String, default: String| {
        if field.is_empty() {
            *field = default;
        }
    };
    fill(&mut facts.sale_category, codes.default_income());
    fill(&mut facts.purchase_category, codes.default_expense());
    if is_new {
        fill(&mut facts.sale_tax, codes.default_tax());
        fill(&mut facts.purchase_tax, codes.default_tax());
    }
    facts
}

/// What is kept, as the page shows it.
pub(super) fn shown(facts: &ProductFacts) -> ProductFactsView {
    ProductFactsView {
        sku: facts.sku.clone(),
        name: facts.name.clone(),
        unit: facts.unit.clone(),
        description: facts.description.clone(),
        sale_price: facts.sale_price,
        sale_category: facts.sale_category.clone(),
        sale_tax: facts.sale_tax.clone(),
        purchase_price: facts.purchase_price,
        purchase_category: facts.purchase_category.clone(),
        purchase_tax: facts.purchase_tax.clone(),
    }
}
