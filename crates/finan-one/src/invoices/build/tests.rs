//! The bytes of an invoice, and what is refused before it is sent.

use std::str::FromStr;

use dong::Dong;
use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};
use rust_decimal::Decimal;
use serde_json::Value;

use super::super::{Discount, InvoiceItem, PaymentMethod, TaxType};
use super::*;

fn at(text: &str) -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(text).unwrap().to_utc()
}

/// The invoice of the guide's samples.
fn invoice() -> InvoiceDetails {
    InvoiceDetails {
        invoice_code: "INV-001".to_owned(),
        transaction_date: at("2024-01-20T10:00:00Z"),
        due_date: at("2024-01-27T10:00:00Z"),
        tax_type: TaxType::PriceExcludingTax,
        items: vec![InvoiceItem {
            code: "PRD0001".to_owned(),
            tax_code: "TAX_CODE_10".to_owned(),
            unit_price: Some(Dong::new(100_000)),
            quantity: 2,
            note: None,
        }],
        discount: None,
        customer_code: "CUST123".to_owned(),
        customer_email: None,
        note: None,
        payment_methods: vec![PaymentMethod::BankTransfer, PaymentMethod::Card],
        account_id: Some("11111111-1111-4111-8111-111111111111".to_owned()),
    }
}

fn text(body: Result<Body, InvalidField>) -> String {
    String::from_utf8(body.unwrap().into_bytes()).unwrap()
}

#[test]
fn the_guides_sample_is_built_byte_for_byte() {
    let expected = include_str!("../../../fixtures/create_invoice_request.json").trim_end();
    assert_eq!(text(build_create(&invoice())), expected);
}

#[test]
fn everything_that_can_be_said_is_built_byte_for_byte() {
    let mut full = invoice();
    full.transaction_date = at("2024-11-22T17:00:00.9+07:00");
    full.due_date = at("2024-11-29T10:00:00Z");
    full.tax_type = TaxType::PriceIncludingTax;
    full.items[0].note = Some("ít đá, \"không đường\"".to_owned());
    full.items.push(InvoiceItem {
        code: "PRD0002".to_owned(),
        unit_price: None,
        quantity: 1,
        note: None,
        ..invoice().items.remove(0)
    });
    full.discount = Some(Discount::Percent(Decimal::from_str("2.50").unwrap()));
    full.customer_email = Some("a@example.com".to_owned());
    full.note = Some("Giao buổi sáng\nGọi trước".to_owned());
    full.payment_methods = PaymentMethod::ALL.to_vec();
    let expected = include_str!("../../../fixtures/create_invoice_full_request.json").trim_end();
    assert_eq!(text(build_create(&full)), expected);
}

#[test]
fn an_update_says_what_is_blank() {
    let expected = include_str!("../../../fixtures/update_invoice_request.json").trim_end();
    assert_eq!(text(build_update(&invoice())), expected);
}

#[test]
fn discounts_are_exact_numbers() {
    let value = |discount| {
        let body = text(build_create(&InvoiceDetails {
            discount: Some(discount),
            ..invoice()
        }));
        let rest = body.split_once("\"discount\":").unwrap().1;
        rest.split_inclusive('}').next().unwrap().to_owned()
    };
    let percent = |text| Discount::Percent(Decimal::from_str(text).unwrap());
    assert_eq!(value(percent("10.00")), r#"{"is_percentage":true,"value":10}"#);
    assert_eq!(value(percent("0.1")), r#"{"is_percentage":true,"value":0.1}"#);
    assert_eq!(value(percent("100")), r#"{"is_percentage":true,"value":100}"#);
    assert_eq!(
        value(Discount::Amount(Dong::new(10_000))),
        r#"{"is_percentage":false,"value":10000}"#
    );
}

#[test]
fn what_cannot_be_sent_is_named() {
    let refused = |change: &dyn Fn(&mut InvoiceDetails), field: &str, reason: Reason| {
        let mut invoice = invoice();
        change(&mut invoice);
        let invalid = InvalidField::new(field, reason);
        assert_eq!(build_create(&invoice), Err(invalid.clone()), "{field}");
        assert_eq!(build_update(&invoice), Err(invalid), "{field}");
    };
    let percent = |text| Some(Discount::Percent(Decimal::from_str(text).unwrap()));
    refused(&|i| i.invoice_code.clear(), "invoice_code", Reason::Missing);
    refused(
        &|i| i.invoice_code = "Đơn 1".to_owned(),
        "invoice_code",
        Reason::BadCharacters,
    );
    refused(
        &|i| i.due_date = at("2024-01-20T09:59:59Z"),
        "due_date",
        Reason::BeforeTransaction,
    );
    refused(
        &|i| i.due_date = DateTime::<Utc>::MAX_UTC,
        "due_date",
        Reason::NotADate,
    );
    refused(&|i| i.items.clear(), "items", Reason::Missing);
    refused(
        &|i| i.items = vec![i.items[0].clone(); 501],
        "items",
        Reason::TooMany,
    );
    refused(&|i| i.items[0].code.clear(), "items[0].code", Reason::Missing);
    refused(
        &|i| i.items[0].tax_code.clear(),
        "items[0].tax_code",
        Reason::Missing,
    );
    refused(
        &|i| i.items[0].quantity = 0,
        "items[0].quantity",
        Reason::NotPositive,
    );
    refused(
        &|i| i.items[0].unit_price = Some(Dong::ZERO),
        "items[0].unit_price",
        Reason::NotPositive,
    );
    refused(
        &|i| i.items[0].unit_price = Some(Dong::MAX),
        "items[0].unit_price",
        Reason::TooLarge,
    );
    refused(
        &|i| {
            i.items[0].unit_price = Some(Dong::new(9_007_199_254_740_991));
        },
        "items",
        Reason::TooLarge,
    );
    refused(
        &|i| i.discount = percent("0"),
        "discount.value",
        Reason::NotPositive,
    );
    refused(
        &|i| i.discount = percent("100.01"),
        "discount.value",
        Reason::TooLarge,
    );
    refused(
        &|i| i.discount = percent("1.001"),
        "discount.value",
        Reason::TooPrecise,
    );
    refused(
        &|i| i.discount = Some(Discount::Amount(Dong::new(-1))),
        "discount.value",
        Reason::NotPositive,
    );
    refused(&|i| i.customer_code.clear(), "customer.code", Reason::Missing);
    refused(
        &|i| i.customer_email = Some("a@b".to_owned()),
        "customer.email",
        Reason::NotAnEmail,
    );
    refused(&|i| i.note = Some("x".repeat(1_001)), "note", Reason::TooLong);
    refused(&|i| i.payment_methods.clear(), "payment_methods", Reason::Missing);
    refused(
        &|i| i.payment_methods.push(PaymentMethod::Card),
        "payment_methods",
        Reason::Repeated,
    );
    refused(&|i| i.account_id = None, "account_id", Reason::Missing);
    refused(
        &|i| i.account_id = Some("a/b".to_owned()),
        "account_id",
        Reason::BadCharacters,
    );
}

#[test]
fn only_a_bank_transfer_needs_an_account_and_due_at_once_is_allowed() {
    let mut card = invoice();
    card.payment_methods = vec![PaymentMethod::Card];
    card.account_id = Some(" ".to_owned());
    card.due_date = card.transaction_date;
    assert!(!text(build_create(&card)).contains("account_id"));
}

#[test]
fn debug_shows_no_customer_and_no_note() {
    let shown = InvoiceDetails {
        customer_code: "canary".to_owned(),
        note: Some("canary".to_owned()),
        ..invoice()
    };
    assert!(!format!("{shown:?}").contains("canary"));
}

proptest! {
    #[test]
    fn any_invoice_gives_stable_json_whose_only_fraction_is_a_percentage(
        note in ".{0,40}", price in any::<i64>(), quantity in any::<u32>(),
        hundredths in -10_i64..11_000, seconds in 0_i64..4_000_000_000,
    ) {
        let mut invoice = invoice();
        invoice.transaction_date = DateTime::from_timestamp(seconds, 0).unwrap();
        invoice.due_date = invoice.transaction_date;
        invoice.items[0].note = Some(note);
        invoice.items[0].unit_price = Some(Dong::new(price));
        invoice.items[0].quantity = quantity;
        invoice.discount = Some(Discount::Percent(Decimal::new(hundredths, 2)));
        for build in [build_create, build_update] {
            let built = build(&invoice);
            prop_assert_eq!(&built, &build(&invoice.clone()));
            let Ok(body) = built else { continue };
            let json: Value = serde_json::from_slice(body.as_bytes()).unwrap();
            prop_assert_eq!(json["items"][0]["unit_price"].as_i64(), Some(price));
            prop_assert_eq!(json["items"][0]["quantity"].as_u64(), Some(u64::from(quantity)));
            let value = json["discount"]["value"].to_string();
            let written = Decimal::from_str(&value).unwrap();
            prop_assert_eq!(written, Decimal::new(hundredths, 2));
            let date = json["transaction_date"].as_str().unwrap();
            prop_assert!(date.len() == 20 && date.ends_with('Z'));
            prop_assert_eq!(at(date), invoice.transaction_date);
        }
    }
}
