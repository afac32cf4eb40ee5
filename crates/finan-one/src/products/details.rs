//! The body that says what a product is. Pure: the same product gives the same bytes.

use dong::Dong;
use serde::Serialize;

use crate::assumptions::LONGEST_NOTE;
use crate::error::InvalidField;
use crate::path::Body;
use crate::text;
use crate::wire::Purpose;

/// What the gateway shall know of a product. Blank texts count as absent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProductDetails {
    /// `item_name`.
    pub item_name: String,
    /// `sku_code`: our own, unique; by it the product is found again and named in an invoice.
    pub sku_code: String,
    /// `unit`: such as `pcs` or `kg`.
    pub unit: Option<String>,
    /// `description`.
    pub description: Option<String>,
    /// `sale_info`.
    pub sale: SaleInfo,
    /// `purchase_info`.
    pub purchase: PurchaseInfo,
}

/// How a product is sold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaleInfo {
    /// `sale_price` before tax, dong; zero or more.
    pub price: Dong,
    /// `sale_category_code`: an income category, see [`crate::codes::income_categories`].
    pub category_code: String,
    /// `sale_tax_code`: see [`crate::codes::tax_codes`].
    pub tax_code: Option<String>,
}

/// How a product is bought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PurchaseInfo {
    /// `purchase_price` before tax, dong; zero or more.
    pub price: Dong,
    /// `purchase_category_code`: an expense category, see [`crate::codes::expense_categories`].
    pub category_code: String,
    /// `purchase_tax_code`: see [`crate::codes::tax_codes`].
    pub tax_code: Option<String>,
}

#[derive(Serialize)]
struct Wire<'a> {
    general_info: GeneralInfo<'a>,
    sale_info: WireSale<'a>,
    purchase_info: WirePurchase<'a>,
}

#[derive(Serialize)]
struct GeneralInfo<'a> {
    item_name: &'a str,
    sku_code: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
}

#[derive(Serialize)]
struct WireSale<'a> {
    sale_price: Dong,
    sale_category_code: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    sale_tax_code: Option<&'a str>,
}

#[derive(Serialize)]
struct WirePurchase<'a> {
    purchase_price: Dong,
    purchase_category_code: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    purchase_tax_code: Option<&'a str>,
}

/// The exact bytes that create the product: compact JSON to store, sign and send.
///
/// # Errors
/// The first field that cannot be sent.
pub fn build_create(product: &ProductDetails) -> Result<Body, InvalidField> {
    body(product, Purpose::Create)
}

/// The exact bytes that make an existing product what `product` says, absent values included
/// ([`crate::assumptions::UPDATES_ARE_WHOLE`]).
///
/// # Errors
/// The first field that cannot be sent.
pub fn build_update(product: &ProductDetails) -> Result<Body, InvalidField> {
    body(product, Purpose::Update)
}

fn body(product: &ProductDetails, purpose: Purpose) -> Result<Body, InvalidField> {
    Body::of_details(&Wire {
        general_info: general_info(product, purpose).map_err(|invalid| invalid.within("general_info"))?,
        sale_info: sale(&product.sale, purpose).map_err(|invalid| invalid.within("sale_info"))?,
        purchase_info: purchase(&product.purchase, purpose)
            .map_err(|invalid| invalid.within("purchase_info"))?,
    })
}

fn general_info(product: &ProductDetails, purpose: Purpose) -> Result<GeneralInfo<'_>, InvalidField> {
    let unit = text::optional_line("unit", product.unit.as_deref())?;
    let description = text::optional("description", product.description.as_deref(), LONGEST_NOTE)?;
    Ok(GeneralInfo {
        item_name: text::line("item_name", &product.item_name)?,
        sku_code: text::code("sku_code", &product.sku_code)?,
        unit: purpose.text(unit),
        description: purpose.text(description),
    })
}

fn sale(sale: &SaleInfo, purpose: Purpose) -> Result<WireSale<'_>, InvalidField> {
    Ok(WireSale {
        sale_price: text::price("sale_price", sale.price)?,
        sale_category_code: text::code("sale_category_code", &sale.category_code)?,
        sale_tax_code: purpose.text(text::optional_code("sale_tax_code", sale.tax_code.as_deref())?),
    })
}

fn purchase(purchase: &PurchaseInfo, purpose: Purpose) -> Result<WirePurchase<'_>, InvalidField> {
    let tax_code = text::optional_code("purchase_tax_code", purchase.tax_code.as_deref())?;
    Ok(WirePurchase {
        purchase_price: text::price("purchase_price", purchase.price)?,
        purchase_category_code: text::code("purchase_category_code", &purchase.category_code)?,
        purchase_tax_code: purpose.text(tax_code),
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};
    use serde_json::Value;

    use super::*;
    use crate::error::Reason;

    fn product() -> ProductDetails {
        ProductDetails {
            item_name: "Cà phê \"Cầu Đất\" 500g".to_owned(),
            sku_code: "PRD0001".to_owned(),
            unit: Some("gói".to_owned()),
            description: None,
            sale: SaleInfo {
                price: Dong::new(185_000),
                category_code: "C1001".to_owned(),
                tax_code: Some("TAX_CODE_10".to_owned()),
            },
            purchase: PurchaseInfo {
                price: Dong::ZERO,
                category_code: "D1001".to_owned(),
                tax_code: None,
            },
        }
    }

    fn text(body: Result<Body, InvalidField>) -> String {
        String::from_utf8(body.unwrap().into_bytes()).unwrap()
    }

    #[test]
    fn a_product_is_built_byte_for_byte() {
        let expected = include_str!("../../fixtures/create_product_request.json").trim_end();
        assert_eq!(text(build_create(&product())), expected);
    }

    #[test]
    fn an_update_says_what_is_blank() {
        let expected = include_str!("../../fixtures/update_product_request.json").trim_end();
        assert_eq!(text(build_update(&product())), expected);
    }

    #[test]
    fn what_cannot_be_sent_is_named() {
        let refused = |change: &dyn Fn(&mut ProductDetails), field: &str, reason: Reason| {
            let mut product = product();
            change(&mut product);
            let invalid = InvalidField::new(field, reason);
            assert_eq!(build_create(&product), Err(invalid.clone()));
            assert_eq!(build_update(&product), Err(invalid));
        };
        refused(
            &|p| p.item_name.clear(),
            "general_info.item_name",
            Reason::Missing,
        );
        refused(
            &|p| p.sku_code = "x".repeat(65),
            "general_info.sku_code",
            Reason::TooLong,
        );
        refused(
            &|p| p.sku_code = "a\nb".to_owned(),
            "general_info.sku_code",
            Reason::BadCharacters,
        );
        refused(
            &|p| p.description = Some("x".repeat(1_001)),
            "general_info.description",
            Reason::TooLong,
        );
        refused(
            &|p| p.sale.price = Dong::new(-1),
            "sale_info.sale_price",
            Reason::Negative,
        );
        refused(
            &|p| p.sale.category_code.clear(),
            "sale_info.sale_category_code",
            Reason::Missing,
        );
        refused(
            &|p| p.purchase.price = Dong::MAX,
            "purchase_info.purchase_price",
            Reason::TooLarge,
        );
        refused(
            &|p| p.purchase.tax_code = Some("a\tb".to_owned()),
            "purchase_info.purchase_tax_code",
            Reason::BadCharacters,
        );
    }

    proptest! {
        #[test]
        fn any_product_gives_stable_json_without_fractions(
            name in "\\PC{1,40}", price in any::<i64>(), cost in 0_i64..1_000_000_000,
        ) {
            let mut product = product();
            product.item_name = name;
            product.sale.price = Dong::new(price);
            product.purchase.price = Dong::new(cost);
            for build in [build_create, build_update] {
                let built = build(&product);
                prop_assert_eq!(&built, &build(&product.clone()));
                let Ok(body) = built else {
                    prop_assert!(!(0..=9_007_199_254_740_991).contains(&price) || product.item_name.trim().is_empty());
                    continue;
                };
                let json: Value = serde_json::from_slice(body.as_bytes()).unwrap();
                prop_assert_eq!(json["sale_info"]["sale_price"].as_i64(), Some(price));
                prop_assert_eq!(json["purchase_info"]["purchase_price"].as_i64(), Some(cost));
            }
        }
    }
}
