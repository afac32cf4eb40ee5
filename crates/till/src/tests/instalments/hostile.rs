//! Text that hides, turns, floods or tries to be more than text, in every field of both sides.

use super::puppet::{opened, says};
use super::{Puppet, form};
use crate::instalments;
use crate::tests::Shop;
use crate::tests::shop::id;
use contract::instalment::{InstalmentCreateRequest, InstalmentReadRequest, PlansRequest, RefundRequest};
use contract::{ErrorBody, ErrorCode};
use dong::Dong;
use serde_json::Value;
use testkit::Reply;

const PRICE: i64 = 3_000_000;

/// None of this may get past a field as it is.
const HIDDEN: [char; 10] = [
    '\u{0}',
    '\u{7}',
    '\u{1B}',
    '\n',
    '\u{200B}',
    '\u{200F}',
    '\u{202E}',
    '\u{2066}',
    '\u{FEFF}',
    '\u{E0041}',
];

fn hostile() -> Vec<String> {
    let mut all: Vec<String> = [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "'; DROP TABLE payment; --",
        "{\"amount\":{\"value\":1}}",
        "\\\"},\"amount\":{\"value\":1",
        "=HYPERLINK(\"http://evil.example\")",
        "👩‍👩‍👧‍👦🏳️‍🌈",
        "Z̷̢̛a̶l̵g̸o̷",
        "../../etc/passwd",
        "%00%0d%0aX: y",
        "\u{1F600}".repeat(200).as_str(),
        "   ",
        "",
    ]
    .map(str::to_owned)
    .to_vec();
    all.extend(HIDDEN.map(|hidden| format!("An{hidden}Bình")));
    all.extend(HIDDEN.map(String::from));
    all.push("a".repeat(100_000));
    all.push("\u{202E}".repeat(100_000));
    all
}

type Place = fn(&mut InstalmentCreateRequest, String);

fn places() -> [(&'static str, Place); 10] {
    [
        ("customer.phoneNumber", |form, text| form.customer.phone = text),
        ("customer.email", |form, text| form.customer.email = text),
        ("customer.lastName", |form, text| form.customer.last_name = text),
        ("customer.firstName", |form, text| form.customer.first_name = text),
        ("shipping.city", |form, text| {
            form.address.as_mut().unwrap().city = text
        }),
        ("shipping.district", |form, text| {
            form.address.as_mut().unwrap().district = text
        }),
        ("shipping.ward", |form, text| {
            form.address.as_mut().unwrap().ward = text
        }),
        ("shipping.street", |form, text| {
            form.address.as_mut().unwrap().street = text
        }),
        ("shipping.houseNumber", |form, text| {
            form.address.as_mut().unwrap().house_number = text
        }),
        ("items[0].productName", |form, text| form.goods = text),
    ]
}

fn is_clean(value: &Value) -> bool {
    match value {
        Value::String(text) => !text.contains(HIDDEN) && text.chars().count() <= 200,
        Value::Array(all) => all.iter().all(is_clean),
        Value::Object(all) => all.values().all(is_clean),
        _ => true,
    }
}

#[tokio::test]
async fn in_the_form_it_is_refused_with_its_field_or_cleaned() {
    let shop = Shop::open().await;
    for (field, put) in places() {
        for text in hostile() {
            let shown: String = text.chars().take(40).collect();
            let sale = shop.sale().await;
            let mut filled = form(&sale, PRICE);
            filled.address = Some(super::counter::address());
            put(&mut filled, text);
            match instalments::create(&shop.till, filled).await {
                Ok(payment) => {
                    let body = shop.till.store.body(id(&payment)).await.unwrap().unwrap();
                    let sent: Value = serde_json::from_slice(&body).unwrap();
                    assert!(is_clean(&sent), "{field} {shown:?}: {sent}");
                    assert_eq!(sent["amount"]["value"], PRICE, "{field} {shown:?}");
                    assert_eq!(
                        payment.phase,
                        contract::payment::PaymentPhase::Open,
                        "{field} {shown:?}"
                    );
                    shop.close(&payment, true).await.unwrap();
                }
                Err(error) => {
                    let body = ErrorBody::from(error);
                    assert_eq!(body.code, ErrorCode::InstalmentFieldRefused, "{field} {shown:?}");
                    assert_eq!(body.params["field"], field, "{shown:?}");
                    assert!(shop.sale_of_id(&sale.id).await.payments.is_empty());
                }
            }
        }
    }
}

#[tokio::test]
async fn while_typing_it_is_read_without_harm() {
    let shop = Shop::open().await;
    for text in hostile() {
        let request = InstalmentReadRequest {
            phone: text.clone(),
            name: text.clone(),
            email: text.clone(),
        };
        let read = instalments::read(&shop.till, request).await.unwrap();
        let shown = format!("{}{}", read.last_name, read.first_name);
        assert!(!shown.contains(HIDDEN), "{shown:?}");
        assert_eq!(read.phone, None);
    }
}

#[tokio::test]
async fn a_reason_is_cleaned_before_it_is_sent() {
    let shop = Shop::open().await;
    for text in hostile() {
        let payment = shop.instal_paid(PRICE).await;
        let request = RefundRequest {
            payment_id: payment.id.clone(),
            reason: text,
        };
        let told = instalments::refund(&shop.till, request).await.unwrap();
        let reason = told
            .instalment
            .unwrap()
            .refund
            .unwrap()
            .reason
            .unwrap_or_default();
        assert!(
            !reason.contains(HIDDEN) && reason.chars().count() <= 200,
            "{reason:?}"
        );
        assert_eq!(shop.refunds(&payment), 1);
        shop.close(&payment, true).await.unwrap();
    }
}

/// The gateway's texts as JSON strings.
fn quoted() -> Vec<String> {
    let all = hostile().into_iter();
    all.map(|text| serde_json::to_string(&text).unwrap()).collect()
}

#[tokio::test]
async fn the_gateways_words_are_cleaned_wherever_they_are_shown() {
    let shop = Shop::open().await;
    for text in quoted() {
        let refused = format!(r#"{{"resultStatus":{text},"resultMsg":{text}}}"#);
        let invalid = format!(r#"{{"resultStatus":"INVALID_REQUEST","resultMsg":{text}}}"#);
        let script = vec![
            Reply::http(400, "content-type: application/json\r\n", refused.as_bytes()),
            Reply::json(&invalid),
            opened(),
            Reply::json(&format!(
                r#"{{"paymentStatus":{text},"resultStatus":{text},"resultMsg":{text},"paymentTransId":{text}}}"#
            )),
        ];
        let _puppet = Puppet::in_front_of(&shop, script).await;
        for _ in 0..3 {
            let payment = shop.instal(PRICE).await;
            shop.settle().await;
            drop(shop.check(&payment).await);
            let told = crate::payments::get(&shop.till, crate::tests::shop::named(&payment)).await;
            let shown: Value = serde_json::to_value(told.unwrap()).unwrap();
            assert!(is_shown_clean(&shown), "{text}: {shown}");
            assert_ne!(shown["payment"]["verdict"], "paid");
            shop.close(&payment, true).await.unwrap();
        }
    }
}

fn is_shown_clean(value: &Value) -> bool {
    match value {
        Value::String(text) => !text.contains(HIDDEN) && text.chars().count() <= 300,
        Value::Array(all) => all.iter().all(is_shown_clean),
        Value::Object(all) => all
            .iter()
            .all(|(name, value)| name == "path" || is_shown_clean(value)),
        _ => true,
    }
}

#[tokio::test]
async fn plans_are_cleaned_or_left_out() {
    let shop = Shop::open().await;
    for text in quoted() {
        let plans = format!(
            r#","firstInstallmentPercent":{text},"firstInstallments":[{{"firstInstallmentPercent":{text}}}],
            "installmentPacks":[{{"packageId":{text},"packageName":{text},"feeAmount":{text},
              "schedule":[{{"dueDate":{text},"amount":{text}}}]}}]"#
        );
        let _puppet = Puppet::in_front_of(&shop, vec![says("APPROVED", &plans), opened()]).await;
        let sale = shop.sale().await;
        let request = PlansRequest {
            sale_id: sale.id.clone(),
            amount: Dong::new(PRICE),
            first_percent: None,
        };
        let Ok(offered) = instalments::plans(&shop.till, request).await else {
            continue;
        };
        let shown = serde_json::to_value(&offered).unwrap();
        assert!(is_shown_clean(&shown), "{text}: {shown}");
        if let Some(plan) = offered.plans.first() {
            let mut filled = form(&sale, PRICE);
            filled.plan_id = Some(plan.id.clone());
            match instalments::create(&shop.till, filled).await {
                Ok(payment) => {
                    let body = shop.till.store.body(id(&payment)).await.unwrap().unwrap();
                    let sent: Value = serde_json::from_slice(&body).unwrap();
                    assert!(is_clean(&sent), "{text}: {sent}");
                    shop.close(&payment, true).await.unwrap();
                    shop.settle().await;
                }
                Err(error) => {
                    let body = ErrorBody::from(error);
                    assert_eq!(body.code, ErrorCode::InstalmentFieldRefused, "{text}");
                }
            }
        }
    }
}
