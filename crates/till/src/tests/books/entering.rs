//! What a person enters: normalised, checked and kept at once.

use super::{Counter, company, person, product};
use crate::books::codes;
use crate::tests::shop::code;
use crate::{TillError, products};
use contract::books::{CodeKind, CodeSaveRequest, MirrorStateView};
use contract::customer::CustomerFactsView;
use contract::product::{ProductCodeRequest, ProductPriceRequest, ProductRequest, QuickKeysRequest};
use contract::{ErrorBody, ErrorCode};
use dong::Dong;

fn told<T: std::fmt::Debug>(result: Result<T, TillError>) -> (ErrorCode, Option<String>, Option<String>) {
    let body = ErrorBody::from(result.unwrap_err());
    let of = |name: &str| body.params.get(name).cloned();
    (body.code, of("field"), of("name").or_else(|| of("reason")))
}

/// How a field is broken, and what is said of it.
type Breaking = (fn(&mut CustomerFactsView), &'static str, &'static str);

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

#[tokio::test]
async fn a_phone_is_one_customers_however_it_is_typed() {
    let counter = Counter::open().await;
    let made = counter
        .save(person("  Nguyễn  Văn An ", "+84 912 345 678"))
        .await
        .unwrap();
    assert_eq!(
        (made.facts.phone.as_str(), made.facts.name.as_str()),
        ("0912345678", "Nguyễn Văn An")
    );
    assert!(
        made.facts.code.starts_with("KH-") && made.facts.code.len() == 10,
        "{}",
        made.facts.code
    );
    assert_eq!(made.mirror.state, MirrorStateView::Pending);
    for typed in ["0912345678", "84 912 345 678", "0912.345.678"] {
        let refused = counter.save(person("Người khác", typed)).await;
        assert_eq!(
            told(refused),
            (ErrorCode::CodeTaken, some("phone"), some("Nguyễn Văn An")),
            "{typed}"
        );
    }
    let renamed = counter.change(&made, person("An", "84912345678")).await.unwrap();
    assert_eq!((renamed.facts.code, renamed.id), (made.facts.code, made.id));
}

#[tokio::test]
async fn what_the_gateway_would_not_take_is_named_by_the_pages_field() {
    let counter = Counter::open().await;
    let broken = |change: fn(&mut CustomerFactsView)| {
        let mut facts = company("Công ty A", "0912000001");
        change(&mut facts);
        facts
    };
    let cases: [Breaking; 5] = [
        (|one| one.name.clear(), "name", "missing"),
        (|one| one.phone = "không có".to_owned(), "phone", "not_a_phone"),
        (|one| one.email = "an@".to_owned(), "email", "not_an_email"),
        (
            |one| one.contacts[0].phone = "?".to_owned(),
            "contacts.0.phone",
            "not_a_phone",
        ),
        (
            |one| one.address.zip_code = "9".repeat(300),
            "address.zipCode",
            "too_long",
        ),
    ];
    for (change, field, reason) in cases {
        let refused = counter.save(broken(change)).await;
        assert_eq!(
            told(refused),
            (ErrorCode::FieldRefused, some(field), some(reason))
        );
    }
    let lonely = CustomerFactsView {
        contacts: Vec::new(),
        ..company("Công ty A", "0912000001")
    };
    assert_eq!(code(counter.save(lonely).await), ErrorCode::ContactMissing);
    assert_eq!(counter.books().await.pending, 0);
}

#[tokio::test]
async fn codes_are_unique() {
    let counter = Counter::open().await;
    let coded = |name: &str, phone: &str| CustomerFactsView {
        code: "KH-0001".to_owned(),
        ..person(name, phone)
    };
    let refused = counter.save(coded("Ai đó", "0912000002")).await;
    assert_eq!(
        told(refused),
        (ErrorCode::CodeTaken, some("code"), some("Nguyễn Thị Thu Hường"))
    );
    let refused = counter.save_product(product("CF-SUA", "Cà phê", 1)).await;
    assert_eq!(
        told(refused),
        (ErrorCode::CodeTaken, some("sku"), some("Cà phê sữa đá"))
    );
}

#[tokio::test]
async fn customers_are_found_by_name_phone_and_code_products_by_first_letters() {
    let counter = Counter::open().await;
    counter.save(person("Đỗ Thị Ánh", "0987 654 321")).await.unwrap();
    for search in ["do thi anh", "0987 654", "+84 987 654 321", "anh"] {
        let found = counter.found(search).await;
        assert!(
            found.rows.iter().any(|one| one.facts.name == "Đỗ Thị Ánh"),
            "{search}"
        );
    }
    assert_eq!(counter.only("kh-0002").await.facts.name, "Trần Quốc Đạt");
    for search in ["cfsd", "ca phe sua", "CF-SUA"] {
        let found = counter.found_products(search).await;
        assert_eq!(found.rows[0].facts.name, "Cà phê sữa đá", "{search}");
    }
}

#[tokio::test]
async fn a_product_takes_the_shops_defaults() {
    let counter = Counter::open().await;
    let made = counter
        .save_product(product("", "Nước suối", 10_000))
        .await
        .unwrap();
    assert!(made.facts.sku.starts_with("SP-"), "{}", made.facts.sku);
    assert!(made.facts.sale_category.starts_with('C') && made.facts.purchase_category.starts_with('D'));
    assert!(made.facts.sale_tax.starts_with("TAX_CODE_"));
    let refused = counter.save_product(product("X", "Nước suối", -1)).await;
    assert_eq!(
        told(refused),
        (ErrorCode::FieldRefused, some("salePrice"), some("negative"))
    );
}

#[tokio::test]
async fn a_scanned_code_is_taken_whole() {
    let counter = Counter::open().await;
    let scanned = async |code: &str| {
        let request = ProductCodeRequest {
            code: code.to_owned(),
        };
        products::by_code(&counter.shop.till, request).await.unwrap()
    };
    assert_eq!(scanned(" CF-SUA ").await.unwrap().facts.name, "Cà phê sữa đá");
    assert!(scanned("CF").await.is_none() && scanned("").await.is_none());
}

#[tokio::test]
async fn quick_keys_stay_in_order_and_lose_what_is_deleted() {
    let counter = Counter::open().await;
    let till = &counter.shop.till;
    let ids: Vec<_> = counter
        .found_products("")
        .await
        .rows
        .into_iter()
        .map(|one| one.id)
        .collect();
    let product_ids = vec![Some(ids[1].clone()), None, Some(ids[0].clone())];
    let set = products::quick_keys_set(till, QuickKeysRequest { product_ids })
        .await
        .unwrap();
    let named = |keys: &contract::product::QuickKeysView| -> Vec<Option<String>> {
        keys.keys
            .iter()
            .map(|key| key.as_ref().map(|one| one.id.clone()))
            .collect()
    };
    assert_eq!(named(&set), [Some(ids[1].clone()), None, Some(ids[0].clone())]);
    let product_id = ids[0].clone();
    products::delete(till, ProductRequest { product_id })
        .await
        .unwrap();
    let left = products::quick_keys_get(till).await.unwrap();
    assert_eq!(named(&left), [Some(ids[1].clone())]);
    let too_many = QuickKeysRequest {
        product_ids: vec![None; 25],
    };
    assert_eq!(
        code(products::quick_keys_set(till, too_many).await),
        ErrorCode::BadRequest
    );
    let twice = QuickKeysRequest {
        product_ids: vec![Some(ids[1].clone()); 2],
    };
    assert_eq!(
        code(products::quick_keys_set(till, twice).await),
        ErrorCode::BadRequest
    );
}

#[tokio::test]
async fn a_product_costs_its_price_with_its_tax_and_follows_the_codes() {
    let counter = Counter::open().await;
    let till = &counter.shop.till;
    let facts = contract::product::ProductFactsView {
        sale_tax: "TAX_CODE_8".to_owned(),
        ..product("TRA-SEN", "Trà sen", 50_006)
    };
    let saved = counter.save_product(facts.clone()).await.unwrap();
    assert_eq!(saved.counter_price, Dong::new(54_006));
    let asked = |sale_price, sale_tax: &str| ProductPriceRequest {
        sale_price,
        sale_tax: sale_tax.to_owned(),
    };
    for (tax, price) in [("TAX_CODE_8", 54_006), ("", 50_006), ("VAT-LA", 50_006)] {
        let told = products::price(till, asked(Dong::new(50_006), tax))
            .await
            .unwrap();
        assert_eq!(told.counter_price, Dong::new(price), "{tax}");
    }
    let refused = products::price(till, asked(Dong::new(-1), "")).await;
    assert_eq!(code(refused), ErrorCode::AmountNegative);
    let request = CodeSaveRequest {
        kind: CodeKind::Tax,
        code: "TAX_CODE_8".to_owned(),
        name: "Thuế 6".to_owned(),
        rate: Some("6".to_owned()),
        is_default: false,
    };
    codes::save(till, request).await.unwrap();
    let found = counter.found_products("TRA-SEN").await.rows.remove(0);
    let scanned = products::by_code(
        till,
        ProductCodeRequest {
            code: "TRA-SEN".to_owned(),
        },
    );
    let scanned = scanned.await.unwrap().unwrap();
    assert_eq!(
        (found.counter_price, scanned.counter_price),
        (Dong::new(53_006), Dong::new(53_006))
    );
}
