//! Products (Product page; contract section 11.2).

use dong::Dong;
use serde_json::{Map, Value};

use super::Shown;
use crate::assumptions::Switches;
use crate::assumptions::business::{EXPENSE_CATEGORY_LETTER, INCOME_CATEGORY_LETTER, NOT_ALLOWED_STATUS};
use crate::books::{Books, Product, Row, tax_percent};
use crate::faults::Plan;
use crate::finan_one::fields::Fields;
use crate::finan_one::refusal::Refusal;

impl Shown for Product {
    const NAME: &'static str = "product";
    const ID_FIELD: &'static str = "product_id";
    /// `[D]`
    const ID_PREFIX: &'static str = "PROD-";
    const CODE_FIELD: (Option<&'static str>, &'static str) = (Some("general_info"), "sku_code");

    fn read(fields: &Fields, _: &Books, _: &Switches) -> Result<Self, Refusal> {
        let info = fields.required_group("general_info")?;
        let name = info.required_text("item_name")?;
        let code = info.required_text("sku_code")?;
        info.text("unit")?;
        info.text("description")?;
        let sale = fields.required_group("sale_info")?;
        let purchase = fields.required_group("purchase_info")?;
        let sale_price = half(&sale, "sale", INCOME_CATEGORY_LETTER)?;
        half(&purchase, "purchase", EXPENSE_CATEGORY_LETTER)?;
        let mut body = Map::new();
        let mut put = |name: &str, group: Map<String, Value>| body.insert(name.to_owned(), group.into());
        put(
            "general_info",
            info.known(&["item_name", "sku_code", "unit", "description"]),
        );
        put(
            "sale_info",
            sale.known(&["sale_price", "sale_category_code", "sale_tax_code"]),
        );
        put(
            "purchase_info",
            purchase.known(&["purchase_price", "purchase_category_code", "purchase_tax_code"]),
        );
        Ok(Self {
            code,
            name,
            sale_price,
            body,
        })
    }

    fn show(_: &Row<Self>, _: &mut Map<String, Value>, _: &Switches, _: &Plan) {}

    fn check_change(_: &Row<Self>) -> Result<(), Refusal> {
        Ok(())
    }

    fn check_delete(row: &Row<Self>, books: &Books, switches: &Switches) -> Result<(), Refusal> {
        let mut lines = books
            .business
            .invoices
            .rows()
            .iter()
            .flat_map(|row| &row.kept.lines);
        let is_in_use = lines.any(|line| line.code == row.kept.code);
        if is_in_use && !switches.business.deletes_what_is_in_use {
            return Err(Refusal::new(NOT_ALLOWED_STATUS, "product is on an invoice"));
        }
        Ok(())
    }
}

/// The price of the sale's or the purchase's half, whose fields have the same names behind their prefix.
fn half(fields: &Fields, prefix: &str, category_letter: char) -> Result<Dong, Refusal> {
    let price_field = format!("{prefix}_price");
    let price = fields.required_integer(&price_field)?;
    if price < 0 {
        return Err(fields.against(&price_field, "must not be negative"));
    }
    let category_field = format!("{prefix}_category_code");
    let category = fields.required_text(&category_field)?;
    if !category.starts_with(category_letter) {
        return Err(fields.against(&category_field, "is unknown"));
    }
    let tax_field = format!("{prefix}_tax_code");
    let tax_code = fields.text(&tax_field)?.filter(|code| !code.is_empty());
    if tax_code.is_some_and(|code| tax_percent(&code).is_none()) {
        return Err(fields.against(&tax_field, "is unknown"));
    }
    Ok(Dong::new(price))
}
