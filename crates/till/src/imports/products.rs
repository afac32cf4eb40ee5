//! Products as a table.

use super::{Chosen, Column, Content, Tabular};
use crate::TillError;
use crate::books::codes::Codes;
use crate::books::{changed, line, lines, made_code};
use crate::products::{CODE_PREFIX, check, with_defaults};
use contract::settings::Language;
use contract::{ErrorBody, ErrorCode};
use domain::{Environment, Product, ProductFacts, ProductId};
use dong::Dong;
use rust_decimal::Decimal;
use store::{BookCursor, BookPage, ImportKind, ProductFilter, Store, StoreError, fold};
use uuid::Uuid;

/// Rows of a page of the book.
const PAGE: usize = 200;

impl Tabular for Product {
    const IMPORT: ImportKind = ImportKind::Products;
    const NEEDED: &'static str = "name";
    const UNIQUE_KEY: Option<&'static str> = None;
    const COLUMNS: &'static [Column] = &[
        Column::text(
            "sku",
            &[
                "Mã hàng",
                "SKU",
                "Mã sản phẩm",
                "Mã vạch",
                "Mã SP",
                "Mã",
                "Barcode",
                "Product code",
                "Code",
            ],
            18,
        ),
        Column::text(
            "name",
            &[
                "Tên hàng",
                "Product name",
                "Tên sản phẩm",
                "Tên hàng hóa",
                "Tên SP",
                "Sản phẩm",
                "Tên",
                "Name",
                "Item",
                "Item name",
                "Product",
            ],
            34,
        ),
        Column::text("unit", &["Đơn vị tính", "Unit", "Đơn vị", "ĐVT"], 12),
        Column::money(
            "salePrice",
            &[
                "Giá bán",
                "Sale price",
                "Đơn giá",
                "Giá bán lẻ",
                "Giá",
                "Price",
                "Unit price",
            ],
        ),
        Column::text(
            "saleTax",
            &[
                "Thuế bán ra",
                "Sale tax",
                "Thuế",
                "Thuế suất",
                "VAT",
                "Tax",
                "Tax code",
            ],
            16,
        ),
        Column::text(
            "saleCategory",
            &["Danh mục thu", "Income category", "Loại thu"],
            14,
        ),
        Column::money(
            "purchasePrice",
            &[
                "Giá nhập",
                "Purchase price",
                "Giá mua",
                "Giá vốn",
                "Cost",
                "Cost price",
            ],
        ),
        Column::text("purchaseTax", &["Thuế mua vào", "Purchase tax"], 16),
        Column::text(
            "purchaseCategory",
            &["Danh mục chi", "Expense category", "Loại chi"],
            14,
        ),
        Column::text("description", &["Mô tả", "Description", "Ghi chú", "Note"], 34),
    ];

    fn title(language: Language) -> (&'static str, &'static str) {
        match language {
            Language::Vi => ("hang-hoa", "Hàng hóa"),
            Language::En => ("products", "Products"),
        }
    }

    fn blank() -> ProductFacts {
        ProductFacts {
            sku: String::new(),
            name: String::new(),
            unit: String::new(),
            description: String::new(),
            sale_price: Dong::ZERO,
            sale_category: String::new(),
            sale_tax: String::new(),
            purchase_price: Dong::ZERO,
            purchase_category: String::new(),
            purchase_tax: String::new(),
        }
    }

    fn enter(facts: &mut ProductFacts, key: &str, text: &str, codes: &Codes) -> Result<(), TillError> {
        match key {
            "sku" => facts.sku = line(text),
            "name" => facts.name = line(text),
            "unit" => facts.unit = line(text),
            "description" => facts.description = lines(text),
            "salePrice" => facts.sale_price = price(key, text)?,
            "purchasePrice" => facts.purchase_price = price(key, text)?,
            "saleTax" => facts.sale_tax = tax(key, text, codes)?,
            "purchaseTax" => facts.purchase_tax = tax(key, text, codes)?,
            "saleCategory" => facts.sale_category = line(text),
            "purchaseCategory" => facts.purchase_category = line(text),
            _ => {}
        }
        Ok(())
    }

    fn cell(facts: &ProductFacts, key: &str, _: Language) -> Content {
        let text = match key {
            "salePrice" => return Content::Money(facts.sale_price),
            "purchasePrice" => return Content::Money(facts.purchase_price),
            "sku" => &facts.sku,
            "name" => &facts.name,
            "unit" => &facts.unit,
            "description" => &facts.description,
            "saleTax" => &facts.sale_tax,
            "purchaseTax" => &facts.purchase_tax,
            "saleCategory" => &facts.sale_category,
            "purchaseCategory" => &facts.purchase_category,
            _ => "",
        };
        Content::Text(text.to_owned())
    }

    fn other_key(facts: &ProductFacts) -> String {
        fold::fold(&facts.name)
    }

    fn with_defaults(facts: ProductFacts, codes: &Codes, is_new: bool) -> ProductFacts {
        with_defaults(facts, codes, is_new)
    }

    fn make_code(facts: &mut ProductFacts, id: Uuid) {
        facts.sku = made_code(CODE_PREFIX, id);
    }

    fn check(facts: &ProductFacts) -> Result<(), TillError> {
        check(facts)
    }

    fn name(facts: &ProductFacts) -> &str {
        &facts.name
    }

    fn row(before: Option<&Self>, id: Uuid, world: Environment, facts: ProductFacts, now: i64) -> Self {
        Self {
            id: before.map_or_else(|| ProductId::new(id), |one| one.id),
            environment: world,
            facts,
            quick_key: None,
            mirror: changed(before.map(|one| &one.mirror), now),
        }
    }

    async fn import(store: &Store, batch: Uuid, rows: Vec<Self>) -> Result<(), StoreError> {
        store.import_products(batch, rows).await
    }

    async fn page_of_book(
        store: &Store,
        world: Environment,
        chosen: Chosen,
        after: Option<BookCursor>,
    ) -> Result<BookPage<Self>, StoreError> {
        store.find_products(filter(world, chosen), after, PAGE).await
    }

    async fn count_of_book(store: &Store, world: Environment, chosen: Chosen) -> Result<u64, StoreError> {
        store.count_products(filter(world, chosen)).await
    }
}

fn filter(world: Environment, chosen: Chosen) -> ProductFilter {
    ProductFilter {
        search: chosen.search,
        states: chosen.states,
        ..ProductFilter::all(world)
    }
}

/// A price as a file writes it: `185000`, `185.000`, `185,000 đ`; never with a fraction.
fn price(key: &str, text: &str) -> Result<Dong, TillError> {
    dong::read::read(text.trim()).map_err(|_| refused(key, "not_a_number"))
}

/// A tax as its code, or as a rate that one of the codes has.
fn tax(key: &str, text: &str, codes: &Codes) -> Result<String, TillError> {
    let text = line(text);
    if codes.rate_of(&text).is_some() {
        return Ok(text);
    }
    let number = text.trim_end_matches('%').trim().replace(',', ".");
    let rate: Option<Decimal> = number.parse().ok();
    // A spreadsheet keeps 8 % as 0.08.
    let as_part = rate
        .filter(|rate| *rate < Decimal::ONE)
        .and_then(|rate| rate.checked_mul(Decimal::ONE_HUNDRED));
    let codes = [rate, as_part]
        .into_iter()
        .flatten()
        .filter_map(|rate| codes.code_of(rate));
    let unknown = || TillError::Refused(ErrorBody::of(ErrorCode::TaxCodeUnknown).with("field", key));
    codes.into_iter().next().ok_or_else(unknown)
}

fn refused(key: &str, reason: &str) -> TillError {
    let body = ErrorBody::of(ErrorCode::FieldRefused);
    TillError::Refused(body.with("field", key).with("reason", reason))
}
