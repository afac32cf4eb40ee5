//! A product as the gateway describes it.

use chrono::{DateTime, Utc};
use dong::Dong;

use super::details::{ProductDetails, PurchaseInfo, SaleInfo};
use crate::assumptions::{CREATED_AT_FIELDS, GENERAL_INFO_FIELDS, PRODUCT_ID_FIELDS, UPDATED_AT_FIELDS};
use crate::wire::Fields;

/// A product.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Product {
    /// The id to ask for it by: `PROD-` and a UUID.
    pub product_id: String,
    /// Our own code; none when the gateway left it out.
    pub sku_code: Option<String>,
    /// Name.
    pub item_name: Option<String>,
    /// Unit.
    pub unit: Option<String>,
    /// Description.
    pub description: Option<String>,
    /// Sale price before tax.
    pub sale_price: Option<Dong>,
    /// Income category.
    pub sale_category_code: Option<String>,
    /// Tax of a sale.
    pub sale_tax_code: Option<String>,
    /// Purchase price before tax.
    pub purchase_price: Option<Dong>,
    /// Expense category.
    pub purchase_category_code: Option<String>,
    /// Tax of a purchase.
    pub purchase_tax_code: Option<String>,
    /// When it was made.
    pub created_at: Option<DateTime<Utc>>,
    /// When it was last changed.
    pub updated_at: Option<DateTime<Utc>>,
}

impl Product {
    /// None without an id, or with a price that cannot be read: money is never guessed.
    pub(super) fn read(fields: &Fields) -> Option<Self> {
        let group = |names: &[&str]| fields.object(names).unwrap_or_default();
        let (info, sale, purchase) = (
            group(GENERAL_INFO_FIELDS),
            group(&["sale_info"]),
            group(&["purchase_info"]),
        );
        let text = |group: &Fields, name: &str| {
            let found = group.text(&[name]).or_else(|| fields.text(&[name]));
            found.filter(|text| !text.is_empty())
        };
        let price = |group: &Fields, name: &str| {
            let found = group.dong(&[name]).ok()?;
            found.map_or_else(|| fields.dong(&[name]).ok(), |price| Some(Some(price)))
        };
        Some(Self {
            product_id: fields.text(PRODUCT_ID_FIELDS).filter(|id| !id.is_empty())?,
            sku_code: text(&info, "sku_code"),
            item_name: text(&info, "item_name"),
            unit: text(&info, "unit"),
            description: text(&info, "description"),
            sale_price: price(&sale, "sale_price")?,
            sale_category_code: text(&sale, "sale_category_code"),
            sale_tax_code: text(&sale, "sale_tax_code"),
            purchase_price: price(&purchase, "purchase_price")?,
            purchase_category_code: text(&purchase, "purchase_category_code"),
            purchase_tax_code: text(&purchase, "purchase_tax_code"),
            created_at: fields.time(CREATED_AT_FIELDS),
            updated_at: fields.time(UPDATED_AT_FIELDS),
        })
    }

    /// What an update would send to leave it as it is, to be changed and sent; none when the gateway left out
    /// what a request must have.
    #[must_use]
    pub fn details(&self) -> Option<ProductDetails> {
        Some(ProductDetails {
            item_name: self.item_name.clone()?,
            sku_code: self.sku_code.clone()?,
            unit: self.unit.clone(),
            description: self.description.clone(),
            sale: SaleInfo {
                price: self.sale_price?,
                category_code: self.sale_category_code.clone()?,
                tax_code: self.sale_tax_code.clone(),
            },
            purchase: PurchaseInfo {
                price: self.purchase_price?,
                category_code: self.purchase_category_code.clone()?,
                tax_code: self.purchase_tax_code.clone(),
            },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::build_create;
    use super::*;

    fn read(json: &str) -> Option<Product> {
        Product::read(&Fields::of(json).unwrap())
    }

    #[test]
    fn the_published_start_of_an_answer_is_read() {
        let product = read(
            r#"{"product_id":"PROD-11111111-1111-4111-8111-111111111111","general_info":{"item_name":"X","sku_code":"S1"}}"#,
        )
        .unwrap();
        assert_eq!(
            (product.item_name.as_deref(), product.sku_code.as_deref()),
            (Some("X"), Some("S1"))
        );
        assert_eq!((product.sale_price, product.details()), (None, None));
    }

    #[test]
    fn fields_may_be_grouped_or_flat_and_prices_texts() {
        for json in [
            r#"{"id":"p","sale_info":{"sale_price":"185000.0","sale_tax_code":""}}"#,
            r#"{"id":"p","sale_info":null,"sale_price":185000,"sale_tax_code":null}"#,
        ] {
            let product = read(json).unwrap();
            assert_eq!(product.sale_price, Some(Dong::new(185_000)));
            assert_eq!(product.sale_tax_code, None);
        }
    }

    #[test]
    fn money_is_never_guessed() {
        assert_eq!(read(r#"{"product_id":"p","sale_info":{"sale_price":0.5}}"#), None);
        assert_eq!(read(r#"{"product_id":"p","purchase_price":"free"}"#), None);
        assert_eq!(read(r#"{"general_info":{"item_name":"X"}}"#), None);
    }

    #[test]
    fn what_was_sent_and_echoed_can_be_sent_again() {
        let sent = include_str!("../../fixtures/create_product_request.json").trim_end();
        let echoed = format!("{{\"product_id\":\"p\",{}", sent.strip_prefix('{').unwrap());
        let details = read(&echoed).unwrap().details().unwrap();
        assert_eq!(build_create(&details).unwrap().as_bytes(), sent.as_bytes());
    }
}
